// Acts of the registry between whose reading and writing somebody else acts: what they were decided on no longer stands,
// and they are decided anew.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { hashOf } from '../../../src/app/hash-of.ts'
import type { Caller } from '../../../src/app/open.ts'
import { addMember } from '../../../src/app/registry/add-member.ts'
import { addUnit } from '../../../src/app/registry/add-unit.ts'
import { done } from '../../../src/app/registry/administer.ts'
import { changeUnit } from '../../../src/app/registry/change-unit.ts'
import { endPerson } from '../../../src/app/registry/end-person.ts'
import { erasePerson } from '../../../src/app/registry/erase-person.ts'
import { inviteMany } from '../../../src/app/registry/invite-many.ts'
import { makeInvitation } from '../../../src/app/registry/make-invitation.ts'
import { personId, type UnitId, unitId } from '../../../src/engine/filing.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import type { Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, blank, bob, changed, day, entry, heard, now, put, seatOf, unit } from './world.ts'

const seal = createSeal('a key of sixteen signs')
const shell: Caller = { type: 'shell', at: now }
const environment = { ...realEnvironment('Asia/Shanghai'), sleep: async () => {} }
const deps = (store: Store) => ({ audits: store, registry: store, campaigns: store, seal, ...environment })
const refused = (why: string) => ({ type: 'refused', why })

/** The same, and after its first reading by this name somebody else acts. */
const interrupted = (
  store: Store,
  name: 'units' | 'personsNamed' | 'people',
  act: () => Promise<unknown>,
) => {
  let isFirst = true
  const then = async <T>(read: Promise<T>): Promise<T> => {
    const found = await read
    if (isFirst) {
      isFirst = false
      await act()
    }
    return found
  }
  const reads: Pick<Store, typeof name> = {
    units: () => (name === 'units' ? then(store.units()) : store.units()),
    personsNamed: named =>
      name === 'personsNamed' ? then(store.personsNamed(named)) : store.personsNamed(named),
    people: at => (name === 'people' ? then(store.people(at)) : store.people(at)),
  }
  return deps({ ...store, ...reads })
}

const unitBelow = (store: Store, parent: UnitId, id: string) =>
  addUnit(deps(store), shell, { id: unitId(id), name: `Unit ${id}`, level: 'bureau', powers: {}, parent })
const closing = (store: ReturnType<typeof deps>, more = {}) =>
  changeUnit(store, shell, { unit: unit.id, change: { closed: '2026-01-01', ...more }, goesOn: false })
const personsUnits = async ({ sql }: Bench, person: string) =>
  (
    await sql.all('SELECT unit FROM membership WHERE person = ?1 AND until IS NULL ORDER BY unit', [person])
  ).map(row => row.unit)

