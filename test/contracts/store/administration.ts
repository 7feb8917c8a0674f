// The use cases of the registry: what each writes, the line it leaves, whom it refuses; and that the audit is whole
// after them. A unit that moves is read and administered by its old supervisor no more.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { hashOf } from '../../../src/app/hash-of.ts'
import type { Caller } from '../../../src/app/open.ts'
import { addUnit } from '../../../src/app/registry/add-unit.ts'
import { done } from '../../../src/app/registry/administer.ts'
import { endPerson } from '../../../src/app/registry/end-person.ts'
import { listInvitations } from '../../../src/app/registry/list-invitations.ts'
import { listPeople } from '../../../src/app/registry/list-people.ts'
import { listUnits } from '../../../src/app/registry/list-units.ts'
import { makeInvitation } from '../../../src/app/registry/make-invitation.ts'
import { openInvitation } from '../../../src/app/registry/open-invitation.ts'
import { placeUnit } from '../../../src/app/registry/place-unit.ts'
import { removeUnits } from '../../../src/app/registry/remove-units.ts'
import { renameUnit } from '../../../src/app/registry/rename-unit.ts'
import { invitationName, revokeInvitation } from '../../../src/app/registry/revoke-invitation.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { type Role, roles } from '../../../src/district/access.ts'
import { personId, type UnitId, unitId } from '../../../src/engine/filing.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import { createStore, type Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { blank, changed, day, dump, entry, everything, heard, now, put, seatOf, unit } from './world.ts'

const seal = createSeal('a key of sixteen signs')
const shell: Caller = { type: 'shell', at: now }
const [district, branch, other] = [unitId('district'), unitId('branch'), unitId('other')]

const environment = { ...realEnvironment('Asia/Shanghai'), sleep: async () => {} }
const deps = (store: Store) => ({ audits: store, registry: store, seal, ...environment })
const added = async (store: Store, id: UnitId, more: { parent?: UnitId; isRoot?: boolean } = {}) =>
  done(await addUnit(deps(store), shell, { id, name: `Unit ${id}`, level: 'bureau', powers: {}, ...more }))

/** The district with two branches, and the unit of the world below the first. */
const tree = async (store: Store): Promise<void> => {
  await added(store, district, { isRoot: true })
  await added(store, branch)
  await added(store, other, { parent: district })
  done(await placeUnit(deps(store), shell, { unit: unit.id, parent: branch }))
}

let members = 0
/** Somebody with a role in a unit, who came in by an invitation of the shell's. */
const member = async (store: Store, of: UnitId, role: Role): Promise<Extract<Caller, { type: 'person' }>> => {
  members += 1
  const wish = { unit: of, role, form: disclosure2021, year: blank.year, expiresAt: now + day }
  const { hash } = done(await makeInvitation(deps(store), shell, wish))
  const account = `web:member-${members}`
  const who = { person: personId(`p-member-${members}`), account, chat: account, name: 'M' }
  expect(await store.commit(heard({ enrol: { invitation: hash, ...who } }))).toBe('done')
  return { type: 'person', account, channel: 'web', at: now }
}
const wishFor = (of: UnitId, role: Role = 'filler') => ({
  ...{ unit: of, role, form: disclosure2021, year: 2030, expiresAt: now + day },
})

const linesOf = async ({ sql }: Bench, what: string) =>
  sql.all('SELECT scope, "by", channel, about, old, new FROM audit WHERE what = ?1 ORDER BY scope, n', [what])
const parents = async (store: Store) =>
  Object.fromEntries((await store.units()).map(({ id, parent }) => [id, parent]))
const isWhole = async ({ first }: Bench) => expect(await verifyAudit({ audits: first, seal })).toEqual([])
const refusedFor = (why: string) => ({ type: 'refused', why })

