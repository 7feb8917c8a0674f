// A text cut into messages that a robot takes, between the names of units or after a sentence. Nothing is lost.

/** `most` in bytes of UTF-8. */
export const piecesOf = (text: string, most: number): readonly string[] => {
  const pieces: string[] = []
  let current = ''
  for (const part of text.split(/(?<=[\u3001\u3002\uff0c,;\n])/u).flatMap(each => fitting(each, most))) {
    if (bytesOf(current + part) > most) {
      pieces.push(current)
      current = ''
    }
    current += part
  }
  return [...pieces, current].filter(piece => piece !== '')
}

/** A part that is too long by itself, cut between characters. */
const fitting = (part: string, most: number): readonly string[] => {
  if (bytesOf(part) <= most) return [part]
  const pieces: string[] = []
  let current = ''
  for (const sign of part) {
    if (bytesOf(current + sign) > most) {
      pieces.push(current)
      current = ''
    }
    current += sign
  }
  return [...pieces, current]
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
