// Readings of a passage that stay true as long as the passage is there: checks run at every step of a conversation.
// It must not hold a passage that nobody else does.

import type { Passage } from './passage.ts'

type Reader<A extends readonly (string | number | boolean)[], R> = (passage: Passage, ...about: A) => R

/** The same reader, which reads a passage once for each of its other arguments. */
export const oncePer = <A extends readonly (string | number | boolean)[], R extends object>(
  read: Reader<A, R>,
): Reader<A, R> => {
  const known = new WeakMap<Passage, Map<string, R>>()
  return (passage, ...about) => {
    const key = about.join('\n')
    const results = known.get(passage) ?? new Map<string, R>()
    const found = results.get(key) ?? read(passage, ...about)
    known.set(passage, results.set(key, found))
    return found
  }
}
