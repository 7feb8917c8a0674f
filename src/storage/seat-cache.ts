// Seats in memory, so that a conversation is not read anew with each message. One may be behind another process's
// writes, and that is found out: each commit asks for the version of filing and place and for the memberships of the
// seat it was made from, and is refused when one of them stands no more.

import type { AccountRef, ChatRef } from '../app/message.ts'
import type { Commit, PositionCommit } from '../app/ports/commit.ts'
import type { Seat } from '../app/ports/conversations.ts'
import type { Delivered } from '../app/ports/outbox.ts'
import type { FilingState } from '../district/lifecycle.ts'
import { type FilingId, raisesContent } from '../engine/filing.ts'
import type { CachedFiling, FilingCache } from './filing-cache.ts'
import { recent } from './recent.ts'

/** A seat without its filing and what belongs to it, which a colleague may change meanwhile. */
type Place = Omit<Seat, keyof CachedFiling> & {
  readonly account: AccountRef
  readonly filing: FilingId
}

export type SeatCache = {
  /** Undefined when the database must be asked. */
  readonly get: (account: AccountRef, chat: ChatRef) => Seat | undefined
  /** The seat that the database gave. */
  readonly loaded: (account: AccountRef, chat: ChatRef, seat: Seat) => void
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
      if (!place || place.asked?.message === null) return undefined
      const known = filings.get(place.filing)
      if (!known) return undefined
      const { account: _, filing: __, ...rest } = place
      return { ...known, ...rest }
    },

    loaded: (account, chat, { filing, content, isUntouched, auditHead, unit, previous, ...place }) => {
      // Read before a commit of ours: the focus may be behind the filing that is known.
      if (filings.get(filing.id)?.filing.version !== filing.version) return
      if (place.isOutdated) return
      const others = placesIn(chat).filter(each => each.account !== account)
      keep(chat, [...others, { ...place, account, filing: filing.id }])
    },

    committed: ({ filings: written, position, enrol }) => {
      for (const { filing, expected, auditHead, changes } of written) {
        const known = filings.get(filing.id, expected)
        if (!known) continue
        const content = known.content + (raisesContent(changes) ? 1 : 0)
        const after = { ...filing, version: expected + 1 }
        filings.put({
          ...known,
          filing: after,
          content,
          isUntouched: false,
          auditHead,
        })
      }
      if (enrol) keep(enrol.chat, [])
      if (!position) return
      if ('desk' in position) return keep(position.chat, [])
      keep(
        position.chat,
        placesIn(position.chat).flatMap(place => {
          if (place.person.id !== position.person) return place
          const act = written.find(({ filing }) => filing.id === place.filing)
          const state = act?.standing.state ?? place.ground.state
          return place.filing === position.filing ? [moved(place, position, state)] : []
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

const moved = (
  place: Place,
  { expected, focus, awaits = null, card, asked }: PositionCommit,
  state: FilingState,
): Place => ({
  ...place,
  ground: { ...place.ground, state },
  placeVersion: expected + 1,
  focus,
  awaits,
  card,
  asked: askedNow(place.asked, asked),
})

const askedNow = (before: Seat['asked'], asked: string | null): Seat['asked'] => {
  if (asked === null) return null
  return asked === before?.id ? before : { id: asked, message: null, waits: true }
}
