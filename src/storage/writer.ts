// Writes of many messages gathered into one batch: those that come while one is written go out together with the
// next. Nobody learns their result before their own batch is durable. It knows the order of writes, and no table.

import type { Commit } from '../app/ports/commit.ts'
import type { Filing } from '../engine/filing.ts'
import { isFault } from '../faults.ts'
import { commitStatements, insertMail, type Writing } from './commit.ts'
import { type Outcomes, outcomeStatements } from './outcomes.ts'
import type { Row, Sql, Statement } from './sql.ts'

export type Writer = {
  /** The rows of its outbox as they were written: `id`, `leaseUntil`, `editsMessage`. Rejects as `Sql` does. */
  readonly commit: (writing: Writing) => Promise<readonly Row[]>
  /** Stored before every commit of the same chat that is handed over later, or together with it. */
  readonly settle: (outcomes: Outcomes) => Promise<void>
}

type Job = {
  readonly work: { readonly writing: Writing } | { readonly outcomes: Outcomes }
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
      await writeRound(sql, round)
    }
    busy = false
  }
  const hand = (work: Job['work'], keys: readonly string[]): Promise<readonly Row[]> =>
    new Promise((resolve, reject) => {
      const job = { work, keys, resolve, reject }
      if (sql.sharing === 1) return void writeRound(sql, [job])
      waiting.push(job)
      if (!busy) void write()
    })
  return {
    commit: writing => hand({ writing }, keysOf(writing.commit)),
    settle: async outcomes => void (await hand({ outcomes }, [`settle ${outcomes.chat}`])),
  }
}

/** A filing that was not read yet may be anybody's to change, so an enrolment shares no batch at all. */
const alone = '*'

const keysOf = ({ incoming, filings, focus, outbox, enrol, previous }: Commit): readonly string[] => [
  `incoming ${incoming.channel} ${incoming.id}`,
  ...[...filings, ...(previous ? [previous] : [])].flatMap(({ filing }) => yearsOf(filing)),
  ...new Set([...(focus ? [focus.chat] : []), ...outbox.map(({ to }) => to)].map(chat => `chat ${chat}`)),
  ...(enrol ? [alone] : []),
]

/** A unit's filing, and the one of the next year, whose version rises with it (triggers in migrations/). */
const yearsOf = ({ unit, obligation, year }: Filing): readonly string[] =>
  [year, year + 1].map(each => `filing ${unit} ${obligation} ${each}`)

/** The jobs that go out together, and those that must wait for them. */
const nextRound = (
  waiting: readonly Job[],
  limit: number,
): { readonly round: readonly Job[]; readonly rest: Job[] } => {
  const round: Job[] = []
  const rest: Job[] = []
  const taken = new Set<string>()
  for (const job of waiting) {
    const shares =
      round.length === 0 || (round.length < limit && !taken.has(alone) && !job.keys.includes(alone))
    const fits = shares && !job.keys.some(key => taken.has(key))
    const side = fits ? round : rest
    side.push(job)
    for (const key of job.keys) if (fits || key !== alone) taken.add(key)
  }
  return { round, rest }
}

/** Outcomes come first: a chat is free for new mail only when its sent mail is marked. */
const statementsOf = (jobs: readonly Job[]): readonly Statement[] => [
  ...outcomeStatements(jobs.flatMap(({ work }) => ('outcomes' in work ? [work.outcomes] : []))),
  ...commitStatements(jobs.flatMap(({ work }) => ('writing' in work ? [work.writing] : []))),
]

/** All in one batch; when that is refused, half by half, so that each learns its own outcome in few batches. */
const writeRound = async (sql: Sql, round: readonly Job[]): Promise<void> => {
  try {
    const statements = statementsOf(round)
    const rows = await sql.batch(statements)
    const mail = rows[statements.findIndex(statement => statement.sql === insertMail)] ?? []
    const found = new Map(mail.map(row => [row.id, row]))
    for (const { work, resolve } of round) {
      const outbox = 'writing' in work ? work.writing.commit.outbox : []
      resolve(outbox.map(({ id }) => found.get(id) ?? {}))
    }
  } catch (error) {
    if (round.length > 1 && !isFault(error, 'database-unavailable')) {
      const half = Math.ceil(round.length / 2)
      await writeRound(sql, round.slice(0, half))
      await writeRound(sql, round.slice(half))
    } else for (const { reject } of round) reject(error)
  }
}
