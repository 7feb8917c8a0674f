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
      personOf: async account => {
        const person = await store.personOf(account)
        const { members } = current.now
        if (!person || !members) return person
        const unitName = 'Elsewhere'
        return members.length === 0
          ? null
          : { ...person, members: members.map(each => ({ ...each, unitName })) }
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
const portsOfPages = ({ store }: Desk) => ({
  ...{ outbox: store, archive: store, conversations: store },
  orderedFile: async () => null,
})

const unit = unitId('unit-1')
const as = (role: 'filler' | 'leader' | 'viewer' | 'administrator', at = unit) => ({
  members: [{ id: 'm1', unit: at, role, sections: null }],
})

const stranger = /账号尚未关联单位/
/** Who they are and what they may do now; of the unit that the answer was for, nothing. */
const greeted = (role: string) => new RegExp(`^ann，您好。\n您是Elsewhere的${role}。\n(?![^]*柳荫街道)`)
const looking = /^您可以查看柳荫街道的报告，不能填写/

const refusals: readonly (readonly [string, Partial<Ground>, RegExp])[] = [
  ['is a member no more', { members: [] }, stranger],
  ['is a member of a foreign unit', as('filler', unitId('unit-9')), greeted('填报人')],
  ['is a viewer', as('viewer'), greeted('查看人员')],
  ['is an administrator', as('administrator'), greeted('管理员')],
  ['is the leader', as('leader'), looking],
  ['has the report approved', { state: 'approved' }, /^柳荫街道的报告已审核通过，不能修改/],
  ['has the report in a state that this code does not know', { state: 'burnt' as 'draft' }, looking],
]

describe('an answer of somebody who', () => {
  test.each(refusals)(
    '%s is refused and changes nothing: they are told what they may',
    async (_, ground, told) => {
      const { ann, change } = await deskOn(ground)
      change()
      const version = (await ann.seat()).filing.version
      expect(textOf(await ann.text('按要求公开'))).toMatch(told)
      expect((await ann.seat()).filing.version).toBe(version)
      expect(await desk.count('text')).toBe(0)
    },
  )

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
