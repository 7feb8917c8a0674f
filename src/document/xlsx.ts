// A sheet as .xlsx. write-excel-file is known here alone: it runs in Node and workerd alike, and writes words as words.

import writeXlsx, { type Cell } from 'write-excel-file/universal'

/** Words, a number, or nothing. Words are never read: what begins with `=` stays what it is. */
export type SheetCell = string | number | null

export type XlsxSheet = {
  /** Of the tab; 31 signs at most. */
  readonly name: string
  /** Above everything, over the whole width. */
  readonly title: string
  /** The rows that name the columns. */
  readonly heads: readonly (readonly string[])[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Sums, below the rows. */
  readonly sums?: readonly SheetCell[]
  /** Sentences below everything. */
  readonly notes: readonly string[]
  /** Of each column, in characters; the last one holds for all that follow. */
  readonly widths: readonly number[]
  /** Columns that stay in sight. */
  readonly fixed: number
}

/** The file's bytes. */
export const xlsxOf = async (sheet: XlsxSheet): Promise<Uint8Array> => {
  const { name, title, heads, rows, sums, notes, widths, fixed } = sheet
  const columns = heads[0]?.length ?? 0
  const head = { fontWeight: 'bold', wrap: true, align: 'center', alignVertical: 'center' } as const
  const data: readonly (readonly Cell[])[] = [
    [{ ...cellOf(title), fontWeight: 'bold', fontSize: 14 }],
    ...heads.map(row => row.map(text => ({ ...cellOf(text), ...head, ...lined }))),
    ...rows.map(row => row.map(value => ({ ...cellOf(value), ...lined }))),
    ...(sums ? [sums.map(value => ({ ...cellOf(value), ...lined, fontWeight: 'bold' as const }))] : []),
    ...notes.map(note => [cellOf(note)]),
  ]
  const options = {
    sheet: name,
    columns: Array.from({ length: columns }, (_, at) => ({ width: widths[at] ?? widths.at(-1) ?? 12 })),
    stickyRowsCount: heads.length + 1,
    stickyColumnsCount: fixed,
    orientation: 'landscape' as const,
  }
  const blob = await writeXlsx(
    data.map(row => [...row]),
    options,
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** The format of text keeps words as words when somebody edits their cell in Excel. */
const cellOf = (value: SheetCell) => {
  if (value === null) return {}
  if (typeof value === 'number') return { type: Number, value, alignVertical: 'top' as const }
  return { type: String, value: fitting(value), format: '@', alignVertical: 'top' as const, wrap: true }
}

const lined = { borderStyle: 'thin' } as const

/** The words that a cell takes: no signs that XML has none for, and 32,767 at most (ECMA-376, 18.4; Excel's limits). */
const fitting = (text: string): string => text.replace(unwritable, '').toWellFormed().slice(0, 32_767)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 leaves out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
