// Reads all tables of the document: each section's are put together where a page cut them in two. Tables that are not
// the form's, and cells of the form that the document has not, are told.

import type { Form, SectionKey } from '../../engine/form.ts'
import { type Found, leaveUnread, nothingFound, use } from '../../engine/tables/found.ts'
import type { GridCell, GridRow } from '../../engine/tables/grid.ts'
import { isOther, type Labels, labelIn, labelsOf } from '../../engine/tables/labels.ts'
import { readTable } from '../../engine/tables/read-table.ts'
import { uprightOf } from '../../engine/tables/upright.ts'
import { asideIn } from '../../reading/printed-aside.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { Account, Fate } from './account.ts'
import type { WordTable } from './blocks.ts'
import { gridOf } from './grid.ts'
import { stop } from './refusal.ts'
import { type Sliced, slice } from './slices.ts'

/** No form has a table of fifty rows. */
const mostRows = 200

export function* readTables(
  form: Form,
  tables: readonly WordTable[],
  sections: readonly (SectionKey | null)[],
  account: Account,
): Sliced<Found> {
  const found = nothingFound()
  let copies = 0
  for (const section of form.sections) {
    if (section.type !== 'table') continue
    const grids = tables.filter((_, at) => sections[at] === section.key).map(table => gridOf(table.rows))
    const rows = grids.flat()
    if (rows.length > mostRows) stop('too-large')
    if (rows.length === 0) {
      leaveUnread(found, null, section.heading, 'missing')
      continue
    }
    const labels = labelsOf(section)
    yield* recognise(labels, rows)
    copies += isTwice(labels, rows) ? 1 : 0
    if (copies > 1) stop('several-reports')
    const upright = grids.map(grid => uprightOf(labels, grid))
    yield* readTable(
      section,
      labels,
      upright.flatMap(each => each.rows),
      found,
    )
    for (const { origins } of upright) useOrigins(found, origins)
    yield* passOver(form, labels, rows, found, account)
    const open = section.cells.filter(
      ({ key }) => !found.figures.has(key) && !found.unread.some(({ place }) => place === key),
    )
    for (const { key } of open) leaveUnread(found, key, '', 'missing')
  }
  for (const [at, { rows }] of tables.entries()) {
    if (sections[at] !== null) continue
    const cells = gridOf(rows).flat()
    const words = cells.map(({ text }) => text).join(' ')
    if (words.trim() !== '') leaveUnread(found, null, words, 'unknown-table')
    for (const cell of cells) account.end(cell, blankOr(cell) ?? { type: 'left' })
    yield Math.min(words.length, slice.part)
  }
  return found
}

/** The account is of the cells as they are printed. */
const useOrigins = (found: Found, origins: ReadonlyMap<GridCell, GridCell> = new Map()): void => {
  for (const [cell, origin] of origins) {
    const as = found.used.get(cell)
    if (as) use(found, [origin], as)
  }
}

const blankOr = ({ text, above }: GridCell): Fate | null =>
  above ? { type: 'passed', as: 'merged' } : text === '' ? { type: 'passed', as: 'blank' } : null

/** The account of a table's cells: what nobody took and paper does not carry anyway is told, neighbours alike once. */
function* passOver(
  form: Form,
  labels: Labels,
  rows: readonly GridRow[],
  found: Found,
  account: Account,
): Sliced<void> {
  const headings = form.sections.flatMap(({ heading }) => (heading === null ? [] : [plainLabel(heading)]))
  for (const row of rows) {
    const strays: GridCell[] = []
    for (const cell of row) {
      const fate = fateOf(labels, headings, cell, found)
      account.end(cell, fate ?? { type: 'left' })
      if (!fate) strays.push(cell)
      yield Math.min(cell.text.length, slice.part)
    }
    if (strays.length > 0) leaveUnread(found, null, strays.map(({ text }) => text).join(' '), 'stray-cell')
  }
}

/** Undefined for a cell that nobody took. */
const fateOf = (
  labels: Labels,
  headings: readonly string[],
  cell: GridCell,
  { used, figures }: Found,
): Fate | undefined => {
  const as = used.get(cell)
  if (as?.type === 'figure') return figures.has(as.cell) ? { type: 'read', as: 'figure' } : { type: 'left' }
  if (as) return as.type === 'label' ? { type: 'read', as: 'label' } : { type: 'left' }
  const blank = blankOr(cell)
  if (blank) return blank
  const { text } = cell
  const isLabel = isOther(labels, text) || labelIn(labels.rows, text) || labelIn(labels.columns, text)
  if (isLabel || isPartOfLabel(labels, text)) return { type: 'read', as: 'label' }
  const aside = headings.includes(plainLabel(text)) ? 'caption' : asideIn(text)
  return aside ? { type: 'passed', as: aside } : undefined
}

/** A piece of the words of the form's table, where a cell was split: `1.`, `第二十条`. */
const isPartOfLabel = ({ rows, others }: Labels, text: string): boolean => {
  const words = plainLabel(text)
  return words === '' || [...others, ...rows.exact.keys()].some(label => label.includes(words))
}

/** Signs that comparing one cell's words with all labels is like. */
const perLabel = 4_000

/** The words of every cell are compared with the labels one by one; after that they are known (labels.ts). */
function* recognise(labels: Labels, rows: readonly GridRow[]): Sliced<void> {
  for (const { text } of rows.flat()) {
    if (!labels.rows.seen.has(text) || !labels.columns.seen.has(text)) {
      labelIn(labels.rows, text)
      labelIn(labels.columns, text)
      yield Math.max(perLabel, text.length)
    }
  }
}

/** Whether half of its rows, or of the names above it, stand there twice. */
const isTwice = (labels: Labels, rows: readonly GridRow[]): boolean => {
  const names = labels.rows.exact
  const counts = new Map<string, number>()
  for (const { text, above } of rows.flat()) {
    const words = plainLabel(text)
    if (!above && names.has(words)) counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const twice = [...counts.values()].filter(count => count > 1).length
  return twice > 1 && twice * 2 > counts.size
}
