// Finds, among many sentences, one that is nearly the same: at least three quarters of the pairs of signs that either has
// are common to both. The answer is exact, or the steps it may take are used up and it says so.

/** Steps that are left for all questions together. A step looks at one sentence or at one pair of signs. */
export type Budget = { left: number }

/** Twenty times as many as published reports take, of which each sentence was changed a little (0.4 for each sign). */
const stepsPerSign = 8

/** For texts of so many signs on both sides. */
export const budgetFor = (signs: number): Budget => ({ left: signs * stepsPerSign })

/** Whether one of the sentences is nearly the same as this one; null when the budget ends before that is certain. */
export type NearSentence = (sentence: string, budget: Budget) => boolean | null

/** A sentence's pairs of signs by their ranks, in rising order. */
type Parts = readonly number[]
type Place = { readonly sentence: number; readonly at: number }

/** Jaccard's index of the two sets, as a fraction. */
const nearly = { of: 3, parts: 4 } as const

/** `length` parts share one of these first ones with whatever is nearly the same (prefix filter, Chaudhuri 2006). */
const prefixOf = (length: number): number => length - Math.ceil((length * nearly.of) / nearly.parts) + 1

/** So many common parts make sets of these sizes nearly the same. */
const commonFor = (one: number, other: number): number =>
  Math.ceil(((one + other) * nearly.of) / (nearly.of + nearly.parts))

export const nearSentence = (sentences: ReadonlySet<string>): NearSentence => {
  const rankOf = ranksOf(sentences)
  const known = [...sentences].map(text => partsOf(text, rankOf))
  const places = placesOf(known)
  /** The question that has looked at a sentence last. */
  const seen = new Uint32Array(known.length)
  let question = 0

  const find = (parts: Parts, budget: Budget): boolean | null => {
    question += 1
    for (const [at, part] of parts.slice(0, prefixOf(parts.length)).entries()) {
      for (const place of places.get(part) ?? []) {
        if (budget.left <= 0) return null
        budget.left -= 1
        if (seen[place.sentence] === question) continue
        seen[place.sentence] = question
        const other = known[place.sentence] ?? []
        if (isNear(parts, at, other, place.at, budget)) return true
      }
    }
    return false
  }
  return (sentence, budget) => {
    if (sentences.has(sentence)) return true
    const parts = partsOf(sentence, rankOf)
    return parts.length === 0 ? false : find(parts, budget)
  }
}

/** Compares from the first common part on; ends as soon as what follows cannot be enough. */
const isNear = (one: Parts, from: number, other: Parts, start: number, budget: Budget): boolean => {
  const wanted = commonFor(one.length, other.length)
  let [at, next, common] = [from, start, 0]
  while (common + Math.min(one.length - at, other.length - next) >= wanted) {
    if (common === wanted) return true
    budget.left -= 1
    const difference = (one[at] ?? 0) - (other[next] ?? 0)
    if (difference === 0) common += 1
    if (difference <= 0) at += 1
    if (difference >= 0) next += 1
  }
  return false
}

const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at += 1) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** Ranks of all pairs, the rarest first: what few sentences have tells them apart soonest. */
const ranksOf = (sentences: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const text of sentences)
    for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const rarest = [...counts].sort(([, one], [, other]) => one - other)
  return new Map(rarest.map(([pair], rank) => [pair, rank]))
}

/** Pairs that no sentence has stand first, below all ranks. */
const partsOf = (text: string, rankOf: ReadonlyMap<string, number>): Parts =>
  Array.from(pairsOf(text), (pair, at) => rankOf.get(pair) ?? -1 - at).sort((one, other) => one - other)

/** The sentences that have a part among their first ones, and where. */
const placesOf = (known: readonly Parts[]): ReadonlyMap<number, readonly Place[]> => {
  const places = new Map<number, Place[]>()
  for (const [sentence, parts] of known.entries()) {
    for (const [at, part] of parts.slice(0, prefixOf(parts.length)).entries()) {
      const those = places.get(part)
      if (those) those.push({ sentence, at })
      else places.set(part, [{ sentence, at }])
    }
  }
  return places
}
