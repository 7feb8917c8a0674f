// Pasted rows: `3 1 0 0 0 0`, or a block copied from a sheet. Shown back as a table before anything counts.

import { isLabelOf } from '../../reading/label.ts'
import { type Row, readRows } from '../../reading/rows.ts'
import { answers } from '../answers/answers.ts'
import type { Unread } from '../effect.ts'
import type { Value } from '../filing.ts'
import type { Question } from '../focus.ts'
import type { Cell, CellKey, Form, SectionKey } from '../form.ts'
import { indexOf, tableOf } from '../index-of.ts'

type Stated = readonly (readonly [Cell, Value])[]
export type Pasted = { readonly cells: readonly (readonly [CellKey, Value])[] } | { readonly why: Unread }

/**
 * Reads pasted rows against the printed rows of the focus's table, from the focus's row on, or the row that a label
 * names; single figures one below the other go down the focus's column. Totals among them are compared and not
 * kept. Undefined when the words are no rows or the focus stands in no table.
 */
export const readPasted = (form: Form, question: Question, said: string): Pasted | undefined => {
  const place = placeOf(form, question)
  const rows = place && readRows(said)
  if (!place || !rows || !isBlock(rows)) return undefined
  const targets = targetsOf(tableOf(form, place.section).cells, place.cell, rows)
  if ('why' in targets) return targets
  const stated: (readonly [Cell, Value])[] = []
  for (const [at, row] of rows.entries()) {
    const read = readRow(targets[at] ?? [], row)
    if ('why' in read) return read
    stated.push(...read)
  }
  if (!totalsAgree(stated)) return { why: 'wrong-total' }
  return { cells: stated.filter(([cell]) => !cell.sum).map(([cell, value]) => [cell.key, value]) }
}

/** One labelled figure is an answer in words, not a row; a block has at least two figures. */
const isBlock = (rows: readonly Row[]): boolean => rows.reduce((sum, row) => sum + row.pieces.length, 0) > 1

const placeOf = (form: Form, question: Question): { section: SectionKey; cell?: Cell } | undefined => {
  const { cells, gates, sections } = indexOf(form)
  if (question.type === 'cell') {
    const cell = cells.get(question.cell)
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

/** The printed cells that each pasted row goes to: those its label names, else from the focus's row on. */
const targetsOf = (
  cells: readonly Cell[],
  at: Cell | undefined,
  rows: readonly Row[],
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

/** A row with all its totals, without any, or without the one at its end. */
const readRow = (target: readonly Cell[], { pieces }: Row): Stated | { readonly why: Unread } => {
  const cells = [target, enteredOf(target), target.slice(0, -1)].find(each => each.length === pieces.length)
  if (!cells) return { why: pieces.length > target.length ? 'too-many-figures' : 'too-few-figures' }
  const stated: (readonly [Cell, Value])[] = []
  for (const [at, cell] of cells.entries()) {
    const read = answers[cell.answer].read(pieces[at] ?? '')
    if ('unread' in read) return { why: read.unread }
    stated.push([cell, read.value])
  }
  return stated
}

/** Each pasted total equals its parts, as far as those were pasted with it. */
const totalsAgree = (stated: Stated): boolean => {
  const values = new Map<CellKey, Value>(stated.map(([cell, value]) => [cell.key, value]))
  return stated.every(([cell, value]) => {
    if (!cell.sum?.every(part => values.has(part))) return true
    return cell.sum.reduce((sum, part) => sum + Number(values.get(part)), 0) === value
  })
}

const enteredOf = (cells: readonly Cell[]): readonly Cell[] => cells.filter(cell => !cell.sum)
