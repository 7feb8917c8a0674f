// The sample district: an empty database gets one, a second start keeps what was filed, real units are left alone.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSeal } from '../../src/app/audit.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import { unitId } from '../../src/engine/filing.ts'
import { openStore } from '../../src/main/open-store.ts'
import { clearSample, openSample } from '../../src/main/sample.ts'
import type { Store } from '../../src/storage/store.ts'

const seal = createSeal('a key of sixteen signs')
let store: Store
let close: () => Promise<void>
beforeEach(async () => {
  ;({ store, close } = await openStore(':memory:'))
})
afterEach(() => close())

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

test('a second start keeps the units and their filings, and prints fresh links', async () => {
  const first = await start()
  const before = await store.units()
  const second = await start()
  expect(await store.units()).toEqual(before)
  expect(second.length).toBe(first.length)
  expect(new Set([...first, ...second].map(({ code }) => code)).size).toBe(first.length * 2)
})

test('a database with real units gets no sample', async () => {
  await store.addUnit(real)
  expect(await start()).toEqual([])
  expect((await store.units()).map(({ name }) => name)).toEqual(['柳荫街道'])
})

test('clearing takes the sample away with all its filings and leaves the real units', async () => {
  const [link] = await start()
  await store.addUnit(real)
  expect(await clearSample(store, seal, now)).toEqual({ type: 'done', value: 3 })
  expect((await store.units()).map(({ name }) => name)).toEqual(['柳荫街道'])
  expect(await store.invitation(await hashOf(link?.code ?? ''), now)).toBeNull()
  expect(await clearSample(store, seal, now)).toEqual({ type: 'done', value: 0 })
})
