// Lists that stand beside a unit are read through the door: whoever has no right there is told nothing.

import { expect, test } from 'vitest'
import { listContacts } from '../../src/app/chasing/list-contacts.ts'
import { listFeeds } from '../../src/app/feeds/list-feeds.ts'
import type { Caller } from '../../src/app/open.ts'
import type { ListedContact } from '../../src/app/ports/contacts.ts'
import type { ListedFeed } from '../../src/app/ports/feeds.ts'
import { unitId } from '../../src/engine/filing.ts'

const unit = unitId('unit')
const feed: ListedFeed = {
  ...{ hash: 'hash', unit, person: null, since: 0, unitName: '鼓楼街道', personName: null },
}
const contact = { unit: '鼓楼街道' } as ListedContact
const deps = {
  registry: { unitGround: async () => null, unitGrounds: async () => new Map() },
  feeds: { feeds: async () => [feed] },
  contacts: { contacts: async () => [contact] },
}
const shell: Caller = { type: 'shell', at: 0 }
const stranger: Caller = { type: 'person', account: 'web:stranger', channel: 'web', at: 0 }
const campaign = { id: 'campaign', root: unit }

test('the addresses of calendars', async () => {
  expect(await listFeeds(deps, shell)).toEqual([feed])
  expect(await listFeeds(deps, stranger)).toEqual([])
})

test('the steps of chasing', async () => {
  expect(await listContacts(deps, shell, campaign)).toEqual([contact])
  expect(await listContacts(deps, stranger, campaign)).toBeNull()
})
