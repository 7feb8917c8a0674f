// Builds the table of requests (表三) from its rows and applicants: cells, gates, totals. How it prints stands in
// requests-print.ts, what must agree in requests-rules.ts. No edition's labels stand here.

import {
  type Branch,
  type Cell,
  cellKey,
  gateKey,
  sectionKey,
  type TableSection,
} from '../../../engine/form.ts'
import type { KindRule } from '../../../engine/rules/kinds.ts'
import { requestsRules } from '../rules/requests-rules.ts'
import { requestsNames } from './office-names.ts'
import { otherHeadings } from './other-headings.ts'
import type { PlacedRow, RequestLine, RequestsGrid, RequestsSpec } from './requests-grid.ts'
import { requestsPrint } from './requests-print.ts'

const section = sectionKey('requests')
const keyOf = (row: RequestLine, column: RequestLine) => cellKey(`requests.${row[0]}.${column[0]}`)
const button = ([, label, said]: RequestLine) => said ?? label.replace(/^（.）|^\d\./u, '')

/** The section of 表三 and its rules; a yes opens the applicants, an applicant opens the results. */
export const requestsTable = (
  spec: RequestsSpec,
): { readonly section: TableSection; readonly rules: readonly KindRule[] } => {
  const grid = gridOf(spec)
  return {
    section: {
      type: 'table',
      key: section,
      heading: spec.heading,
      gate: {
        key: gateKey('requests.?'),
        section,
        first: 'any',
        branches: grid.entered.map(applicant => branch(grid, applicant)),
      },
      cells: cells(grid),
      table: requestsPrint(grid),
      called: requestsNames,
      alsoHeaded: otherHeadings.requests,
    },
    rules: requestsRules(grid),
  }
}

const gridOf = (spec: RequestsSpec): RequestsGrid => {
  const { person, organisations, total } = spec.applicants
  const entered = [person, ...organisations.rows]
  const inResults = spec.results.rows.flatMap((row): readonly PlacedRow[] =>
    'rows' in row
      ? row.rows.map(line => ({ line, groups: [spec.results.label, row.label] }))
      : [{ line: row, groups: [spec.results.label] }],
  )
  const rows = [
    { line: spec.received, groups: [] },
    { line: spec.carriedIn, groups: [] },
    ...inResults,
    { line: spec.results.total, groups: [spec.results.label] },
    { line: spec.carriedOut, groups: [] },
  ]
  return { spec, rows, results: inResults.map(row => row.line), entered, columns: [...entered, total], keyOf }
}

/** Nine of ten cases in the published reports at hand ended so, or went on into the next year. */
const common: ReadonlySet<string> = new Set([
  ...['granted', 'partly-granted', 'unavailable-not-held', 'declined-petition'],
  ...['other', 'other-rest', 'carried-out'],
])

const branch = ({ spec, results }: RequestsGrid, applicant: RequestLine): Branch => ({
  key: applicant[0],
  label: button(applicant),
  cells: [keyOf(spec.received, applicant), keyOf(spec.carriedIn, applicant)],
  gate: {
    key: gateKey(`requests.?.${applicant[0]}`),
    section,
    first: 'pick',
    branches: [...results, spec.carriedOut].map(row => ({
      key: row[0],
      label: button(row),
      cells: [keyOf(row, applicant)],
      ...(common.has(row[0]) && { isCommon: true as const }),
    })),
  },
})

const cells = ({ spec, rows, results, entered, columns }: RequestsGrid): readonly Cell[] => {
  const sumOf = (row: RequestLine, column: RequestLine) => {
    const down = row === spec.results.total ? results : [row]
    const across = column === spec.applicants.total ? entered : [column]
    const parts = down.flatMap(line => across.map(applicant => keyOf(line, applicant)))
    return parts.length > 1 ? { sum: parts } : {}
  }
  return rows.flatMap(({ line, groups }) =>
    columns.map(column => ({
      key: keyOf(line, column),
      section,
      answer: 'count',
      row: line[1],
      groups,
      column: column[1],
      rowKey: line[0],
      columnKey: column[0],
      ...sumOf(line, column),
      ...(line === spec.carriedIn && { opening: [keyOf(spec.carriedOut, column)] }),
    })),
  )
}
