// The sample district: an empty database gets one, a second start keeps what was filed, real units are left alone.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSeal } from '../../src/app/audit.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import { unitId } from '../../src/engine/filing.ts'
import { clearSample, openSample } from '../../src/main/sample.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore, type Store } from '../../src/storage/store.ts'
import { seeding } from '../seeding.ts'

const seal = createSeal('a key of sixteen signs')
let store: Store
let sql: Sqlite3
beforeEach(async () => {
  sql = await sqlite3(':memory:')
  await migrate(sql, 'migrations')
  store = createStore(sql)
})
afterEach(() => sql.close())

const now = Date.UTC(2026, 10, 24)
const start = () => openSample(store, seal, now, '2026-11-24')
const real = { id: unitId('u-1'), name: '柳荫街道', level: 'street', powers: {} } as const

test('three units can file for both editions, and every name says what it is', async () => {
  const links = await start()
  expect(new Set(links.map(({ unit }) => unit)).size).toBe(3)
  expect(links.every(({ unit }) => unit.includes('示例'))).toBe(true)
  expect(new Set(links.map(({ year }) => year))).toEqual(new Set([2020, 2026]))
  for (const { code } of links) expect(await store.invitation(await hashOf(code), now)).not.toBeNull()
})

const openLinks = async (at = now) => (await store.invitations(at)).length

test('sixty starts keep the units and their filings, and print the links of the first', async () => {
  const first = await start()
  const before = await store.units()
  for (let starts = 0; starts < 60; starts += 1) expect(await start()).toEqual(first)
  expect(await store.units()).toEqual(before)
  expect(await openLinks()).toBe(first.length)
})

test('a link that was taken gives way to another, and none is printed that has run out', async () => {
  const [first, ...others] = await start()
  const taken = await hashOf(first?.code ?? '')
  await sql.batch([
    { sql: `UPDATE invitation SET taken_by = 'p', taken_at = 1 WHERE hash = ?1`, params: [taken] },
  ])
  const second = await start()
  expect(second[0]?.code).not.toBe(first?.code)
  expect(second.slice(1)).toEqual(others)
  expect(await start()).toEqual(second)
  const later = now + 15 * 86_400_000
  for (const { code } of await openSample(store, seal, later, '2026-12-09'))
    expect(await store.invitation(await hashOf(code), later)).not.toBeNull()
})

test('a database with real units gets no sample', async () => {
  await seeding(store).addUnit(real)
  expect(await start()).toEqual([])
  expect((await store.units()).map(({ name }) => name)).toEqual(['柳荫街道'])
})

test('clearing takes the sample away with all its filings and leaves the real units', async () => {
  const [link] = await start()
  await seeding(store).addUnit(real)
  expect(await clearSample(store, seal, now)).toEqual({ type: 'done', value: 3 })
  expect((await store.units()).map(({ name }) => name)).toEqual(['柳荫街道'])
  expect(await store.invitation(await hashOf(link?.code ?? ''), now)).toBeNull()
  expect(await clearSample(store, seal, now)).toEqual({ type: 'done', value: 0 })
})
