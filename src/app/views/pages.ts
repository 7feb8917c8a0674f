// Everything a page of a filing shows. It only reads, and nothing of it is shown before the door has opened.

import type { Look } from '../../district/access.ts'
import { filingId } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { deskHere } from '../desk/desk-here.ts'
import { type AssembleDeps, assemble, assembleReport } from '../mail/assemble.ts'
import type { AccountRef } from '../message.ts'
import { mayOpen, open } from '../open.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { Desks } from '../ports/desks.ts'
import type { Environment } from '../ports/environment.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { People } from '../ports/people.ts'
import type { Pages } from '../use-cases.ts'
import { colleagueChanges } from './colleagues.ts'
import { greeting } from './greeting.ts'
import { progressOf } from './progress.ts'
import { tablesOf } from './tables.ts'

type Deps = AssembleDeps & {
  readonly conversations: Pick<Conversations, 'readSeat' | 'ground'>
  readonly people: Pick<People, 'personOf' | 'namesOf'>
  readonly desks: Pick<Desks, 'deskPlace'>
  readonly outbox: Pick<Outbox, 'messages' | 'fileOrder'>
  readonly catalog: Catalog
  readonly environment: Environment
  readonly words: Words
}

export const createPages = (deps: Deps): Pages => {
  const { conversations, people, outbox, catalog, environment, words } = deps
  /** A page's account and its chat have one name. */
  const seatFor = async (account: AccountRef, action: Look) =>
    (await open(conversations, { account, chat: account }, action))?.seat ?? null
  const deskFor = (account: AccountRef, seat: Seat | null) => deskHere(deps, account, seat)
  return {
    greeting: async account => {
      const known = await people.personOf(account)
      return known && greeting(words, known)
    },

    progress: async account => {
      const seat = await seatFor(account, 'see-filing')
      if (!seat || (await deskFor(account, seat))) return null
      const colleagues = await colleagueChanges(people, words, catalog, seat)
      return { ...progressOf(words, catalog, environment, seat, account), colleagues }
    },

    desk: async account => {
      const desk = await deskFor(account, await seatFor(account, 'see-filing'))
      if (!desk) return null
      const { person, version, card, asked } = desk.place
      return { person, unit: desk.unit.name, desk: desk.unit.id, version, card, asked }
    },

    tables: async account => {
      const seat = await seatFor(account, 'see-tables')
      return seat && tablesOf(words, catalog, environment, seat)
    },

    messages: async (account, from, limit) => {
      const seat = await seatFor(account, 'read-messages')
      return seat || (await deskFor(account, seat)) ? outbox.messages(account, from, limit) : null
    },

    follow: async account => {
      const seat = await seatFor(account, 'follow-filing')
      const desk = await deskFor(account, seat)
      if (!seat && !desk) return null
      const [post] = await outbox.messages(account, { before: Number.MAX_SAFE_INTEGER }, 1)
      const last = post?.seq ?? 0
      if (desk) return { filing: null, version: desk.place.version, last }
      return seat && { filing: seat.filing.id, version: seat.filing.version, last }
    },

    file: async (account, id, as) => {
      const order = await outbox.fileOrder(account, id)
      if (!order) return null
      if ('office' in order) return as || order.account !== account ? null : assemble(deps, order)
      if (!(await mayOpen(conversations, account, filingId(order.filing), 'fetch-document'))) return null
      return assembleReport(deps, order, as)
    },
  }
}
