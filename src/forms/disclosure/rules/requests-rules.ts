// Rules of the table of requests (表三). T301 is printed on the form itself (本列数据的勾稽关系为：
// 第一项加第二项之和，等于第三项加第四项之和); T302 and T303 follow from its totals; T304: they are counts.

import type { KindRule } from '../../../engine/rules/kinds.ts'
import type { RequestsGrid } from '../tables/requests-grid.ts'
import { wholeSource } from './edition-rules.ts'

const totals = "the form's own totals (总计) of 表三"
const y01 = {
  id: 'Y01',
  source: '二 continues 四 of the year before (表三); an existing public checker',
} as const
const y02 = { id: 'Y02', source: 'an existing public checker: leaps, and figures taken over' } as const

/** T301 and T302 for every column, T303 for every row, T304 for all; the printed totals take part as they stand. */
export const requestsRules = ({
  spec,
  rows,
  results,
  entered,
  columns,
  keyOf,
}: RequestsGrid): readonly KindRule[] => {
  const { received, carriedIn, carriedOut, applicants } = spec
  const done = spec.results.total
  return [
    ...columns.map(
      (column): KindRule => ({
        type: 'equation',
        id: 'T301',
        source: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和 (printed on the form)',
        left: [keyOf(received, column), keyOf(carriedIn, column)],
        right: [keyOf(done, column), keyOf(carriedOut, column)],
      }),
    ),
    ...columns.map(
      (column): KindRule => ({
        type: 'equation',
        id: 'T302',
        ways: ['blank'],
        source: totals,
        left: [keyOf(done, column)],
        right: results.map(row => keyOf(row, column)),
      }),
    ),
    ...rows.map(
      ({ line }): KindRule => ({
        type: 'equation',
        id: 'T303',
        ways: ['blank'],
        source: totals,
        left: [keyOf(line, applicants.total)],
        right: entered.map(applicant => keyOf(line, applicant)),
      }),
    ),
    {
      type: 'opening',
      ...y01,
      severity: 'explain',
      cell: keyOf(carriedIn, applicants.total),
      closing: keyOf(carriedOut, applicants.total),
    },
    ...entered.map(
      (applicant): KindRule => ({
        type: 'opening',
        ...y01,
        message: 'Y01.column',
        severity: 'warning',
        cell: keyOf(carriedIn, applicant),
        closing: keyOf(carriedOut, applicant),
      }),
    ),
    {
      type: 'ratio',
      ...y02,
      cells: rows.map(({ line }) => keyOf(line, applicants.total)),
    },
    {
      type: 'not-repeated',
      ...y02,
      message: 'Y02.same',
      cells: rows.flatMap(({ line }) =>
        line === done ? [] : entered.map(applicant => keyOf(line, applicant)),
      ),
    },
    {
      type: 'whole',
      id: 'T304',
      source: wholeSource,
      cells: rows.flatMap(({ line }) => columns.map(column => keyOf(line, column))),
    },
  ]
}
