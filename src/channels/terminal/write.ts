// Turns an outgoing message into lines of text: the words, then the buttons in rows. Pure.

import type { Line, Outgoing } from '../../app/message.ts'
import { columnsOf } from '../width.ts'
import { inPrintOrder } from './read.ts'

/** The widest row of buttons, in columns of a terminal. */
const widestRow = 64
/** Before a message that took the place of an earlier one. */
const edited = '\u270e '
const document = '\u{1f4c4} '

/**
 * The lines of one message; `before` is the message it takes the place of. None when it only takes buttons away.
 * Where nothing but buttons changed, only those are printed: a tick is one line, not a card of twenty.
 */
export const write = (
  outgoing: Outgoing,
  before: Outgoing | null,
  fileName: string | null,
): readonly string[] => {
  if (outgoing.kind === 'close') return []
  if (before && sameWords(outgoing, before)) return changedButtons(outgoing, before)
  const [first, ...rest] = outgoing.lines.flatMap(wordsOf)
  const words = first === undefined ? [] : [before ? edited + first : first, ...rest]
  const file = fileName === null ? [] : [document + fileName]
  const own = outgoing.choices.filter(choice => !choice.nav)
  const nav = outgoing.choices.filter(choice => choice.nav)
  return [...words, ...file, ...rowsOf(own), ...rowsOf(nav)]
}

const sameWords = (one: Outgoing, other: Outgoing): boolean =>
  JSON.stringify(one.lines) === JSON.stringify(other.lines)

const changedButtons = (outgoing: Outgoing, before: Outgoing): readonly string[] => {
  const old = new Set(before.choices.map(choice => choice.label))
  const rows = rowsOf(inPrintOrder(outgoing).filter(choice => !old.has(choice.label)))
  return rows.map((row, at) => (at === 0 ? edited + row : row))
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
    if (last !== undefined && columnsOf(`${last} ${button}`, false) <= widestRow)
      rows[rows.length - 1] = `${last} ${button}`
    else rows.push(button)
  }
  return rows
}
