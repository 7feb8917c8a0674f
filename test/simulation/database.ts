// The database under the simulated processes: a real SQLite file, each call an event of the scheduler, with locks and
// full disks on order. It writes down every commit that was taken.

import { fault } from '../../src/faults.ts'
import type { Sql } from '../../src/storage/sql.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import type { Chances } from './chances.ts'
import type { Scheduler } from './scheduler.ts'

/** A process's life, which a kill ends; what it had under way is never answered. */
export type Life = { readonly name: string; isOver: boolean }

/** A commit as it was taken. */
export type Taken = {
  readonly at: number
  readonly channel: string
  readonly id: string
  readonly chat: string | null
  /** The person, and the filing it is about; null when it is nobody's answer. */
  readonly person: string | null
  readonly about: string | null
  /** By key: the values that it puts before the person, with the question and on the card, as a focus keeps them. */
  readonly shown: Readonly<Record<string, string>>
  /** Filing, key, value as JSON and note of cells; of texts the number of parts. */
  readonly cells: readonly (readonly [string, string, string, string | null])[]
  readonly emptied: readonly string[]
  readonly cellsGone: readonly (readonly [string, string])[]
  readonly texts: number
  /** Messages it causes but for the person's own: chat and text. */
  readonly says: readonly (readonly [string, string])[]
}

export type Database = {
  readonly open: (life: Life) => Promise<{ readonly sql: Sql; readonly close: () => Promise<void> }>
  readonly lock: (ms: number) => void
  readonly fill: (ms: number) => void
  readonly free: () => void
  /** Whether something was wrong with it within the last so many milliseconds. */
  readonly wasIll: (ms: number) => boolean
  readonly taken: readonly Taken[]
}

/** SQLite waits so long for a lock (storage/sqlite3.ts). */
const busyMs = 5_000

/** `slowest` milliseconds a call takes at most. */
export const createDatabase = (
  file: string,
  slowest: number,
  scheduler: Scheduler,
  chance: Chances,
): Database => {
  let lockedUntil = 0
  let fullUntil = 0
  const taken: Taken[] = []
  const { elapsed, after } = scheduler

  const open: Database['open'] = async life => {
    const real: Sqlite3 = await sqlite3(file)
    await real.batch([{ sql: 'PRAGMA synchronous = OFF' }])
    let last: Promise<unknown> = Promise.resolve()

    /** One call, some time from now, unless its process is dead by then. */
    const call = <T>(name: string, work: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        const attempt = async (): Promise<void> => {
          if (life.isOver) return
          try {
            const rows = await work()
            scheduler.note(`${life.name} ${name} ${JSON.stringify(rows)}`)
            resolve(rows)
          } catch (error) {
            scheduler.note(`${life.name} ${name} ${error}`)
            reject(error)
          }
        }
        after(chance(`sql ${life.name}`) * slowest, `${life.name} ${name}`, attempt)
      })

    /** Waits for the lock as SQLite does, or is told that the disk is full. */
    const writable = async (): Promise<void> => {
      if (elapsed() < fullUntil) throw fault('database-unavailable', 'SQLITE_FULL')
      const wait = lockedUntil - elapsed()
      if (wait <= 0) return
      await new Promise<void>(resolve =>
        after(Math.min(wait, busyMs), `${life.name} waits for the lock`, () => resolve()),
      )
      if (wait > busyMs) throw fault('database-unavailable', 'SQLITE_BUSY')
    }

    const batch: Sql['batch'] = statements => {
      const turn = last.then(async () => {
        await writable()
        return call(
          `writes ${statements.map(({ sql, params }) => brief(sql, params)).join('; ')}`,
          async () => {
            const rows = await real.batch(statements)
            statements.forEach(({ sql, params = [] }, n) => {
              if (sql.startsWith('INSERT INTO round'))
                taken.push(...takenIn(elapsed(), params, rows[n] ?? []))
            })
            return rows
          },
        )
      })
      last = turn.catch(() => {})
      return turn
    }
    return {
      sql: {
        batch,
        all: (sql, params = []) => call(`reads ${brief(sql, params)}`, () => real.all(sql, params)),
        sharing: real.sharing,
        alone: () => call('asks whether it is alone', async () => (await real.alone?.()) ?? true),
      },
      close: real.close,
    }
  }

  return {
    open,
    lock: ms => {
      lockedUntil = Math.max(lockedUntil, elapsed() + ms)
    },
    fill: ms => {
      fullUntil = Math.max(fullUntil, elapsed() + ms)
    },
    free: () => {
      lockedUntil = Math.min(lockedUntil, elapsed())
      fullUntil = Math.min(fullUntil, elapsed())
    },
    wasIll: ms => Math.max(lockedUntil, fullUntil) > elapsed() - ms,
    taken,
  }
}

const brief = (sql: string, params: readonly unknown[] = []): string =>
  `${sql.slice(0, 40).replace(/\s+/g, ' ')} ${params.map(one => (one instanceof Uint8Array ? Buffer.from(one).toString('utf8') : one)).join(' ')}`

type Json = readonly (string & number)[]
type Document = { readonly words: readonly [number, number] } & Readonly<
  Record<string, readonly Json[] | undefined>
>

const takenIn = (
  at: number,
  [packed, words]: readonly unknown[],
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Taken[] =>
  (JSON.parse(String(packed)) as readonly Document[]).flatMap((document, n) => {
    const [incoming] = document.incoming ?? []
    const [position] = document.positions ?? []
    const [card] = document.cards ?? []
    const isDone = rows.some(row => row.n === n && row.verdict === 'done')
    if (!incoming || !isDone) return []
    const textOf = (from = 0, length = 0): string =>
      Buffer.from(
        (words as Uint8Array).subarray(document.words[0] + from - 2, document.words[0] + from - 2 + length),
      ).toString()
    return {
      at,
      channel: String(incoming[0]),
      id: String(incoming[1]),
      chat: incoming[3] ?? null,
      person: position?.[0] ?? null,
      about: position ? String(position[3]).replace(/^filing\//, '') : null,
      shown: {
        ...(card && JSON.parse(textOf(card[5], card[6]))),
        ...(position && JSON.parse(textOf(position[6], position[7])).shown),
      },
      cells: (document.cells ?? []).map(
        ([filing = '', key = '', value, note]) => [filing, key, JSON.stringify(value), note ?? null] as const,
      ),
      emptied: (document.emptied ?? []).map(String),
      cellsGone: (document.cellsGone ?? []).map(([filing = '', key = '']) => [filing, key] as const),
      texts: (document.texts ?? []).length + (document.textsGone ?? []).length,
      says: (document.outbox ?? [])
        .filter(row => row[4] !== 'own')
        .map(row => [String(row[1]), textOf(row[10], row[11])] as const),
    }
  })
