// A table whose names all stand above its one row of figures: for each head the group it stands under.

import type { Cell, TableSection } from '../form.ts'
import { type Found, leaveUnread, noteLabel, takeFigure, use } from './found.ts'
import type { GridRow } from './grid.ts'
import { type Head, headsOf } from './heads.ts'
import { cellAt, isOther, isVariant, type Labels, labelIn } from './labels.ts'

/** False when the table does not have this shape. */
export const readWideTable = (
  section: TableSection,
  labels: Labels,
  rows: readonly GridRow[],
  found: Found,
): boolean => {
  const last = rows.findLastIndex(row => row.some(({ text }) => labelIn(labels.columns, text)))
  const head = rows.slice(0, last + 1)
  const { heads, end } = headsOf(withoutRows(labels), head, 0)
  const cells = cellsOf(section, labels, head, heads)
  if (cells.length !== section.cells.length) return false
  for (const { label, printed } of heads)
    if (label && isVariant(labels.columns, label, printed)) noteLabel(found, label.expected, printed)
  for (const cell of head.flat()) {
    const { text } = cell
    const label = isOther(labels, text) ? null : labelIn(labels.rows, text)
    if (label || labelIn(labels.columns, text)) use(found, [cell], { type: 'label' })
    if (label && isVariant(labels.rows, label, text)) noteLabel(found, label.expected, text)
  }
  const [figures, ...more] = rows.slice(last + 1).filter(row => row.some(({ text }) => text !== ''))
  if (more.length > 0) {
    for (const { key } of section.cells) leaveUnread(found, key, '', 'ambiguous')
    use(found, rows.slice(last + 1).flat(), { type: 'left' })
    return true
  }
  const row = figures ?? rows[last + 1] ?? []
  for (const [at, { cell, head: column }] of cells.entries()) {
    const counted = row.length === cells.length ? row[at] : undefined
    const below = row.filter(({ from, to }) => from < column.to && column.from < to)
    const isWhole = row.at(-1)?.to === end
    const printed =
      counted ?? (isWhole && below.length === 1 && isOnly(heads, below[0]) ? below[0] : undefined)
    if (printed) takeFigure(found, cell, printed, null)
    else if (below.length > 0) {
      leaveUnread(found, cell.key, below.map(({ text }) => text).join(' '), 'ambiguous')
      use(found, below, { type: 'left' })
    }
  }
  return true
}

type Place = { readonly cell: Cell; readonly head: Head }

/** The cell under each head, from left to right: in the last group that begins at or before it, or by the form's order. */
const cellsOf = (
  section: TableSection,
  labels: Labels,
  rows: readonly GridRow[],
  heads: readonly Head[],
): readonly Place[] => {
  const named = heads.filter(head => head.label !== null)
  const groups = rows.flat().flatMap(({ text, from, above }) => {
    const label = above || isOther(labels, text) ? null : labelIn(labels.rows, text)
    return label ? [{ key: label.key, from }] : []
  })
  const measured = named.flatMap(head => {
    const group = groups
      .filter(({ from }) => from <= head.from)
      .sort((one, other) => other.from - one.from)[0]
    const cell = group && cellAt(labels, group.key, head.label?.key ?? '')
    return cell ? [{ cell, head }] : []
  })
  if (new Set(measured.map(({ cell }) => cell)).size === section.cells.length) return measured
  const isInOrder =
    named.length === section.cells.length &&
    named.every(({ label }, at) => label?.key === section.cells[at]?.columnKey) &&
    [...new Set(section.cells.map(cell => cell.rowKey))].join() === groups.map(({ key }) => key).join()
  return isInOrder ? section.cells.flatMap((cell, at) => (named[at] ? [{ cell, head: named[at] }] : [])) : []
}

const isOnly = (heads: readonly Head[], cell: { from: number; to: number } | undefined): boolean =>
  cell !== undefined && heads.filter(({ from, to }) => from < cell.to && cell.from < to).length === 1

/** The groups' names are no heads of columns. */
const withoutRows = (labels: Labels): Labels => ({
  ...labels,
  others: new Set(
    [...labels.others, ...labels.rows.exact.keys()].filter(words => !labels.columns.exact.has(words)),
  ),
})
