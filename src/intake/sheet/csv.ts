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

/** Tabs come with cells copied out of Excel. */
const delimiters = [',', '\t', ';']
/** `signs` bounds the work at a row without an end. */
const sample = { rows: 20, signs: 20_000 }

/** The sign by which most of the first rows come to one width; quotes are heeded, and a title above does not decide. */
const delimiterOf = (text: string): string => {
  const scored = delimiters.map(sign => ({
    sign,
    ...commonWidth(widthsBy(text.slice(0, sample.signs), sign)),
  }))
  return scored.reduce((best, each) =>
    each.rows > best.rows || (each.rows === best.rows && each.width > best.width) ? each : best,
  ).sign
}

/** Rows before a fault count too. The parser's own discovery of the delimiter fails at signs beyond ASCII. */
const widthsBy = (text: string, delimiter: string): readonly number[] => {
  const widths: number[] = []
  const note = (record: readonly string[]): null => {
    widths.push(record.length)
    return null
  }
  try {
    parse(text, { bom: true, relax_column_count: true, delimiter, to: sample.rows, on_record: note })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return widths
}

/** The width of more than one cell that most rows have, and how many have it. */
const commonWidth = (widths: readonly number[]): { readonly width: number; readonly rows: number } => {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts]
    .map(([width, rows]) => ({ width, rows }))
    .reduce((most, each) => (each.rows > most.rows ? each : most), { width: 1, rows: 0 })
}
