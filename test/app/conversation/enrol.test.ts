// Coming in: an invitation is taken once, while it lasts; a stranger is told how to get one and can do nothing.

import { afterEach, expect, test } from 'vitest'
import { codeOf } from '../../../src/app/conversation/enrol.ts'
import { hashOf } from '../../../src/app/hash-of.ts'
import { filingId, unitId } from '../../../src/engine/filing.ts'
import { seeding } from '../../seeding.ts'
import { type Desk, day, openDesk, textOf } from '../desk.ts'

let desk: Desk
afterEach(() => desk.close())

test('whoever starts with an invitation is seated before the unit’s filing and sees the first screen', async () => {
  desk = await openDesk()
  const ann = desk.person('ann')
  const mail = await ann.command('start', await desk.invite())
  expect(textOf(mail)).toContain('柳荫街道')
  expect(mail.map(each => each.kind)).toEqual(['ask'])
  expect((await ann.seat()).filing.id).toBe(desk.filing)
})

test('an invitation is taken once', async () => {
  desk = await openDesk()
  const code = await desk.invite()
  await desk.person('ann').command('start', code)
  const bob = desk.person('bob')
  expect(textOf(await bob.command('start', code))).toBe(desk.words.say('stranger.expired'))
  expect(await desk.store.loadSeat(bob.ref, bob.ref)).toBeNull()
  expect(await desk.count('account')).toBe(1)
})

test('an invitation that has run out is refused', async () => {
  desk = await openDesk()
  const code = await desk.invite(1)
  desk.clock.now += day
  const ann = desk.person('ann')
  expect(textOf(await ann.command('start', code))).toBe(desk.words.say('stranger.expired'))
  expect(await desk.count('account')).toBe(0)
})

test('two who start with the same invitation at once are one seated and one turned away', async () => {
  desk = await openDesk()
  const code = await desk.invite()
  const both = [desk.person('ann'), desk.person('bob')]
  const mails = await Promise.all(both.map(each => each.command('start', code)))
  expect(mails.map(textOf).filter(text => text === desk.words.say('stranger.expired'))).toHaveLength(1)
  expect(await desk.count('account')).toBe(1)
})

test('a start that is repeated seats once', async () => {
  desk = await openDesk()
  const ann = desk.person('ann')
  const start = ann.incoming({ type: 'command', name: 'start', argument: await desk.invite() }, null)
  expect((await desk.receive(start)).repeat).toBe(false)
  expect((await desk.receive(start)).repeat).toBe(true)
  expect(await desk.count('membership')).toBe(1)
})

test('whoever has a seat may start with a used invitation and simply goes on', async () => {
  desk = await openDesk()
  const code = await desk.invite()
  const ann = desk.person('ann')
  await ann.command('start', code)
  await ann.tap('开始填报')
  expect(textOf(await ann.command('start', code))).toContain('柳荫街道')
})

test('a stranger is told how to come in, and nothing else happens', async () => {
  desk = await openDesk()
  const eve = desk.person('eve')
  for (const mail of [await eve.text('53'), await eve.command('start'), await eve.command('document')]) {
    expect(textOf(mail)).toBe(desk.words.say('stranger', { reports: desk.words.reports }))
  }
  expect(await desk.count('position')).toBe(0)
  expect(await desk.count('cell')).toBe(0)
})

test('a stranger’s tap is answered on the tap alone', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  const eve = desk.person('eve')
  const card = ann.card()?.id ?? ''
  expect(await eve.choice(card, 0)).toEqual({
    ...{ repeat: false, isRefused: true },
    notice: desk.words.say('toast.unknown'),
  })
  expect(await eve.mail()).toEqual([])
})

test.each([
  ['invitation-code-0001', true],
  ['short', false],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  ['invitation code 0001', false],
  ["invitation'code'0001", false],
  ['', false],
])('the argument %j may be a code: %s', async (argument, may) => {
  desk = await openDesk()
  const said = { type: 'command', name: 'start', argument } as const
  expect(codeOf(desk.person('ann').incoming(said, null))).toBe(may ? argument : null)
})

test('an invitation’s code is stored nowhere', async () => {
  desk = await openDesk()
  const code = await desk.invite()
  await desk.person('ann').command('start', code)
  const tables = await desk.sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
  const rows = await Promise.all(tables.map(({ name }) => desk.sql.all(`SELECT * FROM "${name}"`)))
  const stored = JSON.stringify(rows)
  expect(stored).toContain(await hashOf(code))
  expect(stored).not.toContain(code)
})

test('a person who has a place takes another invitation as the same person', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  const before = (await ann.seat()).person.id
  const second = unitId('unit-2')
  const { obligation, form, revision, year } = (await ann.seat()).filing
  await seeding(desk.store).addUnit({ id: second, name: '桂花镇', level: 'town', powers: {} })
  const filing = await seeding(desk.store).openFiling({
    id: filingId('filing-2'),
    unit: second,
    obligation,
    form,
    revision,
    year,
    version: 1,
    entries: new Map(),
    texts: new Map(),
    remarks: new Map(),
  })
  const code = 'another-invitation-code'
  await seeding(desk.store).invite(await hashOf(code), {
    unit: second,
    filing,
    expiresAt: desk.clock.now + 1_000_000,
  })
  desk.clock.now += 1_000
  await ann.command('start', code)
  const { person, unit } = await ann.seat()
  expect([person.id, unit.name]).toEqual([before, '桂花镇'])
})
