// Builds the table of what was disclosed (表二) from its bands: each band has columns and rows of its own.
// No edition's labels stand here.

import {
  type AnswerType,
  type Cell,
  cellKey,
  gateKey,
  type Level,
  type PrintedCell,
  sectionKey,
  type TableSection,
} from '../../../engine/form.ts'
import { disclosureNames } from './office-names.ts'
import { otherHeadings } from './other-headings.ts'
import { printed } from './printed.ts'

/** `printed` is the head as it breaks into lines, where that differs from the label. */
type DisclosureColumn = {
  readonly key: string
  readonly label: string
  readonly answer: AnswerType
  readonly printed?: string
  /** Last year's columns of the same row whose sum this one starts with. */
  readonly opening?: readonly string[]
}

type DisclosureRow = {
  readonly key: string
  readonly label: string
  readonly rareFor?: readonly Level[]
}

type DisclosureBand = {
  readonly band: string
  readonly columns: readonly DisclosureColumn[]
  readonly rows: readonly DisclosureRow[]
}

type DisclosureSpec = {
  readonly heading: string
  /** The head of every band's first column. */
  readonly content: string
  /** One width for the labels, then one for each column of the widest band. */
  readonly widths: readonly number[]
  readonly bands: readonly DisclosureBand[]
}

const section = sectionKey('disclosure')
const keyOf = (row: DisclosureRow, column: DisclosureColumn) => cellKey(`disclosure.${row.key}.${column.key}`)

/** The section of 表二: a gate with one branch per row; where a band has fewer columns its last one is wider. */
export const disclosureTable = (spec: DisclosureSpec): TableSection => ({
  type: 'table',
  key: section,
  heading: spec.heading,
  gate: { key: gateKey('disclosure.?'), section, first: 'pick', branches: spec.bands.flatMap(branches) },
  cells: spec.bands.flatMap(cells),
  table: { widths: spec.widths, headRows: 0, rows: spec.bands.flatMap(band => printedBand(spec, band)) },
  called: disclosureNames,
  alsoHeaded: otherHeadings.disclosure,
})

const branches = ({ rows, columns }: DisclosureBand) =>
  rows.map(row => ({
    key: row.key,
    label: row.label,
    cells: columns.map(column => keyOf(row, column)),
    ...(row.rareFor && { rareFor: row.rareFor }),
  }))

const cells = ({ band, rows, columns }: DisclosureBand): readonly Cell[] =>
  rows.flatMap(row =>
    columns.map(column => ({
      key: keyOf(row, column),
      section,
      answer: column.answer,
      row: row.label,
      groups: [band],
      column: column.label,
      rowKey: row.key,
      columnKey: column.key,
      ...(column.opening && { opening: column.opening.map(key => cellKey(`disclosure.${row.key}.${key}`)) }),
    })),
  )

const printedBand = ({ content, widths }: DisclosureSpec, { band, rows, columns }: DisclosureBand) => {
  const spanOf = (at: number) =>
    at === columns.length - 1 ? { columns: widths.length - columns.length } : { columns: 1 }
  return [
    [printed.head(band, { columns: widths.length })],
    [
      printed.head(content),
      ...columns.map((column, at) => printed.head(column.printed ?? column.label, spanOf(at))),
    ],
    ...rows.map((row): readonly PrintedCell[] => [
      printed.label(row.label),
      ...columns.map((column, at) => printed.figure(keyOf(row, column), spanOf(at))),
    ]),
  ]
}
