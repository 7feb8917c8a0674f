// A name as it may stand in lists and on documents.

/** Of a unit; a printed line of a heading holds no more. */
const longest = 100

/** Trimmed; null when there is nothing left, or too much, or signs that no line has. */
export const nameOf = (typed: string, most = longest): string | null => {
  const name = typed.trim()
  return name === '' || name.length > most || /\p{Cc}/u.test(name) || !name.isWellFormed() ? null : name
}
