// The document as .docx in the official style (GB/T 9704—2012, forms/page-style.ts). The only file that knows npm docx.
// Runs in Node and workerd alike: no node: imports. Equal input gives equal bytes.

import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { assertNever } from '../faults.ts'
import { pageStyle as official, type PageStyle } from '../forms/page-style.ts'
import { exactly, indentOf, pageOf, runOf, stylesOf, tableStyle, twipsOfMm, twipsOfPt } from './docx-style.ts'
import { coreXml, stampZip } from './docx-zip.ts'
import { cellsInGrid, type PlacedCell } from './grid.ts'
import { keepsNext } from './keeps-next.ts'
import type { Block, LetterPlace, Outline, OutlineTable } from './outline.ts'
import { emsOf, titleLines } from './title-lines.ts'

/**
 * The document's bytes. `at` (epoch milliseconds) is the date it carries; nothing is read from a clock.
 * Rejects only when npm docx fails.
 */
export const docxOf = async (
  outline: Outline,
  pageStyle: PageStyle = official,
  at: number = 0,
): Promise<Uint8Array> => {
  const document = new Document({
    title: outline.title,
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(pageStyle),
    sections: [
      {
        properties: { page: pageOf(pageStyle) },
        footers: {
          default: footerOf(pageStyle, pageStyle.pageNumber.odd),
          even: footerOf(pageStyle, pageStyle.pageNumber.even),
        },
        children: [
          titleOf(outline, pageStyle),
          ...outline.blocks.flatMap((block, n) => childrenOf(block, outline, n, pageStyle)),
        ],
      },
    ],
  })
  const core = { path: 'docProps/core.xml', data: coreXml(outline.title, at) }
  const zip = await Packer.pack(document, 'uint8array', undefined, [core])
  return stampZip(zip, at)
}

const text = (words: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ font: { hint: 'eastAsia' }, ...options, text: words })

const footerOf = ({ pageNumber }: PageStyle, side: 'left' | 'right'): Footer => {
  const [before = '', after = ''] = pageNumber.text.split('{page}')
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: twipsOfPt(pageNumber.sizePt * pageNumber.indentChars) },
        spacing: exactly(pageNumber.sizePt * 1.2),
        children: [
          new TextRun({ ...runOf(pageNumber), children: [before, PageNumber.CURRENT, after] } as IRunOptions),
        ],
      }),
    ],
  })
}

const titleOf = ({ title, titleBreak }: Outline, pageStyle: PageStyle): Paragraph => {
  const widthPt = twipsOfMm(pageStyle.page.textWidthMm) / 20
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    autoSpaceEastAsianText: false,
    children: linesOf(titleLines(title, widthPt, pageStyle.title.sizePt, titleBreak)),
  })
}

const linesOf = (lines: readonly string[]): TextRun[] =>
  lines.map((line, at) => text(line, at === 0 ? {} : { break: 1 }))

const childrenOf = (
  block: Block,
  { blocks }: Outline,
  at: number,
  pageStyle: PageStyle,
): readonly (Paragraph | Table)[] => {
  switch (block.type) {
    case 'heading':
      return [headingOf(block, blocks, at, pageStyle)]
    case 'paragraph':
      return [new Paragraph(paragraphOf(block, pageStyle))]
    case 'table':
      return [tableOf(block, pageStyle)]
    case 'closing':
      return closingOf(block, pageStyle)
    default:
      return assertNever(block)
  }
}

const headingOf = (
  block: Extract<Block, { type: 'heading' }>,
  blocks: Outline['blocks'],
  at: number,
  pageStyle: PageStyle,
): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: {
      ...exactly(pageStyle.linePitchPt),
      before: blocks[at - 1]?.type === 'table' ? twipsOfPt(pageStyle.linePitchPt / 2) : 0,
      after: blocks[at + 1]?.type === 'table' ? twipsOfPt(pageStyle.linePitchPt / 4) : 0,
    },
    children: [text(block.text)],
  })

/** The name's and the day's own right indents, in characters, as the standard counts them. */
const closingOf = (
  { unit, day }: Extract<Block, { type: 'closing' }>,
  { body, closing: { rightChars, shiftChars }, linePitchPt }: PageStyle,
): readonly Paragraph[] => {
  const [name, date] = [emsOf(unit), emsOf(day)]
  const behindDay = Math.max(rightChars, rightChars + name - shiftChars - date)
  const line = (words: string, right: number, before: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: twipsOfPt(right * body.sizePt) },
      spacing: { ...exactly(linePitchPt), before },
      keepNext: before > 0,
      children: [text(words)],
    })
  return [line(unit, behindDay + date + shiftChars - name, twipsOfPt(linePitchPt)), line(day, behindDay, 0)]
}

const paragraphOf = (
  { level, lead, text: words, place }: Extract<Block, { type: 'paragraph' }>,
  pageStyle: PageStyle,
): IParagraphOptions => {
  const face = pageStyle.heads[level - 1]
  return {
    ...placedAt(place, pageStyle),
    // A head alone on its line stays with what it heads.
    keepNext: lead !== '' && words === '',
    children: [
      ...(face && lead ? [text(lead, runOf(face) as IRunOptions)] : []),
      ...(words ? [text(words)] : []),
    ],
  }
}

/** The name stands above the date, whose end is four characters from the margin (GB/T 9704—2012, 7.3.5.2). */
const placedAt = (place: LetterPlace | undefined, pageStyle: PageStyle): IParagraphOptions => {
  if (place === undefined) return { alignment: AlignmentType.BOTH, indent: indentOf(pageStyle) }
  if (place === 'addressee') return { alignment: AlignmentType.LEFT }
  const right = twipsOfPt(pageStyle.body.sizePt * (place === 'date' ? 4 : 3))
  const before = place === 'signature' ? twipsOfPt(pageStyle.linePitchPt * 2) : 0
  return {
    ...{ alignment: AlignmentType.RIGHT, indent: { right }, keepLines: true },
    ...{ keepNext: place === 'signature', spacing: { ...exactly(pageStyle.linePitchPt), before } },
  }
}

// Practice, not the standard: rows a little taller than their line, words clear of the borders, and still two
// characters side by side in a table of fifteen columns.
const table = { padMm: 1, labelPadMm: 1.5, edgeMm: 0.3, rowMm: 7.5 }
/** In ems, as in Times New Roman. */
const digitEm = 0.5

const tableOf = (block: OutlineTable, pageStyle: PageStyle): Table => {
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
          height: { value: twipsOfMm(table.rowMm), rule: HeightRule.ATLEAST },
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
