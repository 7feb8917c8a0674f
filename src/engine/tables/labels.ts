// Recognises the labels of a form's table in printed cells. Exact words first, then likeness; where two labels fit
// alike it says nothing.

import {
  likeness,
  mostLikeness,
  plainLabel,
  sameLabel,
  withoutBrackets,
} from '../../reading/printed-label.ts'
import type { Cell, TableSection } from '../form.ts'

/** A row or column of the form as a printed cell names it. */
export type FormLabel = { readonly key: string; readonly expected: string }

/** `exact` is by plain words; `seen` remembers earlier answers. */
export type LabelIndex = {
  readonly exact: Map<string, FormLabel>
  readonly seen: Map<string, FormLabel | null>
}

export type Labels = {
  readonly rows: LabelIndex
  readonly columns: LabelIndex
  /** Heads of groups, bands, the corner: words that belong to the table and name no row or column. */
  readonly others: ReadonlySet<string>
  /** By row and column. */
  readonly cells: ReadonlyMap<string, Cell>
}

export const cellAt = ({ cells }: Labels, row: string, column: string): Cell | undefined =>
  cells.get(`${row} ${column}`)

/** Made anew for every document: the words of its cells are remembered only while it is read. */
export const labelsOf = ({ cells, table }: TableSection): Labels => {
  const rows: LabelIndex = { exact: new Map(), seen: new Map() }
  const columns: LabelIndex = { exact: new Map(), seen: new Map() }
  for (const { row, groups, rowKey, column, columnKey } of cells) {
    const label = { key: rowKey, expected: row }
    rows.exact.set(plainLabel(row), label)
    // Group and row in one cell.
    for (let from = groups.length - 1; from >= 0; from -= 1)
      rows.exact.set([...groups.slice(from), row].map(plainLabel).join(''), label)
    columns.exact.set(plainLabel(column), { key: columnKey, expected: column })
  }
  const printed = table.rows.flat().flatMap(cell => ('text' in cell ? [plainLabel(cell.text)] : []))
  const others = printed.filter(words => !rows.exact.has(words) && !columns.exact.has(words))
  const places = cells.map(cell => [`${cell.rowKey} ${cell.columnKey}`, cell] as const)
  return { rows, columns, others: new Set(others), cells: new Map(places) }
}

/** Words so much alike are the same label misprinted; a second one must be further off than this. */
const alike = 0.6
const apart = 0.15
/** A part of a label names it from so many signs on. */
const shortestPart = 3

/** Longer words are a text. */
const longestLabel = 80

/** The label a printed cell carries; null for none or more than one. */
export const labelIn = ({ exact, seen }: LabelIndex, text: string): FormLabel | null => {
  const before = seen.get(text)
  if (before !== undefined) return before
  const words = plainLabel(text)
  const isWords = words.length <= longestLabel && /\p{L}/u.test(words)
  const found =
    exact.get(words) ??
    explained(exact, text) ??
    (isWords ? (partIn(exact, words) ?? likeIn(exact, words)) : null)
  seen.set(text, found)
  return found
}

/** A label with what an office explains behind it in brackets, at any length up to a passage's. */
const explained = (exact: ReadonlyMap<string, FormLabel>, text: string): FormLabel | undefined =>
  text.length <= longestExplained && /[（(]/u.test(text)
    ? exact.get(plainLabel(withoutBrackets(text)))
    : undefined

/** The longest explanation that was seen has 150 signs. */
const longestExplained = 400

const partIn = (exact: ReadonlyMap<string, FormLabel>, words: string): FormLabel | null => {
  if (words.length < shortestPart) return null
  const parts = [...exact].filter(
    ([whole]) => whole.length >= shortestPart && (whole.includes(words) || words.includes(whole)),
  )
  const [found, ...others] = new Map(parts.map(([, label]) => [label.key, label])).values()
  return found && others.length === 0 ? found : null
}

const likeIn = (exact: ReadonlyMap<string, FormLabel>, words: string): FormLabel | null => {
  const shares = new Map<string, { readonly label: FormLabel; readonly share: number }>()
  for (const [whole, label] of exact) {
    // So far off it is neither the one nor too close to it.
    if (mostLikeness(words, whole) < alike - apart) continue
    const share = likeness(words, whole)
    if (share > (shares.get(label.key)?.share ?? 0)) shares.set(label.key, { label, share })
  }
  const [first, second] = [...shares.values()].sort((one, other) => other.share - one.share)
  if (!first || first.share < alike) return null
  return first.share - (second?.share ?? 0) > apart ? first.label : null
}

/** Whether the words belong to the table without naming a row or column. */
export const isOther = ({ others }: Labels, text: string): boolean => others.has(plainLabel(text))

/** Whether a label is printed otherwise than the form has it; its groups may stand before it. */
export const isVariant = (labels: LabelIndex, label: FormLabel, printed: string): boolean => {
  if (sameLabel(label.expected, printed)) return false
  const words = plainLabel(printed)
  return words === plainLabel(label.expected) || labels.exact.get(words)?.key !== label.key
}
