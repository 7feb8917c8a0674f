// The text of a file that somebody sent: UTF-8 or UTF-16 with their marks, else UTF-8, else GBK as Chinese Windows writes it.

const marks = [
  { signs: [0xff, 0xfe], encoding: 'utf-16le' },
  { signs: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/** Null where no encoding fits. A mark at the start is not part of the text. */
export const textOf = (bytes: Uint8Array): string | null => {
  const marked = marks.find(({ signs }) => signs.every((sign, at) => bytes[at] === sign))
  for (const encoding of marked ? [marked.encoding] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return null
}
