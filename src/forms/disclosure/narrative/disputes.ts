// N12: a text's count of reviews and suits, or of their results, is the one of 表四. N03: with a scope word it is asked
// (备案, 本级, 应诉). It never blocks: texts count by other bases.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { type Meaning, meant, sumsOf } from './meant.ts'
import { about, writtenIn } from './passages.ts'
import { type Court, type DisputeOutcome, type Proceeding, proceedingsIn } from './proceedings.ts'

/** The cells that each count may mean, and their names; for a total the sums that may be meant by it. */
export type DisputeMeanings = Readonly<Record<Court, Readonly<Record<DisputeOutcome, readonly Meaning[]>>>>
type Data = { readonly texts: readonly TextKey[]; readonly meanings: DisputeMeanings }

export const disputes = (data: Data): Rule => ({
  id: 'N12',
  severity: 'warning',
  source: 'seen in published reports: a text counts reviews and suits otherwise than the table',
  messages: ['N12', 'N03.disputes'],
  judge: judged => judge(data, judged),
})

type Broken = {
  readonly mention: Proceeding
  readonly values: readonly string[]
  readonly cells: Meaning['cells']
}

const judge = ({ texts, meanings }: Data, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => {
    const broken = proceedingsIn(written.passage, judged.year).flatMap(
      mention => brokenBy(mention, meanings, judged) ?? [],
    )
    const [first] = broken
    const last = broken.at(-1)
    if (!first || !last) return []
    const isScoped = broken.some(({ mention }) => mention.scope !== null)
    return [
      about(
        written,
        { from: first.mention.from, to: last.mention.to },
        {
          rule: isScoped ? 'N03' : 'N12',
          severity: 'warning',
          ...(isScoped && { message: 'N03.disputes' }),
          cells: [...new Set(broken.flatMap(({ cells }) => cells))],
          facts: { table: [...new Set(broken.flatMap(({ values }) => values))].join('、') },
        },
      ),
    ]
  })

/** Undefined where it is right, or cannot be judged while a figure is absent. */
const brokenBy = (mention: Proceeding, all: DisputeMeanings, judged: Judged): Broken | undefined => {
  const each = mention.courts.map(court => {
    const meanings = all[court][mention.outcome]
    return meanings.map(meaning => ({
      ...meaning,
      exact: meant(meaning, judged.amount, cell => judged.value(cell) === null)?.exact,
    }))
  })
  if (each.flat().some(({ exact }) => exact === undefined)) return undefined
  // One number of both is of all suits.
  const lists = each.length === 1 ? each : each.map(list => list.slice(0, 1))
  const possible = sumsOf(lists.map(list => list.flatMap(({ exact = [] }) => exact)))
  if (possible.includes(mention.number)) return undefined
  const cells = each.flat().flatMap(meaning => meaning.cells)
  if (each.length === 1) {
    const values = each.flat().map(({ name, exact = [] }) => `${name} ${exact[0]}`)
    return { mention, values, cells }
  }
  const wholes = each.map(([whole]) => whole)
  const sum = wholes.reduce((total, whole) => total + (whole?.exact?.[0] ?? 0), 0)
  return { mention, values: [`${wholes.map(whole => whole?.name).join('、')}合计 ${sum}`], cells }
}
