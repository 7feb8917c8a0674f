// Conversations: where a person stands, the cards they tap, and the commit of one message. Everything is asked of the
// caches first, as far as a guard finds out a stale answer.

import * as z from 'zod'
import type { ChatRef } from '../app/message.ts'
import type { Card } from '../app/ports/commit.ts'
import type { Conversations } from '../app/ports/conversations.ts'
import { filingId, type PersonId, personId } from '../engine/filing.ts'
import type { CommitAndLease } from './commit-and-lease.ts'
import { loadSeat } from './load-seat.ts'
import type { Memory } from './memory.ts'
import { othersAt } from './others-at.ts'
import { readGround } from './read-ground.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'
import { readCard } from './stored-card.ts'

type Parts = {
  readonly sql: Sql
  readonly memory: Memory
  readonly commitAndLease: CommitAndLease
  /** Chats whose outcomes are handed over and not stored yet. */
  readonly settling: ReadonlyMap<ChatRef, Promise<void>>
}

export const conversations = ({ sql, memory, commitAndLease, settling }: Parts): Conversations => {
  const { filings, seats, cards } = memory
  const readSeat = loadSeat(sql, filings, seats)
  return {
    readSeat,
    ground: readGround(sql),
    othersAt: othersAt(sql),

    loadSeat: async (account, chat, at) => {
      const known = seats.get(account, chat)
      if (known && (at === undefined || known.filing.id === at)) return known
      await settling.get(chat)
      return readSeat(account, chat, at)
    },

    card: async (id, person, chat) => {
      const known = cards.get(id)
      const mine = known?.person === person && known.chat === chat
      const found = mine ? known : await loadCard(sql, id, person, chat)
      if (found) cards.set(id, found)
      // A tap that does not fit may be the first sign that the seat is behind.
      seats.drop(chat, found?.filing)
      return found
    },

    commit: async commit => (await commitAndLease(commit, null)).committed,
  }
}

const loadCard = async (sql: Sql, id: string, person: PersonId, chat: ChatRef): Promise<Card | null> => {
  const [found] = await sql.all(cardOf, [id, person, chat])
  if (!found) return null
  const { about, ...row } = readAs(cardRow, found, 'card')
  return {
    ...row,
    person: personId(row.person),
    filing: filingId(about.slice('filing/'.length)),
    ...readCard(row.shown, row.choices),
  }
}

const cardRow = z.object({
  id: z.string(),
  chat: z.string(),
  person: z.string(),
  about: z.string(),
  shown: z.string(),
  choices: z.string(),
  at: z.int(),
})

const cardOf = `SELECT id, chat, person, about, shown, choices, at FROM card
  WHERE id = ?1 AND person = ?2 AND chat = ?3 AND about GLOB 'filing/*'`
