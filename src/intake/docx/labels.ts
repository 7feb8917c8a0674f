// The words of a form's table: which of its labels a printed cell carries. Exact words first, then likeness; where
// two labels fit alike it says nothing.

import type { Cell, TableSection } from '../../engine/form.ts'
import { likeness, plainLabel, sameLabel } from '../../reading/printed-label.ts'

/** A row or column of the form as a printed cell names it. */
export type Label = { readonly key: string; readonly expected: string }

export type Labels = {
  readonly rows: ReadonlyMap<string, Label>
  readonly columns: ReadonlyMap<string, Label>
  /** Heads of groups, bands, the corner: words that belong to the table and name no row or column. */
  readonly others: ReadonlySet<string>
  /** By row and column. */
  readonly cells: ReadonlyMap<string, Cell>
}

const known = new WeakMap<TableSection, Labels>()

export const labelsOf = (section: TableSection): Labels => {
  const found = known.get(section) ?? build(section)
  known.set(section, found)
  return found
}

export const cellAt = ({ cells }: Labels, row: string, column: string): Cell | undefined =>
  cells.get(`${row} ${column}`)

const build = ({ cells, table }: TableSection): Labels => {
  const rows = new Map<string, Label>()
  const columns = new Map<string, Label>()
  for (const { row, groups, rowKey, column, columnKey } of cells) {
    const label = { key: rowKey, expected: row }
    rows.set(plainLabel(row), label)
    // Group and row in one cell.
    for (let from = groups.length - 1; from >= 0; from -= 1)
      rows.set([...groups.slice(from), row].map(plainLabel).join(''), label)
    columns.set(plainLabel(column), { key: columnKey, expected: column })
  }
  const printed = table.rows.flat().flatMap(cell => ('text' in cell ? [plainLabel(cell.text)] : []))
  const others = printed.filter(words => !rows.has(words) && !columns.has(words))
  const places = cells.map(cell => [`${cell.rowKey} ${cell.columnKey}`, cell] as const)
  return { rows, columns, others: new Set(others), cells: new Map(places) }
}

/** Words so much alike are the same label misprinted; a second one must be further off than this. */
const alike = 0.6
const apart = 0.15
/** A part of a label names it from so many signs on. */
const shortestPart = 3

/** The label a printed cell carries; null for none or more than one. */
export const labelIn = (labels: ReadonlyMap<string, Label>, text: string): Label | null => {
  const words = plainLabel(text)
  const exact = labels.get(words)
  if (exact || words === '') return exact ?? null
  const parts = distinct(
    [...labels]
      .filter(([whole]) => whole.length >= shortestPart && words.length >= shortestPart)
      .filter(([whole]) => whole.includes(words) || words.includes(whole)),
  )
  if (parts.length === 1) return parts[0] ?? null
  const [first, second] = [...labels]
    .map(([whole, label]) => ({ label, share: likeness(words, whole) }))
    .sort((one, other) => other.share - one.share)
  if (!first || first.share < alike) return null
  const next = second && second.label.key === first.label.key ? 0 : (second?.share ?? 0)
  return first.share - next > apart ? first.label : null
}

const distinct = (found: readonly (readonly [string, Label])[]): readonly Label[] => [
  ...new Map(found.map(([, label]) => [label.key, label])).values(),
]

/** Whether the words belong to the table without naming a row or column. */
export const isOther = ({ others }: Labels, text: string): boolean => others.has(plainLabel(text))

/** Whether a label is printed otherwise than the form has it. */
export const isVariant = ({ expected }: Label, printed: string): boolean =>
  !sameLabel(expected, printed) && !plainLabel(printed).endsWith(plainLabel(expected))
