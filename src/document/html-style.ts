// The page's style sheet, in the same style as the printed document. On a screen the page is as wide as the
// paper's text; a phone scrolls wide tables sideways.

import type { Face, PageStyle } from '../forms/page-style.ts'

/** CSS for the page of html.ts. */
export const htmlStyle = (pageStyle: PageStyle): string => {
  const { page, body, title, heads, table, linePitchPt, closing } = pageStyle
  const { top, right, bottom, left } = page.marginMm
  const [head1 = body] = heads
  return `@page { size: ${page.widthMm}mm ${page.heightMm}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #000; ${face(body)}; line-height: ${linePitchPt}pt }
main { max-width: ${page.textWidthMm}mm; margin: 0 auto; padding: 1rem 0.75rem }
h1 { ${face(title)}; font-weight: normal; line-height: 1.6; text-align: center; text-wrap: balance; margin: 0 0 1em }
h1 span { display: inline-block }
h2 { ${face(head1)}; font-weight: normal; line-height: inherit; text-indent: 2em; margin: 0.5em 0 0; break-after: avoid }
p { margin: 0; text-indent: ${body.firstLineIndentChars}em; text-align: justify; overflow-wrap: anywhere }
${heads.map((head, at) => `.head${at + 1} { ${face(head)} }`).join('\n')}
p.closing { margin: 1em ${closing.rightChars}em 0 auto; width: fit-content; text-indent: 0; text-align: center }
.table { overflow-x: auto; margin: 0.5em 0 }
table { width: 100%; min-width: 36rem; table-layout: fixed; border-collapse: collapse; ${face(table)}; line-height: 1.3 }
th, td { border: 1px solid #000; padding: 2pt 2.8pt; font-weight: normal; text-align: center; overflow-wrap: anywhere }
th.left, td.left { text-align: left }
tr { break-inside: avoid }
tbody tr:has(th[scope^="col"]) { break-after: avoid }
thead { display: table-header-group }
@media print { main { padding: 0; max-width: none } .table { overflow: visible } table { min-width: 0 } }
`
}

const face = ({ fonts, sizePt }: Face): string =>
  `font-family: ${[fonts.latin, fonts.eastAsia, ...fonts.instead].map(name => `"${name}"`).join(', ')}, serif; font-size: ${sizePt}pt`
