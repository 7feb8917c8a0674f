// The columns that a text takes, where a wide character takes two (Unicode Annex 11). It knows no font.

import { eastAsianWidth } from 'get-east-asian-width'

/** Ambiguous signs (dashes, quotation marks) are narrow in a terminal and wide in a Chinese typeface. */
export const columnsOf = (text: string, ambiguousAsWide: boolean): number =>
  [...text].reduce((sum, sign) => sum + eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide }), 0)
