// The limits on how often anybody may do a thing. Each is far above what hands do, also those of a whole office behind one
// address; a limit slows, and locks nobody out.

import type { Limit } from './limit.ts'

/** Posts of one session: pasting a report cell by cell is slower. */
export const postLimit: Limit = {
  event: 'web.posts-limited',
  each: { capacity: 600, refillMs: 100 },
  all: { capacity: 6_000, refillMs: 2 },
}

/** Codes that open nothing, by address. One that opens is let in whatever others tried. */
export const guessLimit: Limit = {
  event: 'web.wrong-codes',
  each: { capacity: 30, refillMs: 10_000 },
  all: { capacity: 600, refillMs: 100 },
  tellsTries: true,
}

/** Wrong secrets of the webhook; the right one is let in whatever others tried. */
export const secretLimit: Limit = {
  event: 'telegram.wrong-secrets',
  each: { capacity: 30, refillMs: 1_000 },
  all: { capacity: 30, refillMs: 1_000 },
  tellsTries: true,
}

/** Answers to people who have no place, by account; beyond them a stranger is heard and not answered. */
export const strangerLimit: Limit = {
  event: 'receive.strangers-limited',
  each: { capacity: 20, refillMs: 6_000 },
  all: { capacity: 600, refillMs: 100 },
}
