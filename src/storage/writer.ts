// Writes of many messages gathered into one batch: what comes while one is written goes out together with the next.
// Nobody learns their result before their own batch is durable. It knows the order of things, and no table.

import type { Commit } from '../app/ports.ts'
import type { Filing } from '../engine/filing.ts'
import { isFault } from '../faults.ts'
import { commitStatements, putMail, type Writing } from './commit.ts'
import { type Marks, markStatements } from './mark.ts'
import type { Row, Sql, Statement } from './sql.ts'

export type Writer = {
  /** What was written for each row of its outbox: `id`, `leaseUntil`, `editsMessage`. Rejects as `Sql` does. */
  readonly commit: (writing: Writing) => Promise<readonly Row[]>
  /** Stored before every commit of the same chat that is handed over later, or together with it. */
  readonly mark: (marks: Marks) => Promise<void>
}

type Job = {
  readonly work: { readonly writing: Writing } | { readonly marks: Marks }
  /** Jobs that share a key never share a batch, and keep their order. */
  readonly keys: readonly string[]
  readonly resolve: (mail: readonly Row[]) => void
  readonly reject: (error: unknown) => void
}

export const createWriter = (sql: Sql): Writer => {
  let waiting: Job[] = []
  let busy = false

  const write = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      const { round, rest } = nextRound(waiting, sql.sharing)
      waiting = rest
      await settle(sql, round)
    }
    busy = false
  }
  const hand = (work: Job['work'], keys: readonly string[]): Promise<readonly Row[]> =>
    new Promise((resolve, reject) => {
      const job = { work, keys, resolve, reject }
      if (sql.sharing === 1) return void settle(sql, [job])
      waiting.push(job)
      if (!busy) void write()
    })
  return {
    commit: writing => hand({ writing }, keysOf(writing.commit)),
    mark: async marks => void (await hand({ marks }, [`mark ${marks.chat}`])),
  }
}

/** A filing that was not read yet may be anybody's to change, so an enrolment shares no batch at all. */
const alone = '*'

const keysOf = ({ incoming, filing, focus, outbox, enrol, previous }: Commit): readonly string[] => [
  `incoming ${incoming.channel} ${incoming.id}`,
  ...[filing?.filing, previous?.filing].flatMap(each => (each ? yearsOf(each) : [])),
  ...new Set([...(focus ? [focus.chat] : []), ...outbox.map(({ to }) => to)].map(chat => `chat ${chat}`)),
  ...(enrol ? [alone] : []),
]

/** A unit's filing, and the one of the next year, whose version rises with it (triggers in migrations/). */
const yearsOf = ({ unit, year }: Filing): readonly string[] =>
  [year, year + 1].map(each => `filing ${unit} ${each}`)

/** The jobs that go out together, and those that must wait for them. */
const nextRound = (
  waiting: readonly Job[],
  limit: number,
): { readonly round: readonly Job[]; readonly rest: Job[] } => {
  const round: Job[] = []
  const rest: Job[] = []
  const taken = new Set<string>()
  for (const job of waiting) {
    const room =
      round.length === 0 || (round.length < limit && !taken.has(alone) && !job.keys.includes(alone))
    const fits = room && !job.keys.some(key => taken.has(key))
    const side = fits ? round : rest
    side.push(job)
    for (const key of job.keys) if (fits || key !== alone) taken.add(key)
  }
  return { round, rest }
}

/** Marks come first: a chat is free for new mail only when what was sent is marked. */
const statementsOf = (jobs: readonly Job[]): readonly Statement[] => [
  ...markStatements(jobs.flatMap(({ work }) => ('marks' in work ? [work.marks] : []))),
  ...commitStatements(jobs.flatMap(({ work }) => ('writing' in work ? [work.writing] : []))),
]

/** All in one batch; when that is refused, each in a batch of its own, so that each learns its own outcome. */
const settle = async (sql: Sql, round: readonly Job[]): Promise<void> => {
  try {
    const statements = statementsOf(round)
    const rows = await sql.batch(statements)
    const mail = rows[statements.findIndex(statement => statement.sql === putMail)] ?? []
    const found = new Map(mail.map(row => [row.id, row]))
    for (const { work, resolve } of round) {
      const outbox = 'writing' in work ? work.writing.commit.outbox : []
      resolve(outbox.map(({ id }) => found.get(id) ?? {}))
    }
  } catch (error) {
    if (round.length > 1 && !isFault(error, 'database-unavailable')) {
      await Promise.all(round.map(job => settle(sql, [job])))
    } else for (const { reject } of round) reject(error)
  }
}
