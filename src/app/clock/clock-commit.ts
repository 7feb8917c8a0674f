// The commit of a turn: an Incoming of the channel `clock`, whose id makes a second doing a repeat.

import type { Commit } from '../ports/commit.ts'
import type { Turn } from '../ports/turn.ts'

/** Everything that the turn causes, together with its end; its mail answers nobody. */
export const clockCommit = (turn: Turn, caused: Partial<Omit<Commit, 'incoming' | 'turn'>> = {}): Commit => {
  const { job, key, at } = turn.due
  return {
    filings: [],
    outbox: [],
    isBulk: true,
    ...caused,
    incoming: { channel: 'clock', id: `${job}/${key}/${at}`, at: turn.now },
    turn,
  }
}
