// Lines as Telegram's HTML, cut into messages that Telegram takes. Every piece is complete HTML by itself: no cut
// falls inside a surrogate pair, a character reference or a tag, and nothing but the newline at a cut is lost.

import type { Line } from '../../app/message.ts'

/** Bot API: text 4,096 UTF-16 units after parsing, caption 1,024; the server refuses a raw text over 32,768 bytes. */
export const textUnits = 4096
export const captionUnits = 1024
const rawBytes = 32_768

/** `text` is what stands there after parsing, `html` what is sent. */
export type Piece = { readonly html: string; readonly text: string }

const tags = {
  plain: ['', ''],
  strong: ['<b>', '</b>'],
  quote: ['<blockquote expandable>', '</blockquote>'],
  table: ['<pre>', '</pre>'],
} as const satisfies Record<Line['style'], readonly [string, string]>

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, sign => references[sign] ?? sign)
const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length
/** A line's share of a message: with its own tags, and never more of its text than a message holds. */
const sizeOf = ({ text, style }: Line, units: number) => ({
  units: text.length + 1,
  bytes: bytesOf(escapeHtml(text.slice(0, units))) + bytesOf(tags[style].join('')) + 1,
})
/** Telegram refuses a message of nothing else. */
const isBlank = (text: string): boolean => /^[\s\u200b-\u200f\u2060-\u2064\ufeff]*$/.test(text)

/** Neighbours of one style are one element: rows of a table keep their columns together. */
const render = (lines: readonly Line[]): Piece => {
  const groups: { style: Line['style']; texts: string[] }[] = []
  for (const { style, text } of lines) {
    const group = groups.at(-1)
    if (group?.style === style) group.texts.push(text)
    else groups.push({ style, texts: [text] })
  }
  const html = groups.map(({ style, texts }) => {
    const inner = escapeHtml(texts.join('\n'))
    return isBlank(inner) ? inner : `${tags[style][0]}${inner}${tags[style][1]}`
  })
  return { html: html.join('\n'), text: lines.map(line => line.text).join('\n') }
}

const trimBlank = (lines: readonly Line[]): readonly Line[] => {
  const first = lines.findIndex(line => !isBlank(line.text))
  const last = lines.findLastIndex(line => !isBlank(line.text))
  return first < 0 ? [] : lines.slice(first, last + 1)
}

/** The end of a sentence, or a space, in the second half of what fits; else the last whole character. */
const cutAt = (text: string, units: number): number => {
  const end = /[\ud800-\udbff]/.test(text.charAt(units - 1)) ? units - 1 : units
  const ends = [...text.slice(0, end).matchAll(/[\u3002\uff01\uff1f\uff1b!?;]|\.(?=\s)|\s/g)]
  const best = ends.findLast(({ index }) => index + 1 > end / 2)
  return best === undefined ? Math.max(end, 1) : best.index + 1
}

/** Bytes that a UTF-16 unit takes at most (`&amp;`), and a line's tags and newline. */
const largest = { unit: 5, line: Math.max(...Object.values(tags).map(pair => pair.join('').length)) + 1 }

/** Whether they fit one message for certain, so that nothing has to be measured: nearly all do. */
const areShort = (lines: readonly Line[], units: number): boolean => {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  return length + lines.length <= units && length * largest.unit + lines.length * largest.line <= rawBytes
}

/** At every newline: only there, or within what is too long, may a message end. */
const paragraphsOf = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap(({ text, style }) =>
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .map(paragraph => ({ text: paragraph, style })),
  )

/** Paragraphs divided among as many messages as they need. */
const divide = (paragraphs: readonly Line[], units: number): readonly (readonly Line[])[] => {
  const pieces: Line[][] = []
  let current: Line[] = []
  let size = { units: 0, bytes: 0 }
  const add = (line: Line) => {
    const more = sizeOf(line, units)
    current.push(line)
    size = { units: size.units + more.units, bytes: size.bytes + more.bytes }
  }
  const roomFor = (line: Line): number =>
    size.bytes + sizeOf(line, units).bytes <= rawBytes ? units - size.units : 0
  const flush = (next: Line) => {
    // A heading goes over with its text.
    const heading = current.findLastIndex(line => line.style !== 'strong') + 1
    const over = current.slice(heading)
    const length = over.reduce((sum, line) => sum + line.text.length + 1, next.text.length)
    const carried = heading > 0 && length <= units
    pieces.push(carried ? current.slice(0, heading) : current)
    current = []
    size = { units: 0, bytes: 0 }
    if (carried) over.forEach(add)
  }
  for (const paragraph of paragraphs) {
    const { style } = paragraph
    let line = paragraph
    while (line.text.length > roomFor(line)) {
      const room = roomFor(line)
      // A line that is too long for any message begins in this one; any other goes whole into the next.
      if (line.text.length > units && room > units / 2) {
        const at = cutAt(line.text, room)
        add({ text: line.text.slice(0, at), style })
        line = { text: line.text.slice(at), style }
      }
      flush(line)
    }
    add(line)
  }
  return [...pieces, current]
}

/** The messages that these lines need, in order; none when there is nothing to read. */
export const piecesOf = (lines: readonly Line[], units: number = textUnits): readonly Piece[] => {
  const paragraphs = paragraphsOf(lines)
  const pieces = areShort(paragraphs, units) ? [paragraphs] : divide(paragraphs, units)
  return pieces
    .map(trimBlank)
    .filter(piece => piece.length > 0)
    .map(render)
}
