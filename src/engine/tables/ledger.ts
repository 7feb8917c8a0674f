// Rows of a ledger, one for each case: of all their columns only the two that name a column and a row of one table are
// looked at, and counted. Nothing else of a row goes into the filing; a page shows the pasted message as its writer's own
// words for as long as messages are kept.

import { plainWords } from '../../reading/clauses.ts'
import { labelNames } from '../../reading/label-names.ts'
import { nameAt } from '../../reading/name-index.ts'
import { readSheet } from '../../reading/sheet.ts'
import type { Filing } from '../filing.ts'
import type { Cell, Form } from '../form.ts'
import { indexOf } from '../index-of.ts'
import { type Axis, lexiconOf } from '../mentions/lexicon.ts'
import type { Pasted } from './pasted-table.ts'

/** A district's ledger of a year; columns and signs that a row of one has at most. */
const most = { rows: 2_000, columns: 40, signs: 1_000_000, cell: 60 }
/** Different rows that could not be placed are told, so many of them. */
const mostTold = 10

type Rows = readonly (readonly string[])[]
/** The cells that the words of a ledger's cell name as a row, or as a column. */
type Reader = (said: string, axis: Axis) => readonly Cell[]

/** Undefined where no two columns name applicants and results, row by row. */
export const readLedger = (form: Form, filing: Filing, text: string): Pasted | undefined => {
  const rows = text.length <= most.signs ? readSheet(text) : null
  if (!rows || rows.length < 2) return undefined
  const reader = readerOf(form, filing)
  const sample = rows.slice(0, most.rows)
  const across = likeliest(sample, reader, 'column')
  const down = likeliest(sample, reader, 'row', across)
  if (across === undefined || down === undefined) return undefined
  const named = sample.filter(
    row => reader(row[across] ?? '', 'column').length > 0 && reader(row[down] ?? '', 'row').length > 0,
  )
  if (named.length < 2 || named.length * 2 < sample.length) return undefined
  if (rows.length > most.rows + 1) return { why: 'too-many-rows' }
  const counts = new Map<Cell, number>()
  const left = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    const [one = '', other = ''] = [row[across], row[down]]
    const columns = new Set(reader(one, 'column'))
    const [cell, ...more] = reader(other, 'row').filter(each => columns.has(each))
    if (cell && more.length === 0) counts.set(cell, 1 + (counts.get(cell) ?? 0))
    else if (at > 0 || columns.size > 0) {
      const said = `${one} ${other}`.trim().slice(0, most.cell)
      left.set(said, 1 + (left.get(said) ?? 0))
    }
  }
  if (counts.size === 0) return undefined
  const untaken = [...left].slice(0, mostTold).map(([said, count]) => `${said} × ${count}`)
  return {
    cells: indexOf(form).entered.flatMap(cell => {
      const count = counts.get(cell)
      return count === undefined ? [] : [[cell.key, count, null] as const]
    }),
    totals: [],
    untaken: left.size > mostTold ? [...untaken, '…'] : untaken,
  }
}

/** Ledgers say the same few words again and again. */
const readerOf = (form: Form, { year }: Filing): Reader => {
  const lexicon = lexiconOf(form, year)
  const known = new Map<string, readonly Cell[]>()
  return (said, axis) => {
    const key = `${axis} ${said}`
    const found = known.get(key)
    if (found) return found
    const names = said.length > 0 && said.length <= most.cell ? [said, ...labelNames(said)] : []
    const cells = names.flatMap(name => {
      const plain = plainWords(name)
      const named = nameAt(lexicon, plain, 0)
      return named?.end === plain.length ? named.value.filter(each => each.axis === axis) : []
    })
    const entered = [...new Set(cells.flatMap(each => [...each.cells]))].filter(
      cell => !cell.sum && cell.answer === 'count',
    )
    known.set(key, entered)
    return entered
  }
}

/** The column whose cells name most; at least every second row has to. */
const likeliest = (rows: Rows, reader: Reader, axis: Axis, taken?: number): number | undefined => {
  const width = Math.min(most.columns, Math.max(...rows.map(({ length }) => length)))
  const hits = Array.from({ length: width }, (_, at) =>
    at === taken ? 0 : rows.filter(row => reader(row[at] ?? '', axis).length > 0).length,
  )
  const best = Math.max(0, ...hits)
  return best * 2 >= rows.length && best > 1 ? hits.indexOf(best) : undefined
}
