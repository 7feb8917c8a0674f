// Browsers: who comes in by a link, their session, and what their page shows. Tokens and codes are known here only
// while they are handed over; what is stored are hashes.

import { catalog } from '../forms/catalog.ts'
import type { Words } from '../i18n/words.ts'
import { assemble } from './assemble.ts'
import { boardOf } from './board.ts'
import { hashOf } from './enrol.ts'
import { hex } from './hex.ts'
import type { AccountRef } from './message.ts'
import type { Receive, Store, World } from './ports.ts'
import { tablesOf } from './tables.ts'
import type { Visits } from './visiting.ts'

type Room = {
  readonly store: Store
  readonly world: World
  readonly words: Words
  readonly receive: Receive
}

const day = 86_400_000
/** A session ends when it was not used for so long. */
const sessionDays = 120
/** 32 bytes: nobody guesses it (OWASP asks for 16 at least). */
const tokenBytes = 32
const channel = 'web'

export const createVisits = ({ store, world, words, receive }: Room): Visits => {
  const session: Visits['session'] = async token => {
    const hash = await hashOf(token)
    const now = world.now()
    const found = await store.session(hash, now)
    if (!found) return null
    const isRenewed = found.expiresAt < now + (sessionDays - 1) * day
    if (isRenewed) await store.putSession({ ...found, expiresAt: now + sessionDays * day })
    return { account: found.account, isRenewed }
  }

  /** A link for somebody who is known opens a browser of their own, never that of whoever sat there before. */
  const accountFor = async (person: string | null, account: AccountRef | null): Promise<AccountRef> => {
    const seat = account && (await store.seat(account, account))
    const stays = account && seat && (person === null || person === seat.person.id)
    return stays ? account : `${channel}:${world.id()}${world.id()}`
  }

  return {
    invited: async code => {
      const open = await store.invitation(await hashOf(code), world.now())
      if (!open) return null
      const unit = (await store.units()).find(({ id }) => id === open.unit)
      const filing = unit?.filings.find(({ id }) => id === open.filing)
      if (!unit || !filing) return null
      const title = words.title(catalog.formOf(filing.form).obligation, { year: filing.year })
      return { unit: unit.name, title, name: open.name ?? null, person: open.person ?? null }
    },

    enter: async (code, name, known) => {
      const open = await store.invitation(await hashOf(code), world.now())
      if (!open) return null
      const account = await accountFor(open.person ?? null, known)
      await receive({
        id: `${account}/enter/${world.id()}`,
        channel,
        chat: account,
        person: account,
        name,
        at: world.now(),
        said: { type: 'command', name: 'start', argument: code },
        message: null,
      })
      const seat = await store.seat(account, account)
      if (seat?.filing.id !== open.filing) return null
      const token = hex(crypto.getRandomValues(new Uint8Array(tokenBytes)))
      await store.putSession({
        hash: await hashOf(token),
        account,
        expiresAt: world.now() + sessionDays * day,
      })
      return token
    },

    session,
    leave: async token => store.endSession(await hashOf(token)),

    board: async account => {
      const seat = await store.seat(account, account)
      return seat && boardOf(words, world, seat)
    },

    tables: async account => {
      const seat = await store.seat(account, account)
      return seat && tablesOf(words, world, seat)
    },

    messages: store.messages,
    file: async (chat, id) => {
      const order = await store.fileOrder(chat, id)
      return order && assemble({ store, world }, order)
    },
  }
}
