// A table of the form on the lines of its grid. A row breaks over no page, and the head is told anew on each.

import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PageStyle } from '../../forms/page-style.ts'
import { cellsInGrid, type PlacedCell } from '../grid.ts'
import { keepsNext } from '../keeps-next.ts'
import type { OutlineTable } from '../outline.ts'
import { linesOf } from './runs.ts'
import { tableStyle, twipsOfMm, twipsOfPt } from './style.ts'

// Practice, not the standard: rows a little taller than their line, words clear of the borders, and still two
// characters side by side in a table of fifteen columns.
const table = { padMm: 1, labelPadMm: 1.5, edgeMm: 0.3, rowMm: 7.5 }
/** In ems, as in Times New Roman. */
const digitEm = 0.5

/** As wide as the text of the page; throws on a grid whose spans do not fill it (a broken form). */
export const tableOf = (block: OutlineTable, pageStyle: PageStyle): Table => {
  const sum = block.widths.reduce((total, width) => total + width, 0)
  const widths = block.widths.map(width => Math.floor((twipsOfMm(pageStyle.page.textWidthMm) * width) / sum))
  const grid = cellsInGrid(block)
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: grid.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at < block.headRows,
          keepNext: keepsNext(block, grid, at),
          height: { value: twipsOfMm(block.heightsMm?.[at] ?? table.rowMm), rule: HeightRule.ATLEAST },
          children: cells.map(cell => tableCell(cell, widths, pageStyle)),
        }),
    ),
  })
}

const tableCell = (cell: PlacedCell, widths: readonly number[], pageStyle: PageStyle): TableCell => {
  const width = widths.slice(cell.start, cell.start + cell.columns).reduce((total, one) => total + one, 0)
  const pad = padOf(cell, width, pageStyle)
  const edge = twipsOfMm(table.edgeMm)
  return new TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    width: { size: width, type: WidthType.DXA },
    margins: { left: pad, right: pad, top: edge, bottom: edge, marginUnitType: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: cell.left ? AlignmentType.LEFT : AlignmentType.CENTER,
        style: tableStyle,
        children: linesOf(linesIn(cell, pageStyle)),
      }),
    ],
  })
}

/** In twips. A figure of many digits takes from the margins before it is broken. */
const padOf = (cell: PlacedCell, width: number, { table: { sizePt } }: PageStyle): number => {
  const usual = twipsOfMm(cell.left ? table.labelPadMm : table.padMm)
  if (cell.role !== 'figure') return usual
  const left = width - twipsOfPt(cell.text.length * sizePt * digitEm)
  return Math.max(0, Math.min(usual, Math.floor(left / 2)))
}

/** The name of a group of rows in a narrow column breaks behind its number. */
const linesIn = ({ role, rows, text: words }: PlacedCell, { heads }: PageStyle): readonly string[] => {
  const number = role === 'label' && rows > 1 ? (heads.at(-1)?.opens.exec(words)?.[0] ?? '') : ''
  return number === '' ? words.split('\n') : [number, ...words.slice(number.length).split('\n')]
}
