// N11: what a text says of rules, documents and decisions is what 表二 says. N03: with a scope word it is asked.

import { figuresIn } from '../../../reading/narrative/figures.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, type Written, writtenIn } from './passages.ts'
import type { FiguresRule } from './text-rule.ts'

export const figures = (rule: FiguresRule, judged: Judged): readonly Finding[] =>
  writtenIn(rule.texts, judged).flatMap(written => {
    const broken = figuresIn(written.passage, judged.year).flatMap(mention => {
      if (mention.subject === 'reviews' || mention.subject === 'suits') return []
      const cells = rule.cells[mention.subject][mention.deed] ?? []
      const [first] = cells
      if (!first) return []
      const values = cells.map(cell => judged.amount(cell))
      const isMoney = judged.answer(first) !== 'count'
      const said = isMoney ? Math.round(mention.number * 100) : mention.number
      if (values.some(value => value === undefined || value === said)) return []
      return [{ mention, cells, values, isMoney }]
    })
    return groups(broken).map(list => findingOf(written, list))
  })

type Broken = {
  readonly mention: ReturnType<typeof figuresIn>[number]
  readonly cells: FiguresRule['cells']['fees']['handled'] & object
  readonly values: readonly (number | undefined)[]
  readonly isMoney: boolean
}

/** Money is kept in fen and said in yuan. */
const say = (value: number | undefined, isMoney: boolean): number | undefined =>
  value !== undefined && isMoney ? value / 100 : value

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
