// The store, written once for sqlite3 and D1: one read, then one batch that the schema refuses as a whole when the
// message was heard before or somebody else wrote first.

import type { ChatRef } from '../app/message.ts'
import type { Card, Committed, Store } from '../app/ports.ts'
import { isFault } from '../faults.ts'
import { card } from './card.ts'
import { chatList } from './chat-list.ts'
import { filingCache } from './filing-cache.ts'
import { heldMail, mail } from './mail.ts'
import { prune } from './prune.ts'
import { recent } from './recent.ts'
import { seat } from './seat.ts'
import { seatCache } from './seat-cache.ts'
import { sessions } from './sessions.ts'
import type { Sql } from './sql.ts'
import { units } from './units.ts'
import { createWriter } from './writer.ts'

/** A filing of 170 cells takes some 50 KB in memory; a Worker has 128 MB. */
const cachedFilings = 200
/** A place without its filing takes a few KB. */
const cachedSeats = 1_000
const cachedCards = 1_000

export const createStore = (sql: Sql): Store => {
  const filings = filingCache(cachedFilings)
  // On Workers what one isolate remembers another has changed: there every message reads its seat.
  const seats = seatCache(sql.sharing > 1 ? cachedSeats : 0, filings)
  // A card never changes; only its chat may become another, and then the database is asked.
  const cards = recent<Card>(cachedCards)
  const readCard = card(sql)
  const writer = createWriter(sql)
  const marking = new Map<ChatRef, Promise<void>>()
  const readSeat = seat(sql, filings, seats)
  const { moveChat, ...mailRoom } = mail(sql)

  const commitAndLease: Store['commitAndLease'] = async (commit, leaseUntil) => {
    try {
      const rows = await writer.commit({ commit, leaseUntil })
      seats.committed(commit)
      if (commit.previous && commit.filing) {
        // Its version rose once more, with last year's: what is remembered is behind already.
        filings.drop(commit.filing.filing.id, commit.filing.expected + 1)
        filings.drop(commit.previous.filing.id, commit.previous.expected ?? 0)
      }
      if (commit.card) cards.set(commit.card.id, commit.card)
      return { committed: 'done', mail: leaseUntil === null ? [] : heldMail(commit, rows) }
    } catch (error) {
      const committed = refusal(error)
      if (committed === null) throw error
      if (committed === 'lost') {
        if (commit.filing) filings.drop(commit.filing.filing.id, commit.filing.expected)
        if (commit.focus) seats.drop(commit.focus.chat)
      }
      return { committed, mail: [] }
    }
  }

  return {
    ...mailRoom,
    ...units(sql),
    ...chatList(sql),
    ...sessions(sql),
    inOrder: sql.sharing > 1,
    commitAndLease,
    commit: async commit => (await commitAndLease(commit, null)).committed,

    seat: async (account, chat) => {
      const known = seats.get(account, chat)
      if (known) return known
      await marking.get(chat)
      return readSeat(account, chat)
    },

    delivered: async (chat, outcomes) => {
      seats.delivered(chat, outcomes) // a message that was sent has its id, stored or not
      const stored = writer.mark({ chat, outcomes })
      // On Workers a request may be cancelled, and what it was at never settles: nobody may wait for it there.
      if (sql.sharing === 1) return stored
      const settled = stored
        .catch(() => {})
        .then(() => {
          if (marking.get(chat) === settled) marking.delete(chat)
        })
      marking.set(chat, settled)
      await stored
    },

    moveChat: async (from, to) => {
      await moveChat(from, to)
      seats.drop(from)
      seats.drop(to)
    },

    recover: async () => {
      if (await sql.alone?.()) await sql.batch([{ sql: freeAll }])
    },

    card: async (id, person, chat) => {
      const known = cards.get(id)
      const mine = known?.person === person && known.chat === chat
      const found = mine ? known : await readCard(id, person, chat)
      // A tap that does not fit may be the first sign that the seat is behind.
      seats.drop(chat, found?.filing)
      return found
    },

    snapshot: async (filing, version) => {
      const [row] = await sql.all('SELECT body FROM snapshot WHERE filing = ?1 AND version = ?2', [
        filing,
        version,
      ])
      return row ? String(row.body) : null
    },

    prune: now => prune(sql, now),

    ready: async () => {
      await sql.all('SELECT version FROM filing LIMIT 1')
    },
  }
}

/**
 * What a refused batch means, by the schema's own words: the incoming id's primary key, or a guard. A missing
 * parent is a race lost too: the filing or person that was loaded has been erased. So is a second report of a year.
 */
const refusal = (error: unknown): Committed | null => {
  if (!isFault(error, 'database-refused')) return null
  if (error.detail === 'UNIQUE constraint failed: incoming.channel, incoming.id') return 'repeat'
  if (error.detail === 'UNIQUE constraint failed: filing.unit, filing.year') return 'lost'
  if (error.detail === 'lost' || error.detail === 'FOREIGN KEY constraint failed') return 'lost'
  return null
}

const freeAll = `UPDATE outbox SET lease_until = NULL WHERE state = 'queued' AND lease_until IS NOT NULL`
