// N11: a text's count of rules, documents and decisions is the one of 表二. N03: with a scope word it is asked.

import type { CellKey, TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { type Deed, type FigureMention, figuresIn, type Subject } from './figure-mentions.ts'
import { about, type Written, writtenIn } from './passages.ts'

/** The cells that each kind of mention may mean. */
export type FigureCells = Readonly<Record<Subject, { readonly [deed in Deed]?: readonly CellKey[] }>>
type Data = { readonly texts: readonly TextKey[]; readonly cells: FigureCells }

export const figures = (data: Data): Rule => ({
  id: 'N11',
  severity: 'warning',
  source: 'seen in published reports: figures of the text differ from 表二',
  messages: ['N11', 'N03.scope'],
  judge: judged => judge(data, judged),
})

const judge = (rule: Data, judged: Judged): readonly Finding[] =>
  writtenIn(rule.texts, judged).flatMap(written => {
    const mentions = figuresIn(written.passage, judged.year)
    const broken = mentions.flatMap(mention => {
      const cells = rule.cells[mention.subject][mention.deed] ?? []
      const [first] = cells
      if (!first) return []
      const values = cells.map(cell => judged.amount(cell))
      const isMoney = judged.answer(first) !== 'count'
      const said = isMoney ? Math.round(mention.number * 100) : mention.number
      // 失效2件、废止4件 are both gone: the numbers of one deed in one place may be one figure.
      const together = sumBeside(mentions, mention)
      if (values.some(value => value === undefined || value === said || value === together)) return []
      return [{ mention, cells, values, isMoney }]
    })
    return groups(broken).map(list => findingOf(written, list))
  })

type Broken = {
  readonly mention: FigureMention
  readonly cells: readonly CellKey[]
  readonly values: readonly (number | undefined)[]
  readonly isMoney: boolean
}

/** Numbers of the same deed that follow one another closely, added. */
const sumBeside = (mentions: readonly FigureMention[], { subject, deed, from }: FigureMention): number =>
  mentions
    .filter(each => each.subject === subject && each.deed === deed && Math.abs(each.from - from) <= 30)
    .reduce((sum, { number }) => sum + number, 0)

/** Money is kept in fen and said in the cell's own unit. */
const say = (value: number | undefined, isMoney: boolean): string =>
  value === undefined ? '' : isMoney ? `${Number((value / 1_000_000).toFixed(6))}万元` : String(value)

/** Mentions that follow one another closely are one finding. */
const groups = (broken: readonly Broken[]): readonly (readonly Broken[])[] => {
  const found: Broken[][] = []
  for (const each of broken) {
    const last = found.at(-1)
    const isNear = last && each.mention.from - (last.at(-1)?.mention.to ?? 0) <= 30
    if (last && isNear && last[0]?.mention.subject === each.mention.subject) last.push(each)
    else found.push([each])
  }
  return found
}

const findingOf = (written: Written, list: readonly Broken[]): Finding => {
  const isScoped = list.some(({ mention }) => mention.scope !== null)
  const from = list[0]?.mention.from ?? 0
  const to = list.at(-1)?.mention.to ?? 0
  return about(
    written,
    { from, to },
    {
      rule: isScoped ? 'N03' : 'N11',
      severity: 'warning',
      message: isScoped ? 'N03.scope' : 'N11',
      cells: [...new Set(list.flatMap(({ cells }) => cells))],
      facts: {
        said: list.map(({ mention }) => mention.number).join('、'),
        table: list
          .map(({ values, isMoney }) => values.map(value => say(value, isMoney)).join('／'))
          .join('、'),
      },
    },
  )
}
