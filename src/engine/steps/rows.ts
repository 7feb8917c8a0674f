// Pasted rows: `3 1 0 0 0 0`, or a block copied from a sheet. Shown back as a table before anything counts.

import { isLabelOf } from '../../reading/label.ts'
import { type PastedRow, readRows } from '../../reading/rows.ts'
import type { Unread } from '../answers/answer.ts'
import { answers } from '../answers/answers.ts'
import { compareTotal } from '../compare-total.ts'
import { derive, type Figures } from '../derive.ts'
import { type Filing, longestNote, type Value } from '../filing.ts'
import type { Question } from '../focus.ts'
import type { Cell, CellKey, Form, SectionKey } from '../form.ts'
import { indexOf, tableOf } from '../index-of.ts'
import type { WrongTotal } from '../mentions/said.ts'
import { readLedger } from '../tables/ledger.ts'
import { type PastedPart, pastedParts } from '../tables/pasted-parts.ts'
import { type Pasted, readPastedTable } from '../tables/pasted-table.ts'

type State = { readonly form: Form; readonly filing: Filing }
type Stated = readonly (readonly [Cell, Value, string | null])[]

/** A ledger's rows, a table with its head, or rows without one. Undefined when the words are neither. */
export const readPasted = (state: State, question: Question, said: string): Pasted | undefined => {
  const ledger = readLedger(state.form, state.filing, said)
  if (ledger) return ledger
  const parts = pastedParts(state.form, said)
  if (parts.length === 0) return pastedRows(state, question, said)
  const read = parts.map(part => ({ part, pasted: readPart(state, part) }))
  const [only, ...more] = read
  if (only && more.length === 0) return only.pasted ?? pastedRows(state, question, said)
  return together(read)
}

const readPart = (state: State, { section, rows }: PastedPart): Pasted | undefined => {
  const table = readPastedTable(state.form, state.filing, section, rows)
  if (!table || !('body' in table)) return table
  return pastedRows(state, { type: 'contents', section: table.section, branch: null }, table.body)
}

type Read = { readonly part: PastedPart; readonly pasted: Pasted | undefined }

/** Several tables at once: each is taken, or it is named; sums that are off are all told. */
const together = (read: readonly Read[]): Pasted => {
  const wrong = read.flatMap(({ pasted }) => (pasted && 'wrong' in pasted ? pasted.wrong : []))
  if (wrong.length > 0) return { wrong }
  const taken = read.flatMap(({ pasted }) => (pasted && 'cells' in pasted ? [pasted] : []))
  const left = read.filter(({ pasted }) => !pasted || !('cells' in pasted))
  return {
    cells: taken.flatMap(({ cells }) => cells),
    totals: taken.flatMap(({ totals }) => totals),
    untaken: [...taken.flatMap(({ untaken }) => untaken), ...left.map(({ part }) => part.section.heading)],
  }
}

/**
 * Reads pasted rows against the printed rows of the focus's table, from the focus's row on, or the row that a label
 * names; single figures one below the other go down the focus's column. Totals among them are compared and not
 * kept. Undefined when the words are no rows or the focus stands in no table.
 */
const pastedRows = ({ form, filing }: State, question: Question, said: string): Pasted | undefined => {
  const place = placeOf(form, question)
  const written = place && readRows(said)
  if (!place || !written || !isBlock(written)) return undefined
  const { cells } = tableOf(form, place.section)
  const rows = written.filter(row => row.pieces.some(isSaid) || isNamed(cells, row))
  const targets = targetsOf(cells, place.cell ?? firstOpen(cells, derive(form, filing)), rows)
  if ('why' in targets) return targets
  const stated: (readonly [Cell, Value, string | null])[] = []
  for (const [at, row] of rows.entries()) {
    const read = readRow(targets[at] ?? [], row, filing.year)
    if ('why' in read) return read
    stated.push(...read)
  }
  const wrong = wrongTotals(form, stated, derive(form, filing))
  if (wrong.length > 0) return { wrong }
  const entered = stated.filter(([cell]) => !cell.sum)
  return { cells: entered.map(([cell, value, note]) => [cell.key, value, note]), totals: [], untaken: [] }
}

/** A line of blanks is a row only where its label is one; the head of a group is none. */
const isNamed = (cells: readonly Cell[], { label }: PastedRow): boolean =>
  label !== null && named([...Map.groupBy(cells, cell => cell.rowKey).values()], label) !== undefined

/** One labelled figure is an answer in words, not a row; a block has at least two figures. */
const isBlock = (rows: readonly PastedRow[]): boolean =>
  rows.reduce((sum, row) => sum + row.pieces.length, 0) > 1 && rows.some(row => row.pieces.some(isSaid))

