// Tries and pauses after a race that was lost to another process or isolate: the commit is made anew, and not for ever.
// Inside one process there is no such race (conversation/turns.ts).

/**
 * A simulation of ten isolates that write one filing without a pause, at 15 and 40 ms to the database, loses 5 to 13 of
 * 100 messages after 5 tries, 1 to 3 after 8, and one of 2,000 at most after 16 (docs/decisions/0014).
 */
const attempts = 16

/** Random, so that those who met do not meet again, and growing: 20 to 100 ms, then to 200, then to 400. */
const pauseMs = (attempt: number, chance: () => number): number =>
  Math.round(20 + chance() * (Math.min(400, 100 * 2 ** attempt) - 20))

export const lostRace = { attempts, pauseMs } as const
