// The settings of a unit's documents as they are typed: one line each, of a length that a page holds.

import type { Prints } from '../ports/registry.ts'

/** Signs of an address with postcode and telephones, and of a name under a document. */
export const longest = { contact: 200, signs: 60 } as const

/** The first that is too long; null when none is. */
export const tooLong = (prints: Partial<Prints>): keyof typeof longest | null =>
  (['contact', 'signs'] as const).find(name => (prints[name] ?? '').length > longest[name]) ?? null

/** One line; null when nobody would see it, which takes the setting away. */
export const printedLine = (typed: string): string | null => {
  const line = typed
    .toWellFormed()
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  return line === '' ? null : line
}
