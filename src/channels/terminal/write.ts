// Turns an outgoing message into lines of text: the words, then the buttons in rows. Pure.

import type { Line, Outgoing } from '../../app/message.ts'
import { inPrintOrder } from './read.ts'

/** The widest row of buttons, in columns of a terminal; a wide character takes two. */
const widestRow = 64
/** Before a message that took the place of an earlier one. */
const edited = '\u270e '
const document = '\u{1f4c4} '

/** The lines of one message; none when it only takes buttons away. */
export const write = (outgoing: Outgoing, isEdit: boolean, fileName: string | null): readonly string[] => {
  if (outgoing.kind === 'close') return []
  const words = outgoing.lines.flatMap(wordsOf)
  const [first = '', ...rest] = isEdit ? [`${edited}${words[0] ?? ''}`, ...words.slice(1)] : words
  const file = fileName === null ? [] : [`${document}${fileName}`]
  const own = outgoing.choices.filter(choice => !choice.nav)
  const nav = inPrintOrder(outgoing).slice(own.length)
  return [...(words.length > 0 || isEdit ? [first, ...rest] : []), ...file, ...rowsOf(own), ...rowsOf(nav)]
}

const wordsOf = ({ text, style }: Line): readonly string[] => {
  const lines = text.split('\n')
  return style === 'quote' ? lines.map(line => `\u2502 ${line}`) : lines
}

const rowsOf = (choices: Outgoing['choices']): readonly string[] => {
  const rows: string[] = []
  for (const { label } of choices) {
    const button = `[${label}]`
    const last = rows.at(-1)
    if (last !== undefined && widthOf(`${last} ${button}`) <= widestRow) rows[rows.length - 1] = `${last} ${button}`
    else rows.push(button)
  }
  return rows
}

/** How many columns a text takes. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2
  return width
}
