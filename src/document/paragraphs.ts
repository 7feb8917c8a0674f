// A written text as its printed paragraphs, each with the head it opens with, if it opens with one.
// It must not change a word: only control characters and indents typed by hand are taken out.

import { pageStyle } from '../forms/page-style.ts'

/**
 * One printed paragraph: `lead` and then `text`, nothing between them. `lead` is a head in the face
 * `pageStyle.heads[level - 1]`; without one the level is 0 and the lead empty.
 */
export type Paragraph = { readonly level: number; readonly lead: string; readonly text: string }

// A head is a line's worth or two; a longer first sentence is prose that happens to be numbered.
const longestLead = 50

/** The paragraphs of a text; empty lines print nothing. */
export const paragraphsOf = (body: string): readonly Paragraph[] =>
  printable(body)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(paragraph)

/** The text without what XML and HTML cannot carry; all kinds of line end become `\n`, tabs become spaces. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}|\p{Cs}|\ufffe|\uffff/gu, '')

const paragraph = (line: string): Paragraph => {
  const found = pageStyle.heads.findIndex(({ opens }) => opens.test(line))
  const head = pageStyle.heads[found]
  if (!head) return { level: 0, lead: '', text: line }
  const end = line.indexOf(head.ends)
  const lead = end < 0 ? line : line.slice(0, end + head.ends.length)
  if (lead.length > longestLead) return { level: 0, lead: '', text: line }
  return { level: found + 1, lead, text: line.slice(lead.length) }
}
