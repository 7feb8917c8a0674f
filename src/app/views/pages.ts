// Everything a page of a filing shows. It only reads, and nothing of it is shown before the door has opened.

import type { Look } from '../../district/access.ts'
import { filingId } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { assemble } from '../mail/assemble.ts'
import type { AccountRef } from '../message.ts'
import { mayOpen, open } from '../open.ts'
import type { Archive } from '../ports/archive.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { People } from '../ports/people.ts'
import type { Pages } from '../use-cases.ts'
import { greeting } from './greeting.ts'
import { progressOf } from './progress.ts'
import { tablesOf } from './tables.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'readSeat' | 'ground'>
  readonly people: Pick<People, 'personOf'>
  readonly outbox: Pick<Outbox, 'messages' | 'fileOrder'>
  readonly archive: Pick<Archive, 'snapshot'>
  readonly catalog: Catalog
  readonly environment: Environment
  readonly words: Words
}

export const createPages = (deps: Deps): Pages => {
  const { conversations, people, outbox, catalog, environment, words } = deps
  /** A page's account and its chat have one name. */
  const seatFor = async (account: AccountRef, action: Look) =>
    (await open(conversations, { account, chat: account }, action))?.seat ?? null
  return {
    greeting: async account => {
      const known = await people.personOf(account)
      return known && greeting(words, known)
    },

    progress: async account => {
      const seat = await seatFor(account, 'see-filing')
      return seat && progressOf(words, catalog, environment, seat, account)
    },

    tables: async account => {
      const seat = await seatFor(account, 'see-tables')
      return seat && tablesOf(words, catalog, environment, seat)
    },

    messages: async (account, from, limit) =>
      (await seatFor(account, 'read-messages')) && outbox.messages(account, from, limit),

    follow: async account => {
      const seat = await seatFor(account, 'follow-filing')
      if (!seat) return null
      const [last] = await outbox.messages(account, { before: Number.MAX_SAFE_INTEGER }, 1)
      return { filing: seat.filing.id, version: seat.filing.version, last: last?.seq ?? 0 }
    },

    file: async (account, id, as) => {
      const order = await outbox.fileOrder(account, id)
      if (!order || !(await mayOpen(conversations, account, filingId(order.filing), 'fetch-document')))
        return null
      return assemble(deps, order, as)
    },
  }
}
