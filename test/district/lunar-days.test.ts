// The table of lunar days and the notices are the same in every zone of the machine.

import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { lunarDays } from '../../src/district/lunar-days.ts'

test.each([
  [2022, '2022-02-01'],
  [2025, '2025-01-29'],
  [2027, '2027-02-06'],
  [2030, '2030-02-03'],
])('the lunar year of %i begins on %s', (year, first) => {
  expect(lunarDays(year).newYear).toBe(first)
})

test('the other days of 2025 are those of its notice', () => {
  const { pureBrightness, dragonBoat, midAutumn } = lunarDays(2025)
  expect([pureBrightness, dragonBoat, midAutumn]).toEqual(['2025-04-04', '2025-05-31', '2025-10-06'])
})

test('a year without a row is refused and never guessed', () => {
  expect(() => lunarDays(2100)).toThrow('no lunar days of 2100')
})

const asked = `
  const { knownNotice } = await import('./src/district/known-notice.ts')
  const { statutoryDays } = await import('./src/district/statutory-days.ts')
  const { momentIn } = await import('./src/district/nudges/season-of.ts')
  console.log(JSON.stringify([
    knownNotice(2025), statutoryDays(2027), momentIn('Asia/Shanghai', Date.UTC(2027, 0, 21, 1, 30)),
  ]))`

test('a machine west of Greenwich knows the same days as one in China', () => {
  const inZone = (TZ: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', asked], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
  const china = inZone('Asia/Shanghai')
  expect(china).toContain('2027-02-06')
  expect(china).toContain('2027-01-21T09:30')
  for (const zone of ['America/New_York', 'Pacific/Kiritimati']) expect(inZone(zone), zone).toBe(china)
})
