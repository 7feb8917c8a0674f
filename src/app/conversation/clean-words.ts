// Words without signs that nobody sees and no document can hold: NUL and other controls. Breaks of a line in another
// form become line feeds; whatever else is taken out is counted, so that it can be said.

import type { Incoming, Input } from '../message.ts'

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: these are what it looks for
/** Vertical tab and form feed (Word's own breaks), a lone carriage return, next line, and Unicode's two separators. */
const breaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** C0 but for tab and line feed, DEL, C1, and the two noncharacters that XML forbids. */
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: these are what it looks for

/** The message with clean words, and how many signs were taken out. */
export const cleanWords = (incoming: Incoming): { readonly incoming: Incoming; readonly removed: number } => {
  const { input } = incoming
  if (input.type !== 'text' && input.type !== 'edit' && input.type !== 'cell') return { incoming, removed: 0 }
  const unbroken = input.text.replace(breaks, '\n')
  const pieces = unbroken.split(controls)
  const text = joined(pieces.filter(piece => piece !== ''))
  if (text === input.text) return { incoming, removed: 0 }
  return { incoming: { ...incoming, input: withText(input, text) }, removed: pieces.length - 1 }
}

/** Between two letters or digits a space takes the place of what was there: two figures must not become one. */
const joined = (pieces: readonly string[]): string =>
  pieces
    .map((piece, n) => {
      const before = pieces[n - 1]?.slice(-2) ?? ''
      return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(piece) ? ` ${piece}` : piece
    })
    .join('')

const withText = (input: Extract<Input, { readonly text: string }>, text: string): Input =>
  input.type === 'text' && text.trim() === '' ? { type: 'unsupported' } : { ...input, text }
