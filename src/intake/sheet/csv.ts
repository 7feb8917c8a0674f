// Rows of a CSV file. The only file that knows csv-parse.

import { CsvError, parse } from 'csv-parse/sync'
import { textOf } from '../text-of.ts'
import { type SheetRead, type SheetRow, sheetLimits } from './sheet-row.ts'

export const readCsv = (bytes: Uint8Array): SheetRead => {
  const text = textOf(bytes)
  if (text === null || text.includes('\0')) return { ok: false, why: 'not-text' }
  let last = 0
  try {
    const parsed = parse(text, {
      ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: false },
      ...{ delimiter: delimiterOf(text), to: sheetLimits.rows + 1 },
    }) as unknown as readonly Parsed[]
    const rows = parsed.map(({ record, info }): SheetRow => {
      const line = last + 1
      last = info.lines
      return { line, cells: record.map(cell => cell.trim()) }
    })
    if (rows.some(({ cells }) => cells.length > sheetLimits.columns)) return { ok: false, why: 'too-large' }
    return rows.length > sheetLimits.rows ? { ok: false, why: 'too-many-rows' } : { ok: true, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, why: 'quote-open', line: typeof error.lines === 'number' ? error.lines : last + 1 }
  }
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** The sign that stands most often in the first line: what is copied out of Excel has tabs. */
const delimiterOf = (text: string): string => {
  const first = text.slice(0, 2_000).split('\n', 1)[0] ?? ''
  const counts = [',', '\t', ';'].map(sign => ({ sign, count: first.split(sign).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign
}
