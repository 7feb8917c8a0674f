// A written text made ready for the readers: one width, no spaces, cut into lines and sentences, every place
// traceable to the words as they were written. It must not judge what a sentence says.

export type WrittenSentence = {
  readonly text: string
  /** Where it starts in the passage, and which line (paragraph) it stands in. */
  readonly at: number
  readonly line: number
}

export type Passage = {
  readonly plain: string
  readonly lines: readonly { readonly text: string; readonly at: number }[]
  readonly sentences: readonly WrittenSentence[]
  /** The words between two places as the writer wrote them, shortened in the middle when they are long. */
  readonly quote: (from: number, to: number) => string
}

const punctuation: Readonly<Record<string, string>> = {
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  ',': '，',
  '?': '？',
  '!': '！',
}
const longestQuote = 60

/** Spaces of any width, and marks without any. */
const isGap = (code: number): boolean =>
  code <= 0x20 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202f) ||
  code === 0x2060 ||
  code === 0x3000 ||
  code === 0xfeff ||
  (code >= 0xfe0e && code <= 0xfe0f)

/** A thousand's comma stays a plain comma, any other becomes a full-width one. */
const isThousands = (text: string, at: number): boolean =>
  /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d|，)/.test(text.slice(at + 1, at + 5))

/** Reads a text. The latest are kept with all that was read in them: a check runs at every step of a conversation. */
export const passageOf = (text: string): Passage => {
  const passage = recent.get(text) ?? read(text)
  if (recent.delete(text)) size -= text.length // a Map keeps the order of insertion
  recent.set(text, passage)
  size += text.length
  for (const oldest of recent.keys()) {
    if (size <= most || oldest === text) break
    recent.delete(oldest)
    size -= oldest.length
  }
  return passage
}

/** So many characters of text are kept: the texts of some hundred reports, or 25 of the greatest length. */
const most = 500_000
let size = 0
const recent = new Map<string, Passage>()

const read = (text: string): Passage => {
  const wide = text.replace(/[\uff01-\uff5e]/g, sign => {
    const half = String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
    return half in punctuation ? sign : half
  })
  const signs: string[] = []
  const places: number[] = []
  for (let at = 0; at < wide.length; at += 1) {
    const sign = wide[at] ?? ''
    if (sign !== '\n' && isGap(wide.charCodeAt(at))) continue
    signs.push(sign === ',' || sign === '，' ? comma(wide, at) : (punctuation[sign] ?? sign))
    places.push(at)
  }
  const plain = signs.join('')
  const { lines, sentences } = cut(plain)
  return {
    plain,
    lines,
    sentences,
    quote: (from, to) => {
      const words = text.slice(places[from] ?? 0, (places[to - 1] ?? 0) + 1).trim()
      if (words.length <= longestQuote) return words
      return `${words.slice(0, longestQuote / 2)}…${words.slice(-longestQuote / 2)}`
    },
  }
}

/** Signs of a sentence that are read at once, four times the longest one seen: readers look back and forth in it. */
const longestSentence = 1_000

/** A longer one is cut behind its last mark of the longest half, and anywhere else only where it has none. */
const piecesOf = (sentence: string): readonly (readonly [from: number, to: number])[] => {
  const pieces: [number, number][] = []
  let from = 0
  while (sentence.length - from > longestSentence) {
    const piece = sentence.slice(from, from + longestSentence)
    const mark = 1 + Math.max(...['；', '，', '、'].map(sign => piece.lastIndexOf(sign)))
    const to = from + (mark > longestSentence / 2 ? mark : longestSentence)
    pieces.push([from, to])
    from = to
  }
  return [...pieces, [from, sentence.length]]
}

const comma = (text: string, at: number): string => (isThousands(text, at) ? ',' : '，')

const cut = (plain: string) => {
  const lines: { text: string; at: number }[] = []
  const sentences: WrittenSentence[] = []
  let at = 0
  for (const text of plain.split('\n')) {
    lines.push({ text, at })
    for (const match of text.matchAll(/[^。！？…]+[。！？…]*/gu)) {
      for (const [from, to] of piecesOf(match[0]))
        sentences.push({
          text: match[0].slice(from, to),
          at: at + match.index + from,
          line: lines.length - 1,
        })
    }
    at += text.length + 1
  }
  return { lines, sentences }
}
