// The door as people meet it: a stranger, somebody without the right, and a wrong state are told the same, and nothing
// is changed; a look needs only the right to look.

import { afterEach, describe, expect, test } from 'vitest'
import { admit } from '../../src/app/open.ts'
import type { Ground } from '../../src/app/ports/conversations.ts'
import { createPages } from '../../src/app/views/pages.ts'
import { unitId } from '../../src/engine/filing.ts'
import { type Desk, openDesk, textOf } from './desk.ts'

let desk: Desk
afterEach(() => desk?.close())

/** A desk at which every filing lies on this ground, as far as the database says; memory may say `remembered`. */
const deskOn = async (changed: Partial<Ground>, remembered = changed) => {
  const current = { now: {} as Partial<Ground>, memory: {} as Partial<Ground> }
  desk = await openDesk({
    store: store => ({
      ...store,
      readSeat: async (account, chat) => {
        const seat = await store.readSeat(account, chat)
        current.memory = current.now
        return seat && { ...seat, ground: { ...seat.ground, ...current.now } }
      },
      loadSeat: async (account, chat) => {
        const seat = await store.loadSeat(account, chat)
        return seat && { ...seat, ground: { ...seat.ground, ...current.memory } }
      },
      ground: async (account, filing) => {
        const ground = await store.ground(account, filing)
        return ground && { ...ground, ...current.now }
      },
    }),
  })
  const ann = await desk.seated('ann')
  await ann.text('总体情况')
  const { ground } = await ann.seat()
  /** From here on it is so. */
  const change = () => {
    current.now = changed
    current.memory = remembered
  }
  return { ann, change, ground, pages: createPages({ ...desk.parts, ...portsOfPages(desk) }) }
}
const portsOfPages = ({ store }: Desk) => ({ outbox: store, archive: store, conversations: store })

const unit = unitId('unit-1')
const as = (role: 'filler' | 'leader' | 'viewer' | 'administrator', at = unit) => ({
  members: [{ id: 'm1', unit: at, role, sections: null }],
})

const refusals: readonly (readonly [string, Partial<Ground>])[] = [
  ['is a member no more', { members: [] }],
  ['is a member of a foreign unit', as('filler', unitId('unit-9'))],
  ['is a viewer', as('viewer')],
  ['is an administrator', as('administrator')],
  ['has the report approved', { state: 'approved' }],
  ['has the report in a state that this code does not know', { state: 'burnt' as 'draft' }],
]

describe('an answer of somebody who', () => {
  test.each(refusals)('%s is refused as a stranger’s is, and changes nothing', async (_, ground) => {
    const { ann, change } = await deskOn(ground)
    const stranger = textOf(await desk.person('eve').text('按要求公开'))
    change()
    const version = (await ann.seat()).filing.version
    expect(textOf(await ann.text('按要求公开'))).toBe(stranger)
    expect((await ann.seat()).filing.version).toBe(version)
    expect(await desk.count('text')).toBe(0)
  })

  test('gained the right in another process is taken, although memory says otherwise', async () => {
    const { ann, change } = await deskOn({}, { members: [] })
    change()
    await ann.text('按要求公开政府信息，现报告如下：')
    expect(await desk.count('text')).toBe(1)
  })
})

describe('a page', () => {
  test.each([
    ['an approved report', { state: 'approved' }, true],
    ['the unit’s leader', as('leader'), true],
    ['a viewer', as('viewer'), false],
    ['somebody from elsewhere', as('filler', unitId('unit-9')), false],
  ] as const)('is shown before %s: %s, %s', async (_, ground, shows) => {
    const { ann, change, pages } = await deskOn(ground)
    change()
    const looks = [
      await pages.progress(ann.ref),
      await pages.tables(ann.ref),
      await pages.messages(ann.ref, { after: 0 }, 10),
      await pages.follow(ann.ref),
    ]
    expect(looks.map(look => look !== null)).toEqual(looks.map(() => shows))
  })
})

test('an action that is none is refused, whoever asks', async () => {
  const { ground } = await deskOn({})
  expect(admit(ground, 'answer-filing')?.members).toHaveLength(1)
  expect(admit(ground, undefined)).toBeNull()
})
