// How the table of requests (表三) prints: a head of three rows, three columns of labels, merged groups.

import type { PrintedCell, PrintedTable } from '../../../engine/form.ts'
import { printed } from './printed.ts'
import type { RequestLine, RequestsGrid } from './requests-grid.ts'

const labelColumns = 3

/** The printed grid of 表三: the three label columns, then one column per applicant and the total. */
export const requestsPrint = (grid: RequestsGrid): PrintedTable => ({
  widths: grid.spec.widths,
  headRows: 3,
  rows: [...head(grid), ...body(grid)],
})

const head = ({ spec, columns }: RequestsGrid): readonly (readonly PrintedCell[])[] => {
  const { label, person, organisations, total } = spec.applicants
  return [
    [
      printed.corner(spec.corner, { columns: labelColumns, rows: 3 }),
      printed.head(label, { columns: columns.length }),
    ],
    [
      printed.head(person[1], { rows: 2 }),
      printed.head(organisations.label, { columns: organisations.rows.length }),
      printed.head(total[1], { rows: 2 }),
    ],
    organisations.rows.map(([, column]) => printed.head(column)),
  ]
}

const body = (grid: RequestsGrid): readonly (readonly PrintedCell[])[] => {
  const { spec, results } = grid
  const whole = (row: RequestLine) => [
    printed.label(row[1], { columns: labelColumns }),
    ...figures(grid, row),
  ]
  const [first = [], ...rest] = [...spec.results.rows, spec.results.total].flatMap(row =>
    resultRows(grid, row),
  )
  const merged = printed.label(spec.results.label, { rows: results.length + 1 })
  return [whole(spec.received), whole(spec.carriedIn), [merged, ...first], ...rest, whole(spec.carriedOut)]
}

const resultRows = (
  grid: RequestsGrid,
  row: RequestsGrid['spec']['results']['rows'][number],
): readonly (readonly PrintedCell[])[] => {
  if (!('rows' in row)) return [[printed.label(row[1], { columns: labelColumns - 1 }), ...figures(grid, row)]]
  return row.rows.map((line, at) => [
    ...(at === 0 ? [printed.label(row.label, { rows: row.rows.length })] : []),
    printed.label(line[1]),
    ...figures(grid, line),
  ])
}

const figures = ({ columns, keyOf }: RequestsGrid, row: RequestLine) =>
  columns.map(column => printed.figure(keyOf(row, column)))
