// Everything a page of a filing shows. It only reads.

import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { assemble } from '../mail/assemble.ts'
import type { Archive } from '../ports/archive.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { Pages } from '../use-cases.ts'
import { progressOf } from './progress.ts'
import { tablesOf } from './tables.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'loadSeat'>
  readonly outbox: Pick<Outbox, 'messages' | 'fileOrder'>
  readonly archive: Pick<Archive, 'snapshot'>
  readonly catalog: Catalog
  readonly environment: Environment
  readonly words: Words
}

export const createPages = (deps: Deps): Pages => {
  const { conversations, outbox, catalog, environment, words } = deps
  return {
    progress: async account => {
      const seat = await conversations.loadSeat(account, account)
      return seat && progressOf(words, catalog, environment, seat)
    },

    tables: async account => {
      const seat = await conversations.loadSeat(account, account)
      return seat && tablesOf(words, catalog, environment, seat)
    },

    messages: outbox.messages,

    file: async (chat, id) => {
      const order = await outbox.fileOrder(chat, id)
      return order && assemble(deps, order)
    },
  }
}
