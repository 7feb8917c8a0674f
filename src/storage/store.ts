// The store, written once for sqlite3 and D1: one read, then one batch that the schema refuses as a whole when the
// message was heard before or somebody else wrote first.

import * as z from 'zod'
import type { Committed, Store } from '../app/ports.ts'
import { filingId, personId } from '../engine/filing.ts'
import { isFault } from '../faults.ts'
import { commitStatements } from './commit.ts'
import { filingCache } from './filing-cache.ts'
import { mail } from './mail.ts'
import { readAs, readChoices, readShown } from './rows.ts'
import { seat } from './seat.ts'
import type { Sql } from './sql.ts'
import { units } from './units.ts'

/** A filing of 170 cells takes some 50 KB in memory; a Worker has 128 MB. */
const cachedFilings = 200

const day = 86_400_000
/** Telegram keeps an update for 24 hours and repeats it so long (Bot API, "Getting updates"). */
const incomingKept = 30 * day
const wordsKept = 90 * day

export const createStore = (sql: Sql): Store => {
  const cache = filingCache(cachedFilings)
  return {
    ...mail(sql),
    ...units(sql),
    seat: seat(sql, cache),

    commit: async commit => {
      try {
        await sql.batch(commitStatements(commit))
      } catch (error) {
        const outcome = refusal(error)
        if (outcome) return outcome
        throw error
      }
      if (commit.filing) cache.put({ ...commit.filing.filing, version: commit.filing.expected + 1 })
      return 'done'
    },

    card: async (id, person, chat) => {
      const [found] = await sql.all(cardOf, [id, person, chat])
      if (!found) return null
      const row = readAs(cardRow, found, 'card')
      return {
        ...row,
        person: personId(row.person),
        filing: filingId(row.filing),
        shown: readShown(row.shown),
        choices: readChoices(row.choices),
      }
    },

    snapshot: async (filing, version) => {
      const [row] = await sql.all('SELECT body FROM snapshot WHERE filing = ?1 AND version = ?2', [
        filing,
        version,
      ])
      return row ? String(row.body) : null
    },

    prune: async now => {
      await sql.batch([
        { sql: 'DELETE FROM incoming WHERE at < ?1', params: [now - incomingKept] },
        {
          sql: `UPDATE outbox SET body = '' WHERE state <> 'queued' AND at < ?1 AND body <> ''`,
          params: [now - wordsKept],
        },
      ])
    },

    ready: async () => {
      await sql.all('SELECT version FROM filing LIMIT 1')
    },
  }
}

/**
 * What a refused batch means, by the schema's own words: the incoming id's primary key, or a guard. A missing
 * parent is a race lost too: the filing or person that was loaded has been erased.
 */
const refusal = (error: unknown): Committed | null => {
  if (!isFault(error, 'database-refused')) return null
  if (error.detail === 'UNIQUE constraint failed: incoming.channel, incoming.id') return 'repeat'
  if (error.detail === 'lost' || error.detail === 'FOREIGN KEY constraint failed') return 'lost'
  return null
}

const cardRow = z.object({
  id: z.string(),
  chat: z.string(),
  person: z.string(),
  filing: z.string(),
  shown: z.string(),
  choices: z.string(),
  at: z.int(),
})

const cardOf =
  'SELECT id, chat, person, filing, shown, choices, at FROM card WHERE id = ?1 AND person = ?2 AND chat = ?3'
