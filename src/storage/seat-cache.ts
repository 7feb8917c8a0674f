// Seats in memory, so that a conversation is not read anew with each message. One may be behind another process's
// writes, and that is found out: a seat changes only together with the version of its filing (see the triggers in
// migrations/), membership is asked for by the guard, and both refuse the commit.

import type { AccountRef, ChatRef } from '../app/message.ts'
import type { Commit, FocusCommit } from '../app/ports/commit.ts'
import type { Seat } from '../app/ports/conversations.ts'
import type { Delivered } from '../app/ports/outbox.ts'
import type { FilingId } from '../engine/filing.ts'
import type { CachedFiling, FilingCache } from './filing-cache.ts'
import { recent } from './recent.ts'

/** A seat without its filing and what belongs to it, which a colleague may change meanwhile. */
type Place = Omit<Seat, keyof CachedFiling> & {
  readonly account: AccountRef
  readonly filing: FilingId
  /** Whether the focus is stored. Without one the seat hangs on the newest membership, which no version guards. */
  readonly placed: boolean
}

export type SeatCache = {
  /** Undefined when the database must be asked. */
  readonly get: (account: AccountRef, chat: ChatRef) => Seat | undefined
  /** A seat as the database gave it; `placed` when a focus is stored. */
  readonly loaded: (account: AccountRef, chat: ChatRef, seat: Seat, placed: boolean) => void
  /** This is stored now. */
  readonly committed: (commit: Commit) => void
  readonly delivered: (chat: ChatRef, outcomes: readonly Delivered[]) => void
  /** Something in this chat changed; seats before the filing `but` are kept. */
  readonly drop: (chat: ChatRef, but?: FilingId) => void
}

/** At most `limit` chats; with 0 nothing is kept. */
export const seatCache = (limit: number, filings: FilingCache): SeatCache => {
  const chats = recent<readonly Place[]>(limit)
  const keep = (chat: ChatRef, places: readonly Place[]): void =>
    places.length > 0 ? chats.set(chat, places) : chats.delete(chat)
  const placesIn = (chat: ChatRef): readonly Place[] => chats.get(chat) ?? []

  return {
    get: (account, chat) => {
      const place = placesIn(chat).find(each => each.account === account)
      // When the message that asked is not known to be sent, another process may have sent it.
      if (!place?.placed || place.asked?.message === null) return undefined
      const known = filings.get(place.filing)
      if (!known) return undefined
      const { person, focus, card, asked } = place
      return { person, ...known, focus, card, asked }
    },

    loaded: (account, chat, { person, filing, focus, card, asked }, placed) => {
      // Read before a commit of ours: the focus may be behind the filing that is known.
      if (filings.get(filing.id)?.filing.version !== filing.version) return
      const others = placesIn(chat).filter(each => each.account !== account)
      keep(chat, [...others, { account, person, filing: filing.id, focus, card, asked, placed }])
    },

    committed: ({ filings: written, focus, enrol }) => {
      for (const { filing, expected, auditHead } of written) {
        const known = filings.get(filing.id, expected)
        if (known) filings.put({ ...known, filing: { ...filing, version: expected + 1 }, auditHead })
      }
      if (enrol) keep(enrol.chat, [])
      if (!focus) return
      keep(
        focus.chat,
        placesIn(focus.chat).flatMap(place => {
          if (place.person.id !== focus.person) return place
          return place.filing === focus.filing ? moved(place, focus) : []
        }),
      )
    },

    delivered: (chat, outcomes) => {
      const places = placesIn(chat)
      if (places.length === 0) return
      const messages = new Map(
        outcomes.flatMap(each => (each.state === 'sent' ? [[each.id, each.message]] : [])),
      )
      const sent = (place: Place): Place => {
        const message = place.asked && messages.get(place.asked.id)
        if (!place.asked || message === undefined) return place
        return { ...place, asked: { ...place.asked, message, waits: false } }
      }
      keep(chat, places.map(sent))
    },

    drop: (chat, but) => {
      const places = placesIn(chat)
      if (places.some(place => place.filing !== but))
        keep(
          chat,
          places.filter(place => place.filing === but),
        )
    },
  }
}

const moved = (place: Place, { focus, card, asked }: FocusCommit): Place => ({
  ...place,
  placed: true,
  focus,
  card,
  asked: askedNow(place.asked, asked),
})

const askedNow = (before: Seat['asked'], asked: string | null): Seat['asked'] => {
  if (asked === null) return null
  return asked === before?.id ? before : { id: asked, message: null, waits: true }
}