export const administration = (bench: () => Bench): void => {
  describe('a unit', () => {
    test('is added below the district or the unit that is named, with a line of the root', async () => {
      const { first } = bench()
      await tree(first)
      expect(await parents(first)).toEqual({ u1: branch, district: null, branch: district, other: district })
      expect((await first.units()).filter(({ isRoot }) => isRoot).map(({ id }) => id)).toEqual([district])
      const lines = await linesOf(bench(), 'unit-added')
      expect(lines).toMatchObject([
        { scope: 'root', by: 'shell', channel: 'shell', about: 'unit/district' },
        { about: 'unit/branch', old: null },
        {
          about: 'unit/other',
          new: JSON.stringify([
            ...[await seal('name', 'Unit other'), 'bureau', {}, district],
            ...[true, true, true],
          ]),
        },
      ])
      // The district took what was at the top below itself.
      expect(await linesOf(bench(), 'unit-placed')).toMatchObject([
        { scope: 'unit/u1', old: 'null', new: '"district"' },
        { scope: 'unit/u1', old: '"district"', new: '"branch"' },
      ])
      expect(JSON.stringify(lines)).not.toContain('Unit other')
      await isWhole(bench())
    })

    test.each([
      ['whose name stands', { name: unit.name }, 'name-taken'],
      ['whose id stands', { id: unit.id }, 'id-taken'],
      ['without a name', { name: '  ' }, 'name-unfit'],
      ['with a line break in its name', { name: 'A\nB' }, 'name-unfit'],
      ['with a name of 101 signs', { name: 'x'.repeat(101) }, 'name-unfit'],
      ['below one that is not there', { parent: unitId('nowhere') }, 'parent-unknown'],
      ['as a second district', { isRoot: true }, 'root-stands'],
    ])('%s is not added, and nothing is written', async (_, parts, why) => {
      const { first, sql } = bench()
      await tree(first)
      const before = await dump(sql)
      const wish = { id: unitId('new'), name: 'New', level: null, powers: {}, ...parts } as const
      expect(await addUnit(deps(first), shell, wish)).toEqual(refusedFor(why))
      expect(await dump(sql)).toBe(before)
    })

    test('is renamed with keyed hashes of both names in its own chain, and what stands in memory is behind', async () => {
      const { first, store } = bench()
      const seat = await seatOf(first)
      const wish = { unit: unit.id, name: ' Unit First ' }
      expect(await renameUnit(deps(store()), shell, wish)).toEqual({
        type: 'done',
        value: { id: unit.id, name: 'Unit First', before: unit.name },
      })
      expect(await linesOf(bench(), 'unit-renamed')).toMatchObject([
        {
          scope: 'unit/u1',
          by: 'shell',
          old: await seal('name', unit.name),
          new: await seal('name', 'Unit First'),
        },
      ])
      expect(await first.commit(heard({ filings: [changed(seat, [put('a', entry(1))])] }))).toBe('lost')
      expect((await seatOf(first)).unit.name).toBe('Unit First')
      expect((await seatOf(first)).content).toBe(seat.content)
      expect(await renameUnit(deps(first), shell, wish)).toEqual(refusedFor('name-taken'))
      expect(await renameUnit(deps(first), shell, { ...wish, name: '' })).toEqual(refusedFor('name-unfit'))
      const nowhere = { unit: unitId('nowhere'), name: 'New' }
      expect(await renameUnit(deps(first), shell, nowhere)).toEqual(refusedFor('unit-unknown'))
      await isWhole(bench())
    })

    test('keeps a name of its own when two are given one at the same moment', async () => {
      const { first, store } = bench()
      await tree(first)
      const acts = await Promise.all(
        [branch, other].map(id => renameUnit(deps(store()), shell, { unit: id, name: 'Same' })),
      )
      expect(acts.map(act => (act.type === 'done' ? 'done' : act.why)).sort()).toEqual(['done', 'name-taken'])
      expect((await first.units()).filter(({ name }) => name === 'Same')).toHaveLength(1)
      await isWhole(bench())
    })

    test('moves with all below it, and never below itself', async () => {
      const { first, sql } = bench()
      await tree(first)
      const placed = (id: UnitId, parent: UnitId | null) =>
        placeUnit(deps(first), shell, { unit: id, parent })
      expect(await placed(branch, other)).toMatchObject({ type: 'done', value: { before: district } })
      expect(
        (await sql.all(`SELECT ancestor FROM unit_above WHERE unit = 'u1' ORDER BY 1`)).map(
          row => row.ancestor,
        ),
      ).toEqual([branch, district, other])
      expect(await linesOf(bench(), 'unit-placed')).toContainEqual(
        expect.objectContaining({ scope: 'unit/branch', old: '"district"', new: '"other"' }),
      )
      const before = await dump(sql)
      expect(await placed(branch, branch)).toEqual(refusedFor('below-itself'))
      expect(await placed(other, unit.id)).toEqual(refusedFor('below-itself'))
      expect(await placed(district, branch)).toEqual(refusedFor('root-stays'))
      expect(await placed(branch, unitId('nowhere'))).toEqual(refusedFor('parent-unknown'))
      expect(await placed(unitId('nowhere'), branch)).toEqual(refusedFor('unit-unknown'))
      expect(await dump(sql)).toBe(before)
      expect(await placed(branch, null)).toMatchObject({ type: 'done', value: { parent: district } })
      await isWhole(bench())
    })

    test('of two that move below each other at once only one does', async () => {
      const { first, store, sql } = bench()
      await tree(first)
      const acts = await Promise.all([
        placeUnit(deps(store()), shell, { unit: branch, parent: other }),
        placeUnit(deps(store()), shell, { unit: other, parent: branch }),
      ])
      expect(acts.map(({ type }) => type).sort()).toEqual(['done', 'refused'])
      const circles = await sql.all('SELECT unit FROM unit_above WHERE unit = ancestor')
      expect(circles).toEqual([])
      // The schema refuses it too, whoever asks.
      const above = acts[0]?.type === 'done' ? [other, branch] : [branch, other]
      expect(await seeding(first).placeUnit(above[0] as UnitId, above[1] as UnitId)).toBe(false)
      await isWhole(bench())
    })

    test('is removed when nothing was filed in it, else only when that is said, and never from above others', async () => {
      const { first } = bench()
      await tree(first)
      const removed = (units: readonly UnitId[], withReports = false) =>
        removeUnits(deps(first), shell, { units, withReports })
      expect(await removed([branch])).toEqual(refusedFor('units-below'))
      expect(await removed([unitId('nowhere')])).toEqual(refusedFor('unit-unknown'))
      expect(await removed([other])).toEqual({ type: 'done', value: 1 })
      await first.commit(heard({ filings: [changed(await seatOf(first), [put('a', entry(1))])] }))
      expect(await removed([unit.id])).toEqual(refusedFor('reports-filed'))
      expect(await removed([unit.id, branch], true)).toEqual({ type: 'done', value: 2 })
      expect((await first.units()).map(({ id }) => id)).toEqual([district])
      expect((await linesOf(bench(), 'unit-removed')).map(({ about }) => about)).toEqual([
        'unit/other',
        'unit/u1',
        'unit/branch',
      ])
    })

    test('goes with as many statements as fifty go with, in one batch', async () => {
      const { first, sql } = bench()
      await tree(first)
      const calls: number[] = []
      const counting = createStore({
        ...sql,
        all: (...args) => {
          calls.push(1)
          return sql.all(...args)
        },
        batch: statements => {
          calls.push(statements.length)
          return sql.batch(statements)
        },
      })
      const caller = await member(first, district, 'administrator')
      const removing = async (count: number) => {
        const ids = Array.from({ length: count }, (_, n) => unitId(`${count}-${n}`))
        for (const id of ids) await added(first, id, { parent: branch })
        calls.length = 0
        const removed = await removeUnits(deps(counting), caller, { units: ids, withReports: false })
        expect(removed).toEqual({ type: 'done', value: count })
        return [...calls]
      }
      expect(await removing(50)).toEqual(await removing(1))
      expect(calls.filter(each => each > 1)).toHaveLength(1)
      await isWhole(bench())
    })

    test('is not removed as it was seen when somebody answers in between', async () => {
      const { first, store } = bench()
      const [listed] = await first.units()
      const seen = {
        filings: [{ filing: blank.id, expected: listed?.filings[0]?.version ?? -1, state: 'draft' as const }],
        heads: [[unit.id, ''] as const],
      }
      await store().commit(heard({ filings: [changed(await seatOf(first), [put('a', entry(1))])] }))
      expect(await seeding(first).removeUnits([unit.id], seen)).toBe(false)
      expect(await first.units()).toHaveLength(1)
    })
  })

  describe('an invitation that is made', () => {
    test.each(roles)('for a %s leads to a filing exactly when the role has one', async role => {
      const { first } = bench()
      const { code, hash } = done(await makeInvitation(deps(first), shell, wishFor(unit.id, role)))
      expect(hash).toBe(await hashOf(code))
      const [made] = (await first.units())[0]?.filings.filter(({ year }) => year === 2030) ?? []
      expect(made !== undefined).toBe(role === 'filler' || role === 'leader')
      expect(await first.invitation(hash, now)).toMatchObject({ role, filing: made?.id ?? null })
      expect(await linesOf(bench(), 'invited')).toMatchObject([{ scope: 'unit/u1', by: 'shell' }])
      await isWhole(bench())
    })

    test('twice leads to one filing', async () => {
      const { first, store } = bench()
      await Promise.all([1, 2, 3].map(() => makeInvitation(deps(store()), shell, wishFor(unit.id))))
      expect((await first.units())[0]?.filings.map(({ year }) => year)).toEqual([2025, 2030])
      expect((await listInvitations(first, shell)).length).toBe(3)
      await isWhole(bench())
    })

    test('is listed without its code until it is taken back, and opens nothing then', async () => {
      const { first } = bench()
      const { code, hash } = done(await makeInvitation(deps(first), shell, wishFor(unit.id)))
      const [listed] = await listInvitations(first, shell)
      expect(listed).toMatchObject({ hash, unit: unit.id, role: 'filler', year: 2030, person: null })
      expect(JSON.stringify(listed)).not.toContain(code)
      const takeBack = (name: string) => revokeInvitation(deps(first), shell, name)
      for (const name of ['', 'x', hash.slice(0, 11), `${hash}0`])
        expect(await takeBack(name)).toEqual(refusedFor('invitation-unknown'))
      expect(await takeBack(invitationName(hash))).toMatchObject({ type: 'done', value: { hash } })
      expect(await first.invitation(hash, now)).toBeNull()
      expect(await listInvitations(first, shell)).toEqual([])
      expect(await takeBack(hash)).toEqual(refusedFor('invitation-unknown'))
      const guest = { person: personId('p-late'), account: 'web:late', chat: 'web:late', name: 'L' }
      expect(await first.commit(heard({ enrol: { invitation: hash, ...guest } }))).toBe('lost')
      expect(await linesOf(bench(), 'invitation-revoked')).toMatchObject([
        { scope: 'unit/u1', by: 'shell', about: `invitation/${await seal('row', hash)}` },
      ])
      await isWhole(bench())
    })
  })

  describe('a person who administers', () => {
    test('does so in their unit and below it, under their name, and nowhere else', async () => {
      const { first, sql } = bench()
      await tree(first)
      const chief = await member(first, branch, 'administrator')
      const acts = (of: UnitId, name: string) => [
        addUnit(deps(first), chief, { id: unitId(`n-${name}`), name, level: null, powers: {}, parent: of }),
        renameUnit(deps(first), chief, { unit: of, name: `${name} again` }),
        makeInvitation(deps(first), chief, wishFor(of, 'administrator')),
      ]
      for (const of of [other, district]) {
        const before = await dump(sql)
        for (const act of acts(of, `of ${of}`)) expect(await act).toEqual(refusedFor('not-allowed'))
        expect(await placeUnit(deps(first), chief, { unit: unit.id, parent: of })).toEqual(
          refusedFor('not-allowed'),
        )
        expect(await placeUnit(deps(first), chief, { unit: of, parent: branch })).toEqual(
          refusedFor('not-allowed'),
        )
        const gone = { units: [of], withReports: true }
        expect(await removeUnits(deps(first), chief, gone)).toEqual(refusedFor('not-allowed'))
        expect(await dump(sql)).toBe(before)
      }
      const seized = { id: other, name: 'Seized', level: null, powers: {}, parent: branch }
      const standing = await dump(sql)
      expect((await addUnit(deps(first), chief, seized)).type).toBe('refused')
      await expect(seeding(first).addUnit(seized)).rejects.toThrow()
      expect(await dump(sql)).toBe(standing)
      for (const act of acts(unit.id, 'mine')) expect((await act).type).toBe('done')
      expect((await listUnits(first, chief)).map(({ id }) => id)).toEqual([unit.id, branch, 'n-mine'])
      expect((await linesOf(bench(), 'unit-renamed')).map(({ by }) => by)).toEqual([
        expect.stringMatching(/^p-member-/),
      ])
      const stranger: Caller = { ...chief, account: 'web:nobody' }
      expect(await listUnits(first, stranger)).toEqual([])
      expect(await renameUnit(deps(first), stranger, { unit: unit.id, name: 'X' })).toEqual(
        refusedFor('not-allowed'),
      )
      await isWhole(bench())
    })

    test('learns nothing of units, people and links out of reach: they are as if they were not', async () => {
      const { first } = bench()
      await tree(first)
      const chief = await member(first, branch, 'administrator')
      const far = await member(first, other, 'filler')
      const person = String((await first.personOf(far.account))?.id)
      const { hash } = done(await makeInvitation(deps(first), shell, wishFor(other)))
      for (const [name, parent] of [
        ['Unit other', other],
        ['New', other],
        ['New', unitId('nowhere')],
      ] as const) {
        const wish = { id: unitId('n-new'), name, level: null, powers: {}, parent }
        expect(await addUnit(deps(first), chief, wish)).toEqual(refusedFor('not-allowed'))
      }
      for (const named of [person, 'nobody'])
        expect(await endPerson(deps(first), chief, named, { type: 'all' })).toEqual(
          refusedFor('person-unknown'),
        )
      for (const named of [hash, 'f'.repeat(64)])
        expect(await revokeInvitation(deps(first), chief, named)).toEqual(refusedFor('invitation-unknown'))
      expect((await endPerson(deps(first), shell, person, { type: 'all' })).type).toBe('done')
    })

    test('is asked for once in a list, however many units it has', async () => {
      const { first, sql, store } = bench()
      await tree(first)
      const chief = await member(first, district, 'administrator')
      let asked = 0
      const counting: Store = {
        ...store(),
        unitGrounds: (...of) => {
          asked += 1
          return first.unitGrounds(...of)
        },
        unitGround: () => Promise.reject(new Error('a query a unit')),
      }
      expect(await listUnits(counting, chief)).toEqual(await first.units())
      expect((await listPeople(counting, chief)).length).toBe(
        Number((await sql.all('SELECT count(DISTINCT person) AS n FROM membership'))[0]?.n),
      )
      await listInvitations(counting, chief)
      expect(asked).toBe(3)
    })

    test('as a supervisor invites who fills in and who looks, and makes nobody their own superior', async () => {
      const { first } = bench()
      await tree(first)
      const sue = await member(first, branch, 'supervisor')
      const types: Record<string, string> = {}
      for (const role of roles)
        types[role] = (await makeInvitation(deps(first), sue, wishFor(unit.id, role))).type
      expect(types).toEqual({
        ...{ filler: 'done', leader: 'done', viewer: 'done' },
        ...{ supervisor: 'refused', administrator: 'refused' },
      })
      const { hash } = done(await makeInvitation(deps(first), shell, wishFor(branch, 'administrator')))
      expect(await revokeInvitation(deps(first), sue, hash)).toEqual(refusedFor('not-allowed'))
      expect((await revokeInvitation(deps(first), shell, hash)).type).toBe('done')
    })

    test('keeps the district and its last administrator, until there is another', async () => {
      const { first, sql } = bench()
      await tree(first)
      const chief = await member(first, district, 'administrator')
      const name = String((await first.personOf(chief.account))?.id)
      const before = await dump(sql)
      const every = (await first.units()).map(({ id }) => id)
      expect(await removeUnits(deps(first), chief, { units: every, withReports: true })).toEqual(
        refusedFor('root-stays'),
      )
      const end = (who: Caller) => endPerson(deps(first), who, name, { type: 'all' })
      expect(await end(chief)).toEqual(refusedFor('last-administrator'))
      expect(await dump(sql)).toBe(before)
      await member(first, district, 'administrator')
      expect((await end(chief)).type).toBe('done')
    })

    test('opens nothing by a link made before, once their right has ended', async () => {
      const { first, store } = bench()
      await tree(first)
      const chief = await member(first, branch, 'administrator')
      const wish = wishFor(unit.id, 'administrator')
      const { code, hash } = done(await makeInvitation(deps(first), chief, wish))
      const opened = await openInvitation(first, code, now)
      expect(opened).toMatchObject({ hash, invitation: { by: expect.stringMatching(/^p-member-/), at: now } })
      const own = (await first.members(branch))[0]?.id ?? ''
      expect(opened?.rights).toEqual({ members: [own], above: [{ unit: unit.id, ancestor: branch }] })
      await seeding(store()).endMembership(own, now)
      expect(await openInvitation(first, code, now)).toBeNull()
      const guest = { person: personId('p-back'), account: 'web:back', chat: 'web:back', name: 'B' }
      const rights = opened?.rights ?? { members: [], above: [] }
      expect(await first.commit(heard({ rights, enrol: { invitation: hash, ...guest } }))).toBe('lost')
    })

    test.each([
      ['a code of eight', { code: 'abcdefgh' }],
      ['a code with other signs', { code: 'abcdefgh ijklmnop' }],
      ['no end', { expiresAt: 9e15 }],
      ['an end that is over', { expiresAt: now }],
    ])('makes no link with %s', async (_, parts) => {
      const { first, sql } = bench()
      const before = await dump(sql)
      expect(await makeInvitation(deps(first), shell, { ...wishFor(unit.id), ...parts })).toEqual(
        refusedFor('link-unfit'),
      )
      expect(await dump(sql)).toBe(before)
    })

    test('and loses the right between the asking and the writing writes nothing', async () => {
      const { first, store, sql } = bench()
      await tree(first)
      const chief = await member(first, branch, 'administrator')
      const own = (await first.members(branch))[0]?.id ?? ''
      const racing: Store = {
        ...first,
        renameUnit: async (...act) => {
          await seeding(store()).endMembership(own, now)
          return first.renameUnit(...act)
        },
      }
      const wish = { unit: unit.id, name: 'Renamed' }
      expect(await renameUnit(deps(racing), chief, wish)).toEqual(refusedFor('not-allowed'))
      expect((await first.units())[0]?.name).toBe(unit.name)
      expect(await sql.all(`SELECT what FROM audit WHERE what = 'unit-renamed'`)).toEqual([])
    })
  })

  describe('a unit that moved to another branch', () => {
    test('is administered, listed and invited to by its old supervisor no more, and by the new one', async () => {
      const { first, store } = bench()
      await tree(first)
      const [old, next] = [
        await member(first, branch, 'supervisor'),
        await member(first, other, 'supervisor'),
      ]
      const { hash } = done(await makeInvitation(deps(first), old, wishFor(unit.id)))
      const sees = async (who: Caller) => ({
        units: (await listUnits(first, who)).map(({ id }) => id),
        invitations: (await listInvitations(first, who)).map(each => each.hash),
        invites: (await makeInvitation(deps(first), who, wishFor(unit.id))).type,
        revokes: (await revokeInvitation(deps(first), who, hash)).type,
      })
      expect((await sees(next)).units).toEqual([other])
      done(await placeUnit(deps(store()), shell, { unit: unit.id, parent: other }))
      expect(await sees(old)).toEqual({
        units: [branch],
        invitations: [],
        invites: 'refused',
        revokes: 'refused',
      })
      const after = await sees(next)
      expect(after).toMatchObject({ units: [unit.id, other], invites: 'done', revokes: 'done' })
      expect(after.invitations).toContain(hash)
      await isWhole(bench())
    })

    test('takes the waiting mail about it out of its old supervisor’s chat, and leaves its filler’s', async () => {
      const { first, store } = bench()
      await tree(first)
      const old = await member(first, branch, 'supervisor')
      const seat = await seatOf(first)
      const mine = everything(seat, { person: seat.person.id, account: 'telegram:1', chat: 'telegram:1' }, [])
      await first.commit({ ...mine, filings: [changed(seat, [put('a', entry(1))])] })
      const [row] = await bench().sql.all('SELECT person FROM account WHERE ref = ?1', [old.account])
      const person = personId(String(row?.person))
      await bench().sql.batch([
        {
          sql: 'INSERT INTO reach (person, channel, chat, since) VALUES (?1, ?2, ?3, 1)',
          params: [person, 'web', old.account],
        },
        {
          sql: `INSERT INTO outbox (id, chat, seq, about, kind, at, due_at, body)
            SELECT 'to-old', ?1, 1, about, kind, at, due_at, body FROM outbox WHERE about IS NOT NULL LIMIT 1`,
          params: [old.account],
        },
      ])
      const queued = async () =>
        (await bench().sql.all(`SELECT DISTINCT chat FROM outbox WHERE state = 'queued' ORDER BY 1`)).map(
          each => each.chat,
        )
      expect(await queued()).toEqual(['telegram:1', old.account])
      done(await placeUnit(deps(store()), shell, { unit: unit.id, parent: other }))
      expect(await queued()).toEqual(['telegram:1'])
    })
  })
}
