// Browsers: who comes in by a link, their session, and what their page shows. Tokens and codes are known here only
// while they are handed over; what is stored are hashes.

import type { Words } from '../../i18n/words.ts'
import { hashOf, hex } from '../hash-of.ts'
import { assemble } from '../mail/assemble.ts'
import type { AccountRef } from '../message.ts'
import type { Archive } from '../ports/archive.ts'
import type { Receive } from '../ports/channel.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { Registry } from '../ports/registry.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { Visits } from '../use-cases.ts'
import { boardOf } from './progress.ts'
import { tablesOf } from './tables.ts'

type Room = {
  readonly conversations: Pick<Conversations, 'loadSeat'>
  readonly registry: Pick<Registry, 'invitation' | 'units'>
  readonly sessions: Sessions
  readonly outbox: Pick<Outbox, 'messages' | 'fileOrder'>
  readonly archive: Pick<Archive, 'snapshot'>
  readonly environment: Environment
  readonly words: Words
  readonly receive: Receive
}

const day = 86_400_000
/** A session ends when it was not used for so long. */
const sessionDays = 120
/** 32 bytes: nobody guesses it (OWASP asks for 16 at least). */
const tokenBytes = 32
const channel = 'web'

export const createVisits = ({
  conversations,
  registry,
  sessions,
  outbox,
  archive,
  environment,
  words,
  receive,
}: Room): Visits => {
  const session: Visits['session'] = async token => {
    const hash = await hashOf(token)
    const now = environment.now()
    const found = await sessions.session(hash, now)
    if (!found) return null
    const isRenewed = found.expiresAt < now + (sessionDays - 1) * day
    if (isRenewed) await sessions.saveSession({ ...found, expiresAt: now + sessionDays * day })
    return { account: found.account, isRenewed }
  }

  /** A link for somebody who is known opens a browser of their own, never that of whoever sat there before. */
  const accountFor = async (person: string | null, account: AccountRef | null): Promise<AccountRef> => {
    const seat = account && (await conversations.loadSeat(account, account))
    const stays = account && seat && (person === null || person === seat.person.id)
    return stays ? account : `${channel}:${environment.id()}${environment.id()}`
  }

  return {
    invited: async code => {
      const open = await registry.invitation(await hashOf(code), environment.now())
      if (!open) return null
      const unit = (await registry.units()).find(({ id }) => id === open.unit)
      const filing = unit?.filings.find(({ id }) => id === open.filing)
      if (!unit || !filing) return null
      return { unit: unit.name, year: filing.year, name: open.name ?? null, person: open.person ?? null }
    },

    enter: async (code, name, known) => {
      const open = await registry.invitation(await hashOf(code), environment.now())
      if (!open) return null
      const account = await accountFor(open.person ?? null, known)
      await receive({
        id: `${account}/enter/${environment.id()}`,
        channel,
        chat: account,
        person: account,
        name,
        at: environment.now(),
        said: { type: 'command', name: 'start', argument: code },
        message: null,
      })
      const seat = await conversations.loadSeat(account, account)
      if (seat?.filing.id !== open.filing) return null
      const token = hex(crypto.getRandomValues(new Uint8Array(tokenBytes)))
      await sessions.saveSession({
        hash: await hashOf(token),
        account,
        expiresAt: environment.now() + sessionDays * day,
      })
      return token
    },

    session,
    leave: async token => sessions.endSession(await hashOf(token)),

    board: async account => {
      const seat = await conversations.loadSeat(account, account)
      return seat && boardOf(words, environment, seat)
    },

    tables: async account => {
      const seat = await conversations.loadSeat(account, account)
      return seat && tablesOf(words, environment, seat)
    },

    messages: outbox.messages,
    file: async (chat, id) => {
      const order = await outbox.fileOrder(chat, id)
      return order && assemble({ archive, environment }, order)
    },
  }
}
