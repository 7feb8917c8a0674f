// The one writer of a process: commits and the outcomes of mail that come while others are written go out together with
// the next round. Nobody learns their result before their own round is durable.

import { isFault } from '../faults.ts'
import { documentOf, type Writing } from './commit.ts'
import { type Outcomes, outcomeDocuments } from './outcomes.ts'
import { type CommitDocument, readRound, roundStatement, type Taken } from './round.ts'
import type { Sql } from './sql.ts'

export type Writer = {
  /** Its outcome. Rejects as `Sql` does when nothing of its round was stored. */
  readonly commit: (writing: Writing) => Promise<Taken>
  /** Stored before every commit that is handed over later, or together with it. */
  readonly settle: (outcomes: Outcomes) => Promise<void>
  /** The name under which this process holds mail; no other has it. */
  readonly holder: string
}

type Job = {
  readonly work: CommitDocument | Outcomes
  readonly resolve: (taken: Taken) => void
  readonly reject: (error: unknown) => void
}

/** `name` gives a name at each call that no process has given before. */
export const createWriter = (sql: Sql, name: () => string): Writer => {
  const holder = name()
  let waiting: Job[] = []
  let busy = false

  const write = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      const round = waiting.slice(0, sql.sharing)
      waiting = waiting.slice(sql.sharing)
      await writeRound(sql, holder, round)
    }
    busy = false
  }
  const hand = (work: Job['work']): Promise<Taken> =>
    new Promise((resolve, reject) => {
      const job = { work, resolve, reject }
      if (sql.sharing === 1) return void writeRound(sql, holder, [job])
      waiting.push(job)
      if (!busy) void write()
    })
  return {
    commit: async writing => hand(documentOf(writing, name())),
    settle: async outcomes => void (await hand(outcomes)),
    holder,
  }
}

const stored: Taken = { verdict: 'done', mail: [] }

/**
 * All in one statement, the outcomes of all chats first, as one document: a commit then finds its chat free. When the
 * schema refuses it, half by half, so that each learns its own outcome.
 */
const writeRound = async (sql: Sql, holder: string, round: readonly Job[]): Promise<void> => {
  const settled = round.flatMap(({ work }) => ('outcomes' in work ? [work] : []))
  const commits = round.flatMap(({ work }) => ('outcomes' in work ? [] : [work]))
  const before = outcomeDocuments(settled)
  try {
    const [rows = []] = await sql.batch([roundStatement([...before, ...commits], holder)])
    const taken = readRound(rows).slice(before.length).values()
    for (const { work, resolve } of round)
      resolve('outcomes' in work ? stored : (taken.next().value ?? { verdict: 'lost', mail: [] }))
  } catch (error) {
    if (round.length > 1 && !isFault(error, 'database-unavailable')) {
      const half = Math.ceil(round.length / 2)
      await writeRound(sql, holder, round.slice(0, half))
      await writeRound(sql, holder, round.slice(half))
    } else for (const { reject } of round) reject(error)
  }
}
