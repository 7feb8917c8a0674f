// N09: fees charged for handling requests are said to be so or not, and what each unit charged adds up to the total.
// N10: the tariff of 国办函〔2020〕109号 knows only multiples of 10 yuan.

import { feeLists, feesIn, saysFee } from '../../../reading/narrative/fees.ts'
import { isExcerpt } from '../../../reading/narrative/topics.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { FeesRule } from './text-rule.ts'

export const fees = ({ texts, unsaid }: FeesRule, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  const sums = written.flatMap(each =>
    feeLists(each.passage).flatMap((list): readonly Finding[] => {
      const yuan = sum(list.parts.map(part => part.yuan))
      const cases = list.parts.every(part => part.cases !== null)
        ? sum(list.parts.map(part => part.cases ?? 0))
        : null
      const broken =
        Math.abs(yuan - list.total.yuan) > 0.005
          ? ({ message: 'N09.amount', facts: { total: list.total.yuan, sum: yuan } } as const)
          : cases !== null && list.total.cases !== null && cases !== list.total.cases
            ? ({ message: 'N09.cases', facts: { total: list.total.cases, sum: cases } } as const)
            : undefined
      return broken ? [about(each, list, { rule: 'N09', severity: 'error', ...broken })] : []
    }),
  )
  const body = unsaid && judged.text(unsaid)
  if (!unsaid || body === undefined || written.some(({ passage }) => saysFee(passage) || isExcerpt(passage)))
    return sums
  return [...sums, { rule: 'N09', severity: 'warning', message: 'N09.unsaid', cells: [], text: unsaid }]
}

export const feeMultiples = ({ texts }: FeesRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    feesIn(written.passage)
      .filter(({ yuan }) => Math.abs(yuan / 10 - Math.round(yuan / 10)) > 1e-6)
      .map(each =>
        about(written, each, {
          rule: 'N10',
          severity: 'warning',
          message: 'N10',
          facts: { said: each.yuan },
        }),
      ),
  )

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
