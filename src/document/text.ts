// The report as plain text: complete for a file, or compact for a preview on a phone.
// A table is read out row by row with the column's name at each figure: a grid would not fit a phone's line.

import { assertNever } from '../faults.ts'
import { cellsInGrid, type PlacedCell } from './grid.ts'
import type { Block, Outline, OutlineCell, OutlineTable } from './outline.ts'

/** Said by the compact text in place of the figures it leaves out; the caller brings the words. */
export type CompactWords = {
  /** For a table in which every figure is 0. */
  readonly allZero: string
  /** Behind the figures shown: all others in the table are 0. */
  readonly restZero: string
  /** The number of figures that are not answered yet. */
  readonly open: (figures: number) => string
}

export type TextOptions = {
  /** Leave out zeros: only rows that are not all zero are printed, and in them only what is not 0. */
  readonly compact?: CompactWords
}

/** Stands for a figure that is open or was left blank. */
export const emptyFigure = '____'

/** The whole report as it prints, one paragraph or table row per line, an empty line before each heading. */
export const textOf = (outline: Outline, { compact }: TextOptions = {}): string => {
  const lines = outline.blocks.flatMap(block => linesOf(block, compact))
  return `${[outline.title, '', ...lines]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

type FigureCell = Extract<OutlineCell, { readonly role: 'figure' }>

/** `labels` name the row, outermost first. */
type TableRow = { readonly labels: readonly string[]; readonly figures: readonly FigureCell[] }

type Grid = readonly (readonly PlacedCell[])[]

const linesOf = (block: Block, compact: CompactWords | undefined): readonly string[] => {
  switch (block.type) {
    case 'heading':
      return ['', block.text]
    case 'paragraph':
      return [block.lead + block.text]
    case 'closing':
      return ['', block.unit, block.day]
    case 'table':
      return compact ? compactLines(block, compact) : fullLines(block)
    default:
      return assertNever(block)
  }
}

/** Every figure; above the rows the corner's words (the rule the form prints) and which columns stand together. */
const fullLines = (table: OutlineTable): readonly string[] => {
  const grid = cellsInGrid(table)
  if (grid.flat().some(({ role }) => role === 'field')) return fieldLines(grid)
  const corner = grid.flat().find(({ role }) => role === 'corner')
  const heads = corner ? [oneLine(corner.text), headWords(grid, 0, corner.columns, table.widths.length)] : []
  return [...heads, ...namedLines(rowsOf(table))]
}

/** Each label with the fields behind it. */
const fieldLines = (grid: Grid): readonly string[] =>
  grid.flatMap(row =>
    row.flatMap(({ role, text }, at) => {
      if (role !== 'label') return []
      const next = row.slice(at + 1)
      const until = next.findIndex(each => each.role === 'label')
      const fields = (until < 0 ? next : next.slice(0, until)).map(field => field.text.trim())
      return [`${oneLine(text)}：${fields.join('\n')}`]
    }),
  )

/** The heads from one grid column to another, each with the heads below it in brackets. */
const headWords = (grid: Grid, row: number, from: number, to: number): string =>
  (grid[row] ?? [])
    .filter(({ role, start }) => role === 'head' && from <= start && start < to)
    .map(({ text, rows, start, columns }) => {
      const below = headWords(grid, row + rows, start, start + columns)
      return oneLine(text) + (below && `（${below}）`)
    })
    .join('，')

const compactLines = (table: OutlineTable, words: CompactWords): readonly string[] => {
  const rows = rowsOf(table)
  const figures = rows.flatMap(row => row.figures)
  const open = figures.filter(({ state }) => state === 'open').length
  const zeros = figures.filter(({ state }) => state === 'zero').length
  const shown = rows
    .filter(row => row.figures.some(({ state }) => state === 'figure' || state === 'blank'))
    .map(row => ({ ...row, figures: row.figures.filter(({ state }) => state !== 'zero') }))
  return [
    ...namedLines(shown),
    ...(zeros === figures.length ? [words.allZero] : zeros > 0 ? [words.restZero] : []),
    ...(open > 0 ? [words.open(open)] : []),
  ]
}

/** One line per row; the groups above a row stand on lines of their own, each time they change. */
const namedLines = (rows: readonly TableRow[]): readonly string[] => {
  let above: readonly string[] = []
  return rows.flatMap(({ labels, figures }) => {
    const groups = labels.slice(0, -1)
    const kept = groups.findIndex((group, at) => group !== above[at])
    const changed = kept < 0 ? [] : groups.slice(kept)
    above = groups
    const name = oneLine(labels.at(-1) ?? '')
    return [...changed.map(oneLine), `${name}：${figures.map(words).join('，')}`]
  })
}

const words = ({ column, text }: FigureCell): string =>
  `${oneLine(column)} ${text === '' ? emptyFigure : oneLine(text)}`

const oneLine = (text: string): string => text.replaceAll('\n', '')

/** The rows of figures in print order. A printed row with several names (three groups side by side) is several rows. */
const rowsOf = ({ rows }: OutlineTable): readonly TableRow[] => {
  const found: { labels: readonly string[]; figures: FigureCell[] }[] = []
  for (const cell of rows.flat()) {
    if (cell.role !== 'figure') continue
    const last = found.at(-1)
    if (last && isSame(last.labels, cell.labels)) last.figures.push(cell)
    else found.push({ labels: cell.labels, figures: [cell] })
  }
  return found
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((label, at) => label === other[at])
