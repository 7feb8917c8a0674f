// Whether a text is nothing but certain words, one after another, however they overlap. A pattern of such words repeated
// tries every way to cut the text up; this passes over it once.

export type WordList = ReadonlyMap<string, readonly string[]>

/** By their first signs. */
export const wordList = (words: readonly string[]): WordList => Map.groupBy(words, word => word.charAt(0))

/** `further` gives the ends of longer turns of phrase that begin at a place; none may be empty. */
export const isMadeOf = (
  text: string,
  words: WordList,
  further: (text: string, at: number) => readonly number[] = () => [],
): boolean => {
  const reached = new Set([0])
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.delete(at)) continue
    for (const word of words.get(text.charAt(at)) ?? [])
      if (text.startsWith(word, at)) reached.add(at + word.length)
    for (const end of further(text, at)) reached.add(end)
    if (reached.size === 0) return false
  }
  return reached.has(text.length)
}