export const betweenActs = (bench: () => Bench): void => {
  describe('between the reading and the writing of an act', () => {
    test('a unit that gets one below it is not closed', async () => {
      const { first, store } = bench()
      const act = () => unitBelow(store(), unit.id, 'later')
      expect(await closing(interrupted(first, 'units', act))).toEqual(refused('units-below'))
    })

    test('nothing comes below a unit that is closed', async () => {
      const { first, store } = bench()
      const close = () => closing(deps(store()))
      const added = addUnit(interrupted(first, 'units', close), shell, {
        ...{ id: unitId('later'), name: 'Later', level: 'bureau', powers: {}, parent: unit.id },
      })
      expect(await added).toEqual(refused('unit-closed'))
    })

    test('a unit does not end after a report that somebody began, as it was seen', async () => {
      const { first, store } = bench()
      const [listed] = await first.units()
      if (!listed) throw new Error('no unit')
      const seen = {
        filings: [{ filing: blank.id, expected: listed.filings[0]?.version ?? -1, state: 'draft' as const }],
      }
      await store().commit(heard({ filings: [changed(await seatOf(first), [put('a', entry(1))])] }))
      expect(await seeding(first).changeUnit(unit.id, { ...listed, closed: '2026-01-01' }, seen)).toBe(false)
      expect((await first.units())[0]?.closed).toBeNull()
    })

    test('a unit that is closed takes over no duties', async () => {
      const { first, store } = bench()
      done(
        await addUnit(deps(first), shell, { id: unitId('heir'), name: 'Heir', level: 'bureau', powers: {} }),
      )
      const close = () =>
        changeUnit(deps(store()), shell, {
          unit: unitId('heir'),
          change: { closed: '2026-01-01' },
          goesOn: false,
        })
      expect(await closing(interrupted(first, 'units', close), { successor: unitId('heir') })).toEqual(
        refused('successor-unfit'),
      )
    })

    test('a unit is not opened again below one that is closed', async () => {
      const { first } = bench()
      done(await unitBelow(first, unit.id, 'leaf'))
      const set = (id: UnitId, closed: string | null) =>
        changeUnit(deps(first), shell, { unit: id, change: { closed }, goesOn: false })
      done(await set(unitId('leaf'), '2026-01-01'))
      done(await set(unit.id, '2026-01-01'))
      expect(await set(unitId('leaf'), null)).toEqual(refused('unit-closed'))
    })

    test('a person who is erased loses what they were given meanwhile, too', async () => {
      const { first, store } = bench()
      done(
        await addUnit(deps(first), shell, {
          id: unitId('other'),
          name: 'Other',
          level: 'bureau',
          powers: {},
        }),
      )
      const give = () =>
        addMember(deps(store()), shell, { person: bob.person, unit: unitId('other'), role: 'filler' })
      expect((await erasePerson(interrupted(first, 'personsNamed', give), shell, bob.person)).type).toBe(
        'done',
      )
      expect(await personsUnits(bench(), bob.person)).toEqual([])
    })

    test('a person who is erased is given nothing, and one who was given it already not twice', async () => {
      const { first, store } = bench()
      done(
        await addUnit(deps(first), shell, {
          id: unitId('other'),
          name: 'Other',
          level: 'bureau',
          powers: {},
        }),
      )
      const wish = { person: bob.person, unit: unitId('other'), role: 'filler' } as const
      const give = (parts: ReturnType<typeof deps>) => addMember(parts, shell, wish)
      expect(await give(interrupted(first, 'personsNamed', () => give(deps(store()))))).toEqual(
        refused('member-already'),
      )
      expect(await personsUnits(bench(), bob.person)).toEqual(['other', unit.id])
      const erase = () => erasePerson(deps(store()), shell, ann.person)
      const late = { ...wish, person: ann.person }
      expect(await addMember(interrupted(first, 'personsNamed', erase), shell, late)).toEqual(
        refused('person-unknown'),
      )
    })

    test('a unit that is closed, or not there, takes in nobody', async () => {
      const { first } = bench()
      done(
        await addUnit(deps(first), shell, {
          id: unitId('other'),
          name: 'Other',
          level: 'bureau',
          powers: {},
        }),
      )
      const give = (to: string) =>
        addMember(deps(first), shell, { person: bob.person, unit: unitId(to), role: 'filler' })
      expect(await give('nowhere')).toEqual(refused('unit-unknown'))
      done(
        await changeUnit(deps(first), shell, {
          ...{ unit: unitId('other'), change: { closed: '2026-01-01' }, goesOn: false },
        }),
      )
      expect(await give('other')).toEqual(refused('unit-closed'))
    })

    test('two administrators who leave at once are not both let go', async () => {
      const { first, store } = bench()
      const caller = async (name: string): Promise<Caller> => {
        const wish = { unit: unit.id, role: 'administrator', form: disclosure2021, year: blank.year } as const
        const code = `code-of-an-administrator-${name}`
        done(await makeInvitation(deps(first), shell, { ...wish, code, expiresAt: now + day }))
        const who = { person: personId(name), account: `web:${name}`, chat: `web:${name}`, name }
        const enrol = { invitation: await hashOf(code), ...who }
        expect(await first.commit(heard({ enrol }))).toBe('done')
        return { type: 'person', account: who.account, channel: 'web', at: now }
      }
      const [one, two] = [await caller('one'), await caller('two')]
      const leave = (parts: ReturnType<typeof deps>, who: Caller, name: string) =>
        endPerson(parts, who, name, { type: 'all' })
      const other = () => leave(deps(store()), two, 'two')
      expect(await leave(interrupted(first, 'people', other), one, 'one')).toEqual(
        refused('last-administrator'),
      )
    })
  })

  describe('a list of people to invite', () => {
    const person = (of: string) => ({ line: 1, name: '李', unit: of, role: 'filler' }) as const
    const invite = (caller: Caller, units: readonly string[], dry = true) =>
      inviteMany(
        deps(bench().first),
        caller,
        { people: units.map(person), form: disclosure2021, year: blank.year, expiresAt: now + day },
        { partly: false, dry },
      )

    test('tells nobody without a right which units there are', async () => {
      const filler: Caller = { type: 'person', account: ann.account, channel: 'telegram', at: now }
      for (const units of [[unit.name], ['nowhere'], [unit.name, 'nowhere']])
        expect(await invite(filler, units)).toEqual(refused('not-allowed'))
      expect(await invite(shell, [unit.name, 'nowhere'])).toMatchObject({
        type: 'done',
        value: { unknown: [{ unit: 'nowhere' }] },
      })
    })
  })
}
