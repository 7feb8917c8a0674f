// The official style in Word's terms: units, fonts, styles, page. Plain data; the files beside hand it to the library.

import type { Face, PageStyle } from '../../forms/page-style.ts'

/** Word's unit, a twentieth of a point. */
export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4)
export const twipsOfPt = (pt: number): number => Math.round(pt * 20)

const fontOf = ({ fonts }: Face) => ({
  ascii: fonts.latin,
  hAnsi: fonts.latin,
  cs: fonts.latin,
  eastAsia: fonts.eastAsia,
})

/** Half points; the hint lets quotation marks and dashes take the East Asian font, as between Han characters. */
export const runOf = (face: Face) => ({ font: { ...fontOf(face), hint: 'eastAsia' }, size: face.sizePt * 2 })

/** A fixed line pitch. */
export const exactly = (pt: number) => ({ line: twipsOfPt(pt), lineRule: 'exact' as const })

/** Word counts the characters, other readers take the length. */
export const indentOf = ({ body }: PageStyle) => ({
  firstLine: twipsOfPt(body.sizePt * body.firstLineIndentChars),
  firstLineChars: body.firstLineIndentChars * 100,
})

/** The style of a table's words. */
export const tableStyle = 'TableText'
const tableLinePitch = 1.3

/** The styles an office may use and change: plain text, title, and headings of all levels, below the second as the text. */
export const stylesOf = (pageStyle: PageStyle) => {
  const plain = { bold: false, italics: false, color: '000000' }
  const heading = (level: number) => ({
    run: { ...runOf(pageStyle.heads[level - 1] ?? pageStyle.body), ...plain },
    paragraph: {
      keepNext: true,
      indent: indentOf(pageStyle),
      spacing: { before: 0, after: 0, ...exactly(pageStyle.linePitchPt) },
    },
  })
  return {
    default: {
      document: {
        run: {
          font: fontOf(pageStyle.body),
          size: pageStyle.body.sizePt * 2,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: { before: 0, after: 0, ...exactly(pageStyle.linePitchPt) } },
      },
      title: {
        run: { ...runOf(pageStyle.title), ...plain },
        paragraph: {
          alignment: 'center' as const,
          spacing: {
            before: 0,
            after: twipsOfPt(pageStyle.linePitchPt),
            line: twipsOfPt(pageStyle.title.sizePt * 1.6),
            lineRule: 'exact' as const,
          },
        },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
    },
    paragraphStyles: [
      {
        id: tableStyle,
        name: tableStyle,
        run: { font: fontOf(pageStyle.table), size: pageStyle.table.sizePt * 2 },
        paragraph: { spacing: { before: 0, after: 0, ...exactly(pageStyle.table.sizePt * tableLinePitch) } },
      },
    ],
  }
}

/** Paper and margins. */
export const pageOf = ({ page, pageNumber }: PageStyle) => ({
  size: { width: twipsOfMm(page.widthMm), height: twipsOfMm(page.heightMm) },
  margin: {
    top: twipsOfMm(page.marginMm.top),
    right: twipsOfMm(page.marginMm.right),
    bottom: twipsOfMm(page.marginMm.bottom),
    left: twipsOfMm(page.marginMm.left),
    header: twipsOfMm(15),
    // 7.5: the dashes of the page number stand 7 mm below the text.
    footer: twipsOfMm(page.marginMm.bottom - 7) - twipsOfPt(pageNumber.sizePt * 1.2),
    gutter: 0,
  },
})
