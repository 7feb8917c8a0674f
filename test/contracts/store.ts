// The store's contract: one suite, called for every database. It sees only the ports (Store, and Sql to count rows).

import { beforeEach, describe } from 'vitest'
import type { Sql } from '../../src/storage/sql.ts'
import type { Store } from '../../src/storage/store.ts'
import { administration } from './store/administration.ts'
import { betweenActs } from './store/between-acts.ts'
import { campaigns } from './store/campaigns.ts'
import { chats } from './store/chats.ts'
import { clock } from './store/clock.ts'
import { commits } from './store/commits.ts'
import { content } from './store/content.ts'
import { desks } from './store/desks.ts'
import { digests } from './store/digests.ts'
import { enrolments } from './store/enrolments.ts'
import { erasing } from './store/erasing.ts'
import { forgetting } from './store/forgetting.ts'
import { groups } from './store/groups.ts'
import { life } from './store/life.ts'
import { mails } from './store/mails.ts'
import { memory } from './store/memory.ts'
import { obligations } from './store/obligations.ts'
import { races } from './store/races.ts'
import { reads } from './store/reads.ts'
import { ready } from './store/ready.ts'
import { remarks } from './store/remarks.ts'
import { rights } from './store/rights.ts'
import { setups } from './store/setup.ts'
import { sizes } from './store/sizes.ts'
import { standings } from './store/standings.ts'
import { tampering } from './store/tampering.ts'
import { unreadableMail } from './store/unreadable-mail.ts'
import { seed } from './store/world.ts'
import { years } from './store/years.ts'

/** A fresh, migrated and empty database; `store` makes a store of its own over it, with nothing in memory. */
export type Database = { readonly sql: Sql; readonly store: () => Store }

/** What each test has: the database, one store, and a seated person in it (see world.ts). */
export type Bench = Database & { readonly first: Store }

/** Run the contract against what `open` makes; it is called before each test. */
export const storeContract = (name: string, open: () => Promise<Database>): void => {
  describe(name, () => {
    let database: Database
    let first: Store
    beforeEach(async () => {
      database = await open()
      first = database.store()
      await seed(first)
    })
    const bench = (): Bench => ({ ...database, first })
    content(bench)
    commits(bench)
    races(bench)
    enrolments(bench)
    mails(bench)
    unreadableMail(bench)
    groups(bench)
    desks(bench)
    chats(bench)
    memory(bench)
    reads(bench)
    years(bench)
    campaigns(bench)
    life(bench)
    obligations(bench)
    standings(bench)
    sizes(bench)
    tampering(bench)
    digests(bench)
    remarks(bench)
    rights(bench)
    forgetting(bench)
    erasing(bench)
    clock(bench)
    administration(bench)
    betweenActs(bench)
    setups(bench)
    ready(bench)
  })
}
