// The usual slips of one hand at one figure, from what stands there and what it would have to be.

/** `swapped`: 63 for 36. `ten`: a zero, or a digit doubled, too many or too few. `digit`: any digit too many or too few. `one`: one digit is another. */
export type DigitSlip = 'swapped' | 'ten' | 'digit' | 'one'

export const digitSlip = (now: number, to: number): DigitSlip | undefined => {
  if (now <= 0 || to <= 0) return undefined
  const [a, b] = [String(now), String(to)]
  if (a.length === b.length) {
    const other = differing(a, b)
    const [at = 0, next = 0] = other
    if (other.length === 2 && next === at + 1 && a[at] === b[next] && a[next] === b[at]) return 'swapped'
    return other.length === 1 && a.length > 1 ? 'one' : undefined
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  if (long.length !== short.length + 1) return undefined
  const dropped = [...long].findIndex((digit, at) => digit !== short[at])
  if (long.slice(dropped + 1) !== short.slice(dropped)) return undefined
  const isTen = long === `${short}0`
  // The first place where they differ is behind a run of equal digits: one of the run is the doubled one.
  return isTen || long[dropped] === long[dropped - 1] ? 'ten' : 'digit'
}

const differing = (a: string, b: string): readonly number[] =>
  [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
