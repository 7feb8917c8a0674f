// Rows of the first sheet of an xlsx file, through the same limited zip and XML readers as Word files. A cell with an
// error, or a formula that was never worked out, is told as such and never as an empty one (docs/decisions/0022).

import { stop } from '../docx/refusal.ts'
import type { Sliced } from '../docx/slices.ts'
import { treeOf } from '../docx/tree-of.ts'
import type { Zip } from '../docx/unzip.ts'
import { childOf, type Element } from '../docx/xml.ts'
import { type SheetRow, sheetLimits } from './sheet-row.ts'

/** Stands in the place of a cell without a value of its own: Excel's word for an error, or for a formula. */
export const noValue = { formula: '#FORMULA!' } as const

/**
 * Rows with words, one more than the limit at most: painted rows without any are many. Names by namespace are `:row`,
 * `:c`: the reader knows Word's namespaces by name.
 */
export function* rowsOfXlsx(zip: Zip): Sliced<readonly SheetRow[]> {
  const sheet = zip.get(yield* firstSheet(zip)) ?? stop('damaged')
  const strings = zip.get('xl/sharedstrings.xml')
  const shared = strings ? elementsOf(yield* treeOf(strings), ':si').map(textOf) : []
  const data = childOf(yield* treeOf(sheet), ':sheetData')
  const rows: SheetRow[] = []
  let line = 0
  for (const row of elementsOf(data, ':row')) {
    line = Number(row.attributes.get('r') ?? line + 1)
    const cells = cellsOf(row, shared)
    if (cells.some(cell => cell !== '')) rows.push({ line, cells })
    if (rows.length > sheetLimits.rows) break
  }
  return rows
}

/** The part of the first sheet in the workbook's order. */
function* firstSheet(zip: Zip): Sliced<string> {
  const workbook = zip.get('xl/workbook.xml') ?? stop('not-docx')
  const relations = zip.get('xl/_rels/workbook.xml.rels') ?? stop('damaged')
  const [first] = elementsOf(childOf(yield* treeOf(workbook), ':sheets'), ':sheet')
  const id = first?.attributes.get('id')
  const related = elementsOf(yield* treeOf(relations), 'rel:Relationship')
  const target = related.find(({ attributes }) => attributes.get('Id') === id)?.attributes.get('Target') ?? ''
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()
}

const cellsOf = (row: Element, shared: readonly string[]): readonly string[] => {
  const cells: string[] = []
  for (const cell of elementsOf(row, ':c')) {
    const at = columnOf(cell.attributes.get('r')) ?? cells.length
    if (at >= sheetLimits.columns) {
      // Cells far out are as a rule only painted.
      if (cellText(cell, shared) === '') continue
      stop('too-large')
    }
    while (cells.length < at) cells.push('')
    cells[at] = cellText(cell, shared)
  }
  return cells
}

/** ECMA-376 part 1, 18.18.11: `s` shared, `inlineStr`, `str` of a formula, `b`, `e` an error, else a number. */
const cellText = (cell: Element, shared: readonly string[]): string => {
  const value = childOf(cell, ':v')
  const type = cell.attributes.get('t') ?? 'n'
  if (type === 'inlineStr') return textOf(childOf(cell, ':is')).trim()
  if (!value) return childOf(cell, ':f') ? noValue.formula : ''
  const text = textOf(value).trim()
  if (type === 's') return (shared[Number(text)] ?? stop('damaged')).trim()
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  return text
}

/** `C7` is 2; undefined where the cell does not say. */
const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** All words in it, in their order, but for the reading aid over Chinese characters (`rPh`). */
const textOf = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map(child => (typeof child === 'string' ? child : child.name === ':rPh' ? '' : textOf(child)))
    .join('')

const elementsOf = (element: Element | undefined, name: string): readonly Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && child.name === name,
  )
