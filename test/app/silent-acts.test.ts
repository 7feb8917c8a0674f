// What an act of the office tells a unit rings in the office's hours alone; outside them it comes without a sound.

import { expect, test } from 'vitest'
import { actOnFiling } from '../../src/app/filing/act-on-filing.ts'
import { openDesk } from './desk.ts'

test.each([
  ['2026-01-12T10:00Z', undefined],
  ['2026-01-12T12:10Z', true],
  ['2026-01-12T21:00Z', true],
  ['2026-01-17T10:00Z', true],
])('a return made at %s, by the district’s clock, is silent: %s', async (at, isSilent) => {
  const desk = await openDesk()
  const filler = await desk.seated('Ann')
  await filler.mail()
  await desk.sql.batch([{ sql: `UPDATE filing SET state = 'submitted', version = version + 1` }])
  const wish = { act: 'return-filing', note: '请核实', content: null, cells: [] } as const
  const acted = await actOnFiling(desk.parts, { type: 'shell', at: Date.parse(at) }, desk.filing, wish)
  expect(acted.type).toBe('done')
  desk.clock.now = Date.parse(at)
  const [told] = await filler.mail()
  expect([told?.lines.some(({ text }) => text.includes('请核实')), told?.isSilent]).toEqual([true, isSilent])
  await desk.close()
})
