// The caches of one process, and the effect of each commit on them. Never wrong for a write: a commit from a stale
// seat is refused by the database.

import type { Card, Commit } from '../app/ports/commit.ts'
import { isYearAfter } from './commit.ts'
import { type FilingCache, filingCache } from './filing-cache.ts'
import { type Recent, recent } from './recent.ts'
import { type SeatCache, seatCache } from './seat-cache.ts'

/** A filing of 170 cells takes some 50 KB in memory; a Worker has 128 MB. */
const cachedFilings = 200
/** A place without its filing takes a few KB. */
const cachedSeats = 1_000
const cachedCards = 1_000

export type Memory = {
  readonly filings: FilingCache
  readonly seats: SeatCache
  /** A card never changes; only its chat may become another, and then the database is asked. */
  readonly cards: Recent<Card>
  readonly committed: (commit: Commit) => void
  readonly lost: (commit: Commit) => void
}

/** `keepsSeats` is false on Workers, where another isolate may have changed a seat: each message reads its own. */
export const createMemory = (keepsSeats: boolean): Memory => {
  const filings = filingCache(cachedFilings)
  const seats = seatCache(keepsSeats ? cachedSeats : 0, filings)
  const cards = recent<Card>(cachedCards)
  return {
    filings,
    seats,
    cards,
    committed: commit => {
      seats.committed(commit)
      const { previous, card } = commit
      // A trigger raises the version of the year after once more, and its seat holds the year before as it was.
      const before = [...commit.filings.map(({ filing }) => filing), ...(previous ? [previous.filing] : [])]
      for (const { filing, expected } of commit.filings)
        if (before.some(each => isYearAfter(filing, each))) filings.drop(filing.id, expected + 1)
      if (previous) filings.drop(previous.filing.id, previous.expected ?? 0)
      if (card && 'filing' in card) cards.set(card.id, card)
    },
    lost: commit => {
      for (const { filing, expected } of commit.filings) filings.drop(filing.id, expected)
      for (const { filing, expected } of commit.seen ?? []) filings.drop(filing, expected)
      const chat = commit.position?.chat ?? commit.incoming.chat
      if (chat !== undefined) seats.drop(chat)
    },
  }
}
