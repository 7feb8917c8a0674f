// The document as .docx in the official style (GB/T 9704—2012, forms/page-style.ts). npm docx is known here and in docx/ alone.
// Runs in Node and workerd alike: no node: imports. Equal input gives equal bytes.

import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { assertNever } from '../faults.ts'
import { pageStyle as official, type PageStyle } from '../forms/page-style.ts'
import { linesOf, textRun } from './docx/runs.ts'
import { exactly, indentOf, pageOf, runOf, stylesOf, twipsOfMm, twipsOfPt } from './docx/style.ts'
import { tableOf } from './docx/table.ts'
import { coreXml, stampZip } from './docx/zip.ts'
import type { Block, LetterPlace, Outline } from './outline.ts'
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
    children: [textRun(block.text)],
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
      children: [textRun(words)],
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
      ...(face && lead ? [textRun(lead, runOf(face) as IRunOptions)] : []),
      ...(words ? [textRun(words)] : []),
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
