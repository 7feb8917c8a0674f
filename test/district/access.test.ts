// The rights as they are coded beside the rights as they are meant, in both directions, and the page that says them.

import { describe, expect, test } from 'vitest'
import {
  type Action,
  type AskedUnit,
  actions,
  decide,
  isAnotherHand,
  type Member,
  may,
  mayAtShell,
  type Role,
  relations,
  roles,
} from '../../src/district/access.ts'
import { filingStates, stateAllows } from '../../src/district/lifecycle.ts'
import { unitId } from '../../src/engine/filing.ts'
import { type Meant, meant, meantAtShell, meantStates } from './access.table.ts'
import { accessDoc } from './access-doc.ts'

const street = unitId('street')
const district = unitId('district')
const city = unitId('city')
const asked: AskedUnit = { id: street, above: [district, city] }
const member = (role: Role, unit = street, more: Partial<Member> = {}): Member => ({
  id: `${role}@${unit}`,
  unit,
  role,
  sections: null,
  ...more,
})

const places = { own: street, top: street, above: district, other: unitId('elsewhere') } as const
const gives: Readonly<Record<Meant, readonly string[]>> = {
  '*': relations,
  all: ['own', 'top', 'above'],
  low: ['top', 'above'],
  own: ['own', 'top'],
  '-': [],
}

test('every action that is meant is coded, and every coded one is meant', () => {
  expect([...actions].sort()).toEqual([...meant.keys()].sort())
  for (const [action, marks] of meant) expect([...marks.keys()], action).toEqual(roles)
  expect(actions.filter(mayAtShell).sort()).toEqual([...meantAtShell].sort())
})

describe.each(roles)('a %s', role => {
  describe.each(relations)('of a unit that is %s to the one asked about', relation => {
    test.each(actions)('may %s exactly where and when it is meant', action => {
      const isMeant = gives[meant.get(action)?.get(role) ?? '-'].includes(relation)
      expect(may(role, action, relation)).toBe(isMeant)
      const members = relation === 'none' ? [] : [member(role, places[relation])]
      const unit = relation === 'top' ? { ...asked, above: [] } : asked
      expect(decide(members, action, unit) !== null).toBe(isMeant)
      for (const state of filingStates) {
        const states = meantStates(action)
        const isTime = states === 'all' || states.includes(state)
        expect(decide(members, action, unit) !== null && stateAllows(state, action), state).toBe(
          isMeant && isTime,
        )
      }
    })
  })
})

test('what is in no table is refused', () => {
  const unknown = 'burn-archive' as Action
  expect(decide([member('administrator'), member('supervisor', district)], unknown, asked)).toBeNull()
  expect(mayAtShell(unknown)).toBe(false)
  expect(may('mayor' as Role, 'see-filing', 'own')).toBe(false)
  expect(stateAllows('burnt' as never, 'answer-filing')).toBe(false)
})

test('a decision names the rows it rests on, and no more than it needs', () => {
  const above = { unit: street, ancestor: district }
  const filler = member('filler')
  const supervisor = member('supervisor', district)
  expect(decide([supervisor, filler], 'see-filing', asked)).toEqual({ members: [filler.id], above: [] })
  expect(decide([supervisor], 'see-filing', asked)).toEqual({ members: [supervisor.id], above: [above] })
  expect(decide([supervisor], 'answer-filing', asked)).toBeNull()
  expect(decide([supervisor, filler], 'answer-filing', asked)).toEqual({ members: [filler.id], above: [] })
  expect(decide([], 'leave', asked)).toEqual({ members: [], above: [] })
})

test('a supervisor reaches a unit as long as it is below theirs', () => {
  const supervisor = [member('supervisor', district)]
  expect(decide(supervisor, 'see-filing', { id: street, above: [city] })).toBeNull()
  expect(decide(supervisor, 'see-filing', { id: city, above: [] })).toBeNull()
})

test('a report of the topmost unit is approved by another hand than those who signed it or handed it in', () => {
  const [own, below] = [
    { members: ['m'], above: [] },
    { members: ['m'], above: [{ unit: street, ancestor: district }] },
  ]
  expect(isAnotherHand(own, 'li', ['wang', 'zhou'])).toBe(true)
  expect(isAnotherHand(own, 'li', ['wang', 'li'])).toBe(false)
  expect(isAnotherHand(below, 'li', ['li'])).toBe(true)
})

test('a membership of some sections gives no right to the whole', () => {
  expect(decide([member('filler', street, { sections: ['fees'] })], 'answer-filing', asked)).toBeNull()
})

test('the page for people says what the code does', async () => {
  await expect(accessDoc()).toMatchFileSnapshot('../../docs/access.md')
})
