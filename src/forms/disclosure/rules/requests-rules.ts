// What must agree in the table of requests (表三). T301 is printed on the form itself (本列数据的勾稽关系为：
// 第一项加第二项之和，等于第三项加第四项之和); T302 and T303 follow from its totals; T304: they are counts.

import type { Rule } from '../../../engine/rules/rule.ts'
import type { RequestsGrid } from '../tables/requests-table.ts'

/** T301 and T302 for every column, T303 for every row, T304 for all; the printed totals take part as they stand. */
export const requestsRules = ({
  spec,
  rows,
  results,
  entered,
  columns,
  keyOf,
}: RequestsGrid): readonly Rule[] => {
  const { received, carriedIn, carriedOut, applicants } = spec
  const done = spec.results.total
  return [
    ...columns.map(
      (column): Rule => ({
        type: 'equation',
        rule: 'T301',
        left: [keyOf(received, column), keyOf(carriedIn, column)],
        right: [keyOf(done, column), keyOf(carriedOut, column)],
      }),
    ),
    ...columns.map(
      (column): Rule => ({
        type: 'equation',
        rule: 'T302',
        left: [keyOf(done, column)],
        right: results.map(row => keyOf(row, column)),
      }),
    ),
    ...rows.map(
      ({ line }): Rule => ({
        type: 'equation',
        rule: 'T303',
        left: [keyOf(line, applicants.total)],
        right: entered.map(applicant => keyOf(line, applicant)),
      }),
    ),
    {
      type: 'opening',
      rule: 'Y01',
      severity: 'explain',
      cell: keyOf(carriedIn, applicants.total),
      closing: keyOf(carriedOut, applicants.total),
    },
    ...entered.map(
      (applicant): Rule => ({
        type: 'opening',
        rule: 'Y01',
        message: 'Y01.column',
        severity: 'warning',
        cell: keyOf(carriedIn, applicant),
        closing: keyOf(carriedOut, applicant),
      }),
    ),
    {
      type: 'ratio',
      rule: 'Y02',
      cells: rows.map(({ line }) => keyOf(line, applicants.total)),
    },
    {
      type: 'fresh',
      rule: 'Y02',
      cells: rows.flatMap(({ line }) =>
        line === done ? [] : entered.map(applicant => keyOf(line, applicant)),
      ),
    },
    {
      type: 'whole',
      rule: 'T304',
      cells: rows.flatMap(({ line }) => columns.map(column => keyOf(line, column))),
    },
  ]
}
