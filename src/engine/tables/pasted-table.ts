// A table as it is copied, with its head: read as a printed one is, against the section whose words stand in it. A blank
// is 0 and is shown back; a total is compared with its parts, those that stand here among them.

import { isWords, plainLabel } from '../../reading/printed-label.ts'
import type { Unread } from '../answers/answer.ts'
import { answers } from '../answers/answers.ts'
import { compareTotal } from '../compare-total.ts'
import { derive } from '../derive.ts'
import type { Filing, StatedFigures } from '../filing.ts'
import type { CellKey, Form, SectionKey, TableSection } from '../form.ts'
import { cellOf } from '../index-of.ts'
import type { WrongTotal } from '../mentions/said.ts'
import { readFigure } from '../read-figure.ts'
import { type Found, nothingFound } from './found.ts'
import type { GridCell, GridRow } from './grid.ts'
import { isHeadRow } from './heads.ts'
import { type Labels, labelsOf } from './labels.ts'
import { readTable } from './read-table.ts'
import { uprightOf } from './upright.ts'

/** Lines without a head that can be trusted: rows of this section. */
export type Headless = { readonly section: SectionKey; readonly body: string }

export type Pasted =
  | { readonly cells: StatedFigures; readonly totals: StatedFigures; readonly untaken: readonly string[] }
  | { readonly why: Unread }
  | { readonly wrong: readonly WrongTotal[] }

/** No form has a table of a hundred rows, or of so many columns; Word itself ends at 63. */
const most = { rows: 100, columns: 100 }

/** Undefined where the rows are no table of the section with a head. */
export const readPastedTable = (
  form: Form,
  filing: Filing,
  section: TableSection,
  rows: readonly (readonly string[])[],
): Pasted | Headless | undefined => {
  if (rows.length > most.rows) return { why: 'too-many-rows' }
  const width = Math.max(...rows.map(({ length }) => length))
  if (width > most.columns) return { why: 'too-many-figures' }
  const labels = labelsOf(section)
  const printed = uprightOf(
    labels,
    rows.map(row => gridRow(row, width)),
  )
  if (printed.origins) return yieldOfTable(form, filing, section, labels, printed.rows)
  const grid = mergedBelow(labels, printed.rows)
  const heads = rows.filter((_, at) => isHeadRow(labels, grid[at] ?? []))
  // A page leaves out what a merged cell covers: then only the form's order tells which head is above a figure.
  const isWhole = new Set(heads.map(({ length }) => length)).size === 1
  if (!isWhole) return heads.length === 0 ? undefined : { section: section.key, body: bodyOf(rows) }
  return yieldOfTable(form, filing, section, labels, grid)
}

const yieldOfTable = (
  form: Form,
  filing: Filing,
  section: TableSection,
  labels: Labels,
  grid: readonly GridRow[],
): Pasted | undefined => {
  const found = nothingFound()
  for (const _ of readTable(section, labels, grid, found));
  return found.figures.size === 0 ? undefined : yieldOf(form, filing, found)
}

/** A figure that is repeated below one merged head is one figure. */
const mergedBelow = (labels: Labels, grid: readonly GridRow[]): readonly GridRow[] => {
  let heads: GridRow = []
  return grid.map(row => {
    if (isHeadRow(labels, row)) {
      heads = row.filter(({ text, from, to }) => to - from > 1 && labels.columns.exact.has(plainLabel(text)))
      return row
    }
    return heads.reduce<GridRow>((cells, head) => {
      const below = cells.filter(({ from, to }) => from >= head.from && to <= head.to)
      const [first, ...more] = below
      const isOne = first && first.text !== '' && more.every(({ text }) => text === first.text)
      if (!isOne || first.from !== head.from || below.at(-1)?.to !== head.to) return cells
      return cells.flatMap(cell =>
        cell === first ? [{ ...first, to: head.to }] : below.includes(cell) ? [] : [cell],
      )
    }, row)
  })
}

/** The lines from the first one with a figure on. */
const bodyOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .slice(
      Math.max(
        0,
        rows.findIndex(row => row.some(cell => /^\d/.test(cell) && !isWords(cell))),
      ),
    )
    .map(row => row.join('\t'))
    .join('\n')

/**
 * Every line reaches as far as the longest: cells that a copy left out at its end are blank. The same words in
 * neighbouring cells are a merged cell that was filled.
 */
const gridRow = (cells: readonly string[], width: number): GridRow => {
  const row: GridCell[] = []
  for (let at = 0; at < width; at += 1) {
    const text = cells[at] ?? ''
    const left = row.at(-1)
    if (left && left.text === text && isWords(text)) row[row.length - 1] = { ...left, to: at + 1 }
    else row.push({ text, from: at, to: at + 1, above: false, below: false })
  }
  return row
}

const yieldOf = (form: Form, filing: Filing, { figures, unread }: Found): Pasted => {
  // A part without words is a place that nobody can tell.
  if (unread.some(({ said }) => said === '')) return { why: 'too-few-figures' }
  const read = [...figures].flatMap(([key, { value, note }]): StatedFigures => {
    const { answer, sum } = cellOf(form, key)
    const zero = answers[answer].zero
    if (value !== null) return [[key, value, note]]
    return sum || zero === undefined ? [] : [[key, zero, note]]
  })
  const entered = read.filter(([key]) => !cellOf(form, key).sum)
  // Paper may hold what nobody could type: such a figure is named and left to be typed.
  const cells = entered.filter(stated => isTypable(form, filing, stated))
  const given = new Map(cells.map(([key, value]) => [key, value]))
  const standing = derive(form, filing)
  const off = read.flatMap(stated => {
    const cell = cellOf(form, stated[0])
    if (!cell.sum) return []
    const valueAt = (key: CellKey) => given.get(key) ?? standing.get(key)?.value
    const off = compareTotal(form, cell, stated[1], valueAt)
    return off ? [{ stated, ...off }] : []
  })
  const wrong = off.flatMap(total => (total.isOpen ? [] : [total.wrong]))
  if (wrong.length > 0) return { wrong }
  return {
    cells,
    totals: [],
    untaken: [
      ...unread.map(({ said }) => said),
      ...entered.flatMap(stated => (cells.includes(stated) ? [] : [printed(form, stated)])),
      ...off.map(({ stated }) => printed(form, stated)),
    ],
  }
}

const isTypable = (form: Form, filing: Filing, [key, value]: StatedFigures[number]): boolean =>
  'value' in readFigure(form, filing, key, answers[cellOf(form, key).answer].print(value))

/** A figure with its printed labels. */
const printed = (form: Form, [key, value]: StatedFigures[number]): string => {
  const { row, column, answer } = cellOf(form, key)
  return `${row} ${column} ${answers[answer].print(value)}`
}