const isSaid = (piece: string): boolean => piece !== ''

const placeOf = (form: Form, question: Question): { section: SectionKey; cell?: Cell } | undefined => {
  const { cells, gates, sections } = indexOf(form)
  const key =
    question.type === 'cell'
      ? question.cell
      : question.type === 'proposal'
        ? question.cells[0]?.[0]
        : undefined
  if (key) {
    const cell = cells.get(key)
    return cell && { section: cell.section, cell }
  }
  const section =
    question.type === 'gate'
      ? gates.get(question.gate)?.section
      : question.type === 'contents'
        ? question.section
        : null
  return section && sections.get(section)?.type === 'table' ? { section } : undefined
}

/** Where unlabelled rows begin when no cell is asked: the first printed row that is not full yet. */
const firstOpen = (cells: readonly Cell[], figures: Figures): Cell | undefined =>
  cells.find(cell => !cell.sum && !figures.has(cell.key))

/** The printed cells that each pasted row goes to: those its label names, else from the focus's row on. */
const targetsOf = (
  cells: readonly Cell[],
  at: Cell | undefined,
  rows: readonly PastedRow[],
): readonly (readonly Cell[])[] | { readonly why: Unread } => {
  const isColumn = at && rows.length > 1 && rows.every(row => row.pieces.length === 1)
  const isWhole =
    rows.length === 1 && [cells.length, enteredOf(cells).length].includes(rows[0]?.pieces.length ?? 0)
  if (isWhole) return [cells]
  const printed = isColumn
    ? cells.filter(cell => cell.columnKey === at.columnKey).map(cell => [cell])
    : [...Map.groupBy(cells, cell => cell.rowKey).values()]
  const from = Math.max(
    0,
    printed.findIndex(row => row.some(cell => cell.rowKey === at?.rowKey)),
  )
  const targets: (readonly Cell[])[] = []
  for (const [offset, { label }] of rows.entries()) {
    const target = label === null ? printed[from + offset] : named(printed, label)
    if (!target) return { why: label === null ? 'too-many-rows' : 'unknown-row' }
    targets.push(target)
  }
  return targets
}

/** The one row that a label names; undefined when none or several fit. */
const named = (printed: readonly (readonly Cell[])[], label: string) => {
  const fits = (how: 'same' | 'part') =>
    printed.filter(([cell]) => cell && isLabelOf(label, cell.row) === how)
  const same = fits('same')
  const found = same.length > 0 ? same : fits('part')
  return found.length === 1 ? found[0] : undefined
}

/** A row with all its totals, without any, or without the one at its end; a blank is 0, or a total that is not said. */
const readRow = (
  target: readonly Cell[],
  { pieces: written }: PastedRow,
  year: number,
): Stated | { readonly why: Unread } => {
  const pieces = withoutMargin(written, target.length)
  const withoutLast = target.at(-1)?.sum ? target.slice(0, -1) : target
  const cells = [target, enteredOf(target), withoutLast].find(each => each.length === pieces.length)
  if (!cells) return { why: pieces.length > target.length ? 'too-many-figures' : 'too-few-figures' }
  const stated: (readonly [Cell, Value, string | null])[] = []
  for (const [at, cell] of cells.entries()) {
    const { answer, options, sum } = cell
    const piece = pieces[at] ?? ''
    const { zero } = answers[answer]
    if (piece === '' && (sum || zero === undefined)) continue
    const read =
      piece === '' && zero !== undefined
        ? { value: zero, note: null }
        : answers[answer].read(piece, { year, ...(options && { options }) })
    if ('unread' in read) return { why: read.unread }
    if ((read.note?.length ?? 0) > longestNote + 2) return { why: 'too-long' }
    stated.push([cell, read.value, read.note])
  }
  return stated
}

/** Without the blanks of merged cells between a label and its figures. */
const withoutMargin = (pieces: readonly string[], length: number): readonly string[] => {
  const more = pieces.length - length
  return more > 0 && !pieces.slice(0, more).some(isSaid) ? pieces.slice(more) : pieces
}

/** The pasted totals that their parts do not make: those pasted with them, else those that stand. An unknown part is none. */
const wrongTotals = (form: Form, stated: Stated, figures: Figures): readonly WrongTotal[] => {
  const pasted = new Map<CellKey, Value>(stated.map(([cell, value]) => [cell.key, value]))
  return stated.flatMap(([cell, said]) => {
    if (!cell.sum) return []
    const off = compareTotal(form, cell, said, key => pasted.get(key) ?? figures.get(key)?.value)
    return off ? [off.wrong] : []
  })
}

const enteredOf = (cells: readonly Cell[]): readonly Cell[] => cells.filter(cell => !cell.sum)
