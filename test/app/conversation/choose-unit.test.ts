// People with several units choose, and what they say goes where they stand.

import { afterEach, describe, expect, test } from 'vitest'
import { hashOf } from '../../../src/app/hash-of.ts'
import type { Invitation } from '../../../src/app/ports/registry.ts'
import { emptyFiling, filingId, unitId } from '../../../src/engine/filing.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { seeding } from '../../seeding.ts'
import { type Desk, day, openDesk, textOf } from '../desk.ts'

let desk: Desk
afterEach(() => desk.close())

const town = { id: unitId('unit-2'), name: '桂花镇', level: 'town', powers: {} } as const
const year = disclosure2019.years.from + 1

const invite = async (invitation: Omit<Invitation, 'expiresAt'>): Promise<string> => {
  const code = `another-invitation-${desk.clock.now}`
  desk.clock.now += 1_000
  await seeding(desk.store).invite(await hashOf(code), { ...invitation, expiresAt: desk.clock.now + day })
  return code
}

/** Ann at two units, at the second of them, and the link that led there. */
const inTwo = async () => {
  desk = await openDesk()
  await seeding(desk.store).addUnit(town)
  const second = filingId('filing-2')
  await seeding(desk.store).openFiling(emptyFiling(disclosure2019, { id: second, unit: town.id, year }))
  const ann = await desk.seated('ann')
  const code = await invite({ unit: town.id, filing: second })
  const mail = await ann.command('start', code)
  return { ann, code, mail, second }
}
const at = async (person: { seat: () => Promise<{ unit: { name: string } }> }) =>
  (await person.seat()).unit.name
const labels = (mail: readonly { choices: readonly { label: string }[] }[]) =>
  mail.flatMap(({ choices }) => choices.map(({ label }) => label))
const cellsOf = async (filing: string) =>
  (await desk.sql.all('SELECT key FROM cell WHERE filing = ?1 ORDER BY key', [filing])).map(({ key }) => key)
const endAt = async (unit: typeof town.id) => {
  for (const { id } of await desk.store.members(unit))
    await seeding(desk.store).endMembership(id, desk.clock.now)
}

describe('somebody in two units', () => {
  test('stands where their link led, and is not asked', async () => {
    const { ann, mail } = await inTwo()
    expect(textOf(mail)).toContain('桂花镇')
    expect(labels(mail)).not.toContain('柳荫街道')
    expect(await at(ann)).toBe('桂花镇')
  })

  test.each([
    ['/start', 'start'],
    ['/units', 'units'],
    ['换单位', null],
    ['单位', null],
  ])('chooses after %s, and a tap moves them', async (said, command) => {
    const { ann } = await inTwo()
    const mail = command ? await ann.command(command) : await ann.text(said)
    expect(textOf(mail)).toContain('请选择单位')
    expect(textOf(mail)).toContain('当前填报单位：桂花镇')
    expect(labels(mail)).toEqual(['柳荫街道', '桂花镇'])
    expect(mail.map(({ kind }) => kind)).toEqual(['ask', 'close'])
    expect(await at(ann)).toBe('桂花镇')
    const there = await ann.tap('柳荫街道')
    expect(textOf(there)).toContain('柳荫街道')
    expect(there.map(({ kind, edits }) => [kind, edits])).toEqual([['ask', mail[0]?.id]])
    expect(await at(ann)).toBe('柳荫街道')
  })

  test('may type the name that stands on the button', async () => {
    const { ann } = await inTwo()
    await ann.text('换单位')
    expect(textOf(await ann.text('柳荫街道'))).toContain('柳荫街道')
    expect(await at(ann)).toBe('柳荫街道')
  })

  test('who asks and does not choose goes on with the question that stands', async () => {
    const { ann, second } = await inTwo()
    await ann.text('总体情况')
    const focus = (await ann.seat()).focus
    await ann.text('换单位')
    expect((await ann.seat()).focus).toEqual(focus)
    await ann.text('按要求公开政府信息，现报告如下：')
    expect(await desk.sql.all('SELECT filing FROM text')).toEqual([{ filing: second }])
  })

  test('types to where they stand, and taps to what the card is about, which moves them there', async () => {
    const { ann, second } = await inTwo()
    const mail = await ann.command('contents')
    const card = mail[0]?.id ?? ''
    const section = mail[0]?.choices.find(({ label }) => label.startsWith('主动公开'))?.number ?? -1
    await ann.text('换单位')
    await ann.tap('柳荫街道')
    await ann.text('采购项目数量')
    await ann.text('53项')
    const before = [await cellsOf(desk.filing), await cellsOf(second)]
    expect(before[1]).toEqual([])
    expect(before[0]).not.toEqual([])
    await ann.choice(card, section)
    expect(textOf(await ann.mail())).toContain('主动公开')
    expect(await at(ann)).toBe('桂花镇')
    expect([await cellsOf(desk.filing), await cellsOf(second)]).toEqual(before)
  })

  test('is led to the unit of a link that they have taken, whenever they open it again', async () => {
    const { ann, code } = await inTwo()
    await ann.text('换单位')
    await ann.tap('柳荫街道')
    expect(textOf(await ann.command('start', code))).toContain('桂花镇')
    expect(await at(ann)).toBe('桂花镇')
  })

  test('is asked where words go when they stand nowhere, and the words are named as not counted', async () => {
    const { ann, second } = await inTwo()
    await desk.sql.batch([{ sql: 'DELETE FROM position' }])
    const fresh = desk.person('ann')
    const mail = await fresh.text('53项')
    expect(textOf(mail)).toContain('未计入')
    expect(labels(mail)).toEqual(['柳荫街道', '桂花镇'])
    expect(textOf(await fresh.text('54项'))).toContain('未计入')
    expect([await cellsOf(desk.filing), await cellsOf(second)]).toEqual([[], []])
    await fresh.tap('柳荫街道')
    expect(await at(ann)).toBe('柳荫街道')
  })

  test('cannot choose one that they have lost, with a card that still shows it', async () => {
    const { ann } = await inTwo()
    await ann.text('换单位')
    const card = ann.card()?.id ?? ''
    await endAt(desk.unit.id)
    expect(await ann.choice(card, 0)).toMatchObject({ isRefused: true })
    expect(await at(ann)).toBe('桂花镇')
    expect(textOf(await ann.text('换单位'))).toContain('您只负责桂花镇的填报')
  })

  test('who shares a chat’s card with nobody: another person’s tap on it moves nobody', async () => {
    const { ann } = await inTwo()
    await ann.text('换单位')
    const bob = await desk.seated('bob')
    const before = await bob.seat()
    await bob.choice(ann.card()?.id ?? '', 1)
    expect((await bob.seat()).filing.id).toBe(before.filing.id)
  })
})

describe('somebody who loses their report', () => {
  test('whose one unit another process has ended is told nothing of it, though their seat is known by heart', async () => {
    desk = await openDesk()
    const ann = await desk.seated('ann')
    for (const said of ['目录', '目录']) await ann.text(said)
    expect(textOf(await ann.text('换单位'))).toContain('柳荫街道')
    await desk.sql.batch([{ sql: 'UPDATE membership SET until = ?1', params: [desk.clock.now] }])
    const mail = await ann.text('换单位')
    expect(mail).not.toEqual([])
    expect(textOf(mail)).not.toContain('柳荫街道')
  })

  test('who has lost everything is a stranger again', async () => {
    desk = await openDesk()
    const ann = await desk.seated('ann')
    await endAt(desk.unit.id)
    expect(textOf(await ann.text('53项'))).toBe(desk.words.say('stranger', { reports: desk.words.reports }))
  })
})
