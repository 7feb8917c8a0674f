// A report and its own unit's 审核人: below another unit they do not review it, in the topmost one somebody else approves
// it than those who signed it or handed it in.

import { afterEach, expect, test } from 'vitest'
import { actOnFiling } from '../../../src/app/filing/act-on-filing.ts'
import type { FilingWish } from '../../../src/app/filing/effects-of.ts'
import { makeDistrict } from '../desk/district.ts'
import type { Desk } from '../desk.ts'
import { office, openFilled } from './report.ts'

const signOff = {
  ...({ who: '周明', capacity: 'leader-in-charge', way: 'paper', signedOn: '2026-01-12' } as const),
  ...{ number: null, isUnderAuthority: false },
}

let desk: Desk
afterEach(() => desk.close())

const supervises = (name: string) =>
  desk.sql.all(
    `INSERT INTO membership (id, person, unit, role, since)
      SELECT 's-' || person, person, ?1, 'supervisor', 1 FROM account WHERE ref = 'sim:' || ?2`,
    [desk.unit.id, name],
  )

const acts = async (name: string, act: FilingWish['act'], wish: Partial<FilingWish> = {}) => {
  const { store, parts, filing, clock, environment } = desk
  const deps = { ...parts, conversations: store, handling: store, registry: store, environment }
  const caller = { type: 'person', account: `sim:${name}`, channel: 'sim', at: clock.now } as const
  const acted = await actOnFiling(deps, caller, filing, { act, content: null, ...wish })
  return acted.type === 'done' ? acted.state : acted.refusal.why
}

test('in the topmost unit the one who signed or handed in does not approve, and another one does', async () => {
  desk = await openFilled()
  for (const name of ['ann', '李敏', '王强']) {
    await desk.seated(name)
    await supervises(name)
  }
  expect(await acts('ann', 'sign-filing', { signOff })).toBe('draft')
  expect(await acts('李敏', 'submit-filing')).toBe('submitted')
  expect(await acts('ann', 'approve-filing')).toBe('own-hand')
  expect(await acts('李敏', 'approve-filing')).toBe('own-hand')
  expect(await acts('王强', 'approve-filing')).toBe('approved')
  expect(await acts('王强', 'undo-approval', { note: '发现错漏。' })).toBe('reviewing')
  await office(desk, 'return-filing', { note: '请核实。' })
  await office(desk, 'submit-filing')
  expect(await acts('ann', 'approve-filing')).toBe('own-hand')
})

test('below another unit its own 审核人 has none of the office’s acts, and the one above has them', async () => {
  desk = await openFilled()
  const { join } = await makeDistrict(desk)
  await desk.seated('王强')
  await supervises('王强')
  await join('李敏', 'supervisor')
  await office(desk, 'sign-filing', { signOff })
  await office(desk, 'submit-filing')
  for (const act of [
    'take-filing',
    'ask-filing',
    'return-filing',
    'approve-filing',
    'receive-sealed',
  ] as const)
    expect(await acts('王强', act, { note: '请核实。' }), act).toBe('not-allowed')
  expect(await acts('李敏', 'approve-filing')).toBe('approved')
})
