// A table whose rows are named at their left: every row by its label, every figure by the head above it.
// Cells are counted where the count agrees, measured on the grid where it does not, and left unread where neither
// tells.

import { likeness, plainLabel } from '../../reading/printed-label.ts'
import { unitInHead } from '../../reading/unit-in-head.ts'
import type { TableSection } from '../form.ts'
import { type Found, leaveUnread, noteLabel, takeFigure, use } from './found.ts'
import type { GridCell, GridRow } from './grid.ts'
import { type Head, type HeadRows, headsOf, isHeadRow } from './heads.ts'
import { cellAt, type FormLabel, isOther, isVariant, type Labels, labelIn } from './labels.ts'

/** Signs that reading a row of many columns is like. */
const perRow = 10_000

/** A row of figures with its label's place in it. */
type Named = { readonly label: FormLabel; readonly at: number }

/** Says after each row how much work it was, in signs. */
export function* readRowTable(
  section: TableSection,
  labels: Labels,
  rows: readonly GridRow[],
  found: Found,
): Generator<number, void, void> {
  const heads = rows.map(row => isHeadRow(labels, row))
  const named = rows.map((row, at) => (heads[at] ? null : nameOf(labels, row)))
  let head: readonly GridRow[] = []
  let columns: HeadRows | undefined
  for (const [at, row] of rows.entries()) {
    yield perRow
    if (heads[at]) {
      head = heads[at - 1] ? [...head, row] : [row]
      columns = undefined
      use(
        found,
        row.filter(({ text }) => labelIn(labels.columns, text)),
        { type: 'label' },
      )
    }
    const name = named[at] ?? (heads[at] ? null : byPlace(section, labels, rows, named, at))
    if (name) {
      columns ??= headsOf(labels, head, firstHead(labels, head))
      readRow(labels, { ...columns, cells: head.flat() }, row, name, found)
    } else if (!heads[at] && row.some(cell => isFigure(labels, cell))) {
      leaveUnread(found, null, row.map(({ text }) => text).join(' '), 'unknown-row')
      use(found, row, { type: 'left' })
    }
  }
}

/** The row's name; words that two of its cells claim name none. */
const nameOf = (labels: Labels, row: GridRow): Named | null => {
  const found = row.flatMap(({ text }, at) => {
    const label = isOther(labels, text) ? null : labelIn(labels.rows, text)
    return label ? [{ label, at }] : []
  })
  const exact = found.filter(
    ({ label, at }) => labels.rows.exact.get(plainLabel(row[at]?.text ?? ''))?.key === label.key,
  )
  const [only, ...more] = exact.length > 0 ? exact : found
  return only && more.length === 0 ? only : null
}

/** A misprinted label between two rows that are the form's neighbours of the one it must be. */
const byPlace = (
  section: TableSection,
  labels: Labels,
  rows: readonly GridRow[],
  named: readonly (Named | null)[],
  at: number,
): Named | null => {
  const order = [...new Set(section.cells.map(cell => cell.rowKey))]
  const before = named[at - 1]?.label.key
  const after = named[at + 1]?.label.key
  const key = order[before === undefined ? -1 : order.indexOf(before) + 1]
  if (key === undefined || after === undefined || order[order.indexOf(key) + 1] !== after) return null
  const label = [...labels.rows.exact.values()].find(one => one.key === key)
  const words = rows[at]?.findLastIndex(cell => !cell.above && /\p{L}/u.test(cell.text)) ?? -1
  if (!label || words < 0) return null
  const share = likeness(plainLabel(rows[at]?.[words]?.text ?? ''), plainLabel(label.expected))
  return share >= 0.3 ? { label, at: words } : null
}

const readRow = (
  labels: Labels,
  { heads, end, cells: printedHeads }: HeadRows & { readonly cells: readonly GridCell[] },
  row: GridRow,
  { label, at }: Named,
  found: Found,
): void => {
  const name = row[at]
  if (!name) return
  if (isVariant(labels.rows, label, name.text)) noteLabel(found, label.expected, name.text)
  const figures = row.slice(at + 1)
  const isCertain = end !== null || isInOrder(labels, label, heads)
  let isTold = false
  use(found, [name], { type: 'label' })
  heads.forEach((column, n) => {
    const cell = column.label && cellAt(labels, label.key, column.label.key)
    const counted = heads.length === figures.length ? figures[n] : measured(heads, figures, column, end)
    const printed = isCertain ? counted : 'ambiguous'
    if (column.label && isVariant(labels.columns, column.label, column.printed))
      noteLabel(found, column.label.expected, column.printed)
    if (!cell) {
      if (printed && printed !== 'ambiguous' && printed.text !== '') {
        leaveUnread(found, null, `${name.text} ${column.printed} ${printed.text}`, 'unknown-column')
        const head = printedHeads.filter(({ text }) => text === column.printed)
        use(found, [printed, ...head], { type: 'left' })
      }
    } else if (printed === 'ambiguous' || printed?.above || printed?.below) {
      leaveUnread(found, cell.key, '', 'ambiguous')
      isTold = true
    } else if (printed) takeFigure(found, cell, printed, unitInHead(column.printed))
  })
  // Figures before the first head (上年数 between the names and the form's columns) are of no column of the form.
  const before = figures.filter(({ from }) => from < (heads[0]?.from ?? 0))
  for (const cell of before.filter(each => !found.used.has(each) && isFigure(labels, each))) {
    leaveUnread(found, null, `${name.text} ${cell.text}`, 'unknown-column')
    use(found, [cell], { type: 'left' })
  }
  // The places of the row tell of all its figures that nobody can tell apart.
  if (isTold) use(found, figures, { type: 'left' })
}

/** Whether the heads are the form's for this row, all of them, in its order. */
const isInOrder = ({ cells }: Labels, row: FormLabel, heads: readonly Head[]): boolean =>
  [...cells.values()]
    .filter(({ rowKey }) => rowKey === row.key)
    .map(({ columnKey }) => columnKey)
    .join() === heads.map(({ label }) => label?.key).join()

/** Heads of the label columns (信息内容, the corner) stand before the first column of figures. */
const firstHead = (labels: Labels, head: readonly GridRow[]): number =>
  Math.min(...head.flat().flatMap(({ text, from }) => (labelIn(labels.columns, text) ? [from] : [])))

/** The one cell that stands below this head and below no other. */
const measured = (
  heads: readonly Head[],
  figures: readonly GridCell[],
  column: Head,
  end: number | null,
): GridCell | 'ambiguous' | undefined => {
  const below = figures.filter(cell => overlap(cell, column))
  const [only] = below
  // A row that ends elsewhere than its head has lost or won a cell, nobody can say where.
  if (figures.at(-1)?.to !== end) return 'ambiguous'
  if (!only) return undefined
  return below.length > 1 || heads.filter(head => overlap(only, head)).length > 1 ? 'ambiguous' : only
}

const overlap = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to

/** Digits behind words that are no label of the form. */
const isFigure = (labels: Labels, { text, above }: GridCell): boolean =>
  !above && /\d/.test(text.normalize('NFKC')) && !isOther(labels, text)
