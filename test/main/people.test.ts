// Who is in, from the command line against a real database: listed with unit, role and devices, and ended.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addTo, endOf, people } from '../../src/main/commands/people.ts'
import { peopleAway } from '../../src/main/commands/people-away.ts'
import { openStore } from '../../src/main/open-store.ts'
import { ann, bob, heard, now, seed, unit } from '../contracts/store/world.ts'
import { seeding } from '../seeding.ts'
import { fakeContext, folder, refused } from './fake-context.ts'

test('people are listed, and ended with their sessions, each with a line of the audit', async () => {
  const file = join(await folder(), 'nianbao.db')
  const { context, out } = fakeContext({ DATABASE_FILE: file })
  const { store, close } = await openStore(file)
  await seed(store)
  const expiresAt = context.now() + 120 * 86_400_000
  await store.commit(heard({ session: { hash: 'h', account: ann.account, since: now, expiresAt } }))
  const last = () => JSON.parse(out.at(-1) ?? '')

  await people({ json: true }, context)
  expect(
    last()
      .people.map(({ name }: { name: string }) => name)
      .sort(),
  ).toEqual([ann.person, bob.person])
  expect(JSON.stringify(last())).toContain('"role":"filler"')
  expect(out.at(-1)).not.toContain(ann.account)

  const own = { unit: unit.id, filing: null, expiresAt, person: ann.person }
  await seeding(store).invite('own', own)
  await seeding(store).invite('of another', { ...own, person: bob.person })

  await endOf(ann.person, { sessions: true, json: true }, context)
  expect(await store.invitation('own', now)).toBeNull()
  expect(await store.invitation('of another', now)).not.toBeNull()
  expect(last().ended).toMatchObject({ units: [], sessions: 1 })
  expect(await store.session('h', now)).toBeNull()
  expect(await store.personOf(ann.account)).not.toBeNull()

  expect(await refused(endOf('nobody', {}, context))).toEqual([expect.stringContaining('nobody'), 2])
  expect((await refused(endOf(ann.person, { sessions: true, unit: unit.name }, context)))[1]).toBe(2)
  await endOf(ann.person, { unit: unit.name }, context)
  expect(out.join('\n')).toContain(`已取消${ann.person}在${unit.name}的权限`)
  expect(await store.personOf(ann.account)).toBeNull()
  expect((await store.members(unit.id)).map(({ person }) => person)).toEqual([bob.person])
  expect(await addTo(ann.person, unit.name, { json: true }, context)).toBe(0)
  expect(last().added).toEqual({ id: ann.person, unit: { id: unit.id, name: unit.name }, role: 'filler' })
  expect((await refused(addTo(ann.person, unit.name, {}, context)))[1]).toBe(2)
  expect((await refused(addTo('nobody', unit.name, {}, context)))[0]).toContain('nobody')
  expect((await store.members(unit.id)).map(({ person }) => person)).toEqual([bob.person, ann.person])
  const lines = await store.lines(`unit/${unit.id}`, 0, 9)
  expect(lines.map(({ what }) => what)).toEqual([
    ...['sessions-ended', 'membership-ended', 'sessions-ended', 'membership-added'],
  ])
  expect(await store.commit(heard({ rights: { members: [], above: [] } }))).toBe('done')
  await close()
})

test('a leave is recorded with its substitute, who comes to fill in by it, and ended', async () => {
  const file = join(await folder(), 'nianbao.db')
  const { context, out } = fakeContext({ DATABASE_FILE: file })
  const { store, close } = await openStore(file)
  await seed(store)
  const today = new Date(context.now()).toISOString().slice(0, 10)
  const days = { from: today, to: today }
  const last = () => JSON.parse(out.at(-1) ?? '')
  const wish = { ...days, substitute: bob.person, json: true }
  expect(await peopleAway(ann.person, unit.name, wish, context)).toBe(0)
  expect(last().away).toMatchObject({ id: ann.person, ...days, substitute: { id: bob.person, joins: false } })
  expect(await store.absencesOf(unit.id, today)).toMatchObject([
    { person: ann.person, substitute: bob.person },
  ])
  expect((await refused(peopleAway(ann.person, unit.name, {}, context)))[1]).toBe(2)
  expect((await refused(peopleAway(ann.person, unit.name, { ...days, back: true }, context)))[1]).toBe(2)
  const unknown = peopleAway(ann.person, unit.name, { ...days, substitute: 'nobody' }, context)
  expect((await refused(unknown))[0]).toContain('nobody')
  expect(await peopleAway(ann.person, unit.name, { back: true }, context)).toBe(0)
  expect(await store.absencesOf(unit.id, today)).toEqual([])
  expect((await refused(peopleAway(ann.person, unit.name, { back: true }, context)))[1]).toBe(2)
  await close()
})
