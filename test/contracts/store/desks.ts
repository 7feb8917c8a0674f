// A person at a desk, over a database: where they stand, what is awaited, their cards; and who hears nothing any more.

import { describe, expect, test } from 'vitest'
import type { Commit } from '../../../src/app/ports/commit.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import { ann, day, fresh, heard, now, say } from './world.ts'

const district = unitId('district')
const pending = { asking: 'invite', args: ['a', 'b'], question: 'Whom?' } as const
const end = { before: Number.MAX_SAFE_INTEGER }

export const desks = (bench: () => Bench): void => {
  /** Ann supervises the district, above her own unit too. */
  const supervising = async () => {
    const { sql, first } = bench()
    await seeding(first).addUnit({
      id: district,
      name: 'District',
      level: 'county',
      powers: {},
      isRoot: true,
    })
    await sql.batch([
      {
        sql: `INSERT INTO membership (id, person, unit, role, since) VALUES ('m-desk', ?1, 'district', 'supervisor', ?2)`,
        params: [ann.person, now + day],
      },
    ])
    return first
  }
  const standing = (expected: number, parts: Partial<Commit> = {}): Commit => {
    const id = fresh('card')
    return heard({
      rights: { members: ['m-desk'], above: [] },
      position: {
        ...{ person: ann.person, chat: ann.chat, desk: district, expected, pending, card: id, asked: id },
      },
      card: {
        ...{ id, chat: ann.chat, person: ann.person, unit: district, at: now },
        choices: [{ asking: 'unit', args: ['u1'], label: 'Unit One' }],
      },
      outbox: [{ ...say(ann.chat, id), kind: 'ask' }],
      ...parts,
    })
  }

  describe('a desk', () => {
    test('is where a person stands after a commit, with the words that are awaited and the card', async () => {
      const first = await supervising()
      const place = await first.deskPlace(ann.account, ann.chat)
      expect(place).toMatchObject({ unit: null, pending: null })
      expect(place?.person.members.map(({ id }) => id)).toContain('m-desk')
      const commit = standing(place?.version ?? 0)
      expect(await first.commit(commit)).toBe('done')
      const after = await bench().store().deskPlace(ann.account, ann.chat)
      expect(after).toMatchObject({ unit: district, pending, card: commit.card?.id, asked: commit.card?.id })
      expect(await first.deskCard(commit.card?.id ?? '', ann.person, ann.chat)).toEqual(commit.card)
      expect(await first.card(commit.card?.id ?? '', ann.person, ann.chat)).toBeNull()
      expect(await first.deskCard(commit.card?.id ?? '', ann.person, 'telegram:2')).toBeNull()
      // At no filing by their own choice.
      expect(await first.loadSeat(ann.account, ann.chat)).toMatchObject({ isGuess: true })
    })

    test('has a guard: a commit from a place that has changed, or without the right to it, is lost', async () => {
      const first = await supervising()
      const version = (await first.deskPlace(ann.account, ann.chat))?.version ?? 0
      expect(await first.commit(standing(version))).toBe('done')
      expect(await first.commit(standing(version))).toBe('lost')
      await seeding(first).endMembership('m-desk', now + 1)
      expect(await first.commit(standing(version + 1))).toBe('lost')
      const unguarded = { ...standing(version), rights: undefined } as unknown as Commit
      await expect(first.commit(unguarded)).rejects.toThrow('without the guard')
    })

    test('that ends takes what waits to be said there along, and a page lists it no more', async () => {
      const first = await supervising()
      const web = { ...ann, account: 'web:ann', chat: 'web:ann' }
      await bench().sql.batch([
        { sql: 'INSERT INTO account (ref, person) VALUES (?1, ?2)', params: [web.account, ann.person] },
      ])
      const { position } = standing(0)
      const commit = standing(0, {
        position: position && { ...position, chat: web.chat },
        card: undefined,
        outbox: [say(web.chat)],
      })
      expect(await first.commit(commit)).toBe('done')
      expect(await first.messages(web.chat, end, 10)).toHaveLength(1)
      await bench().sql.batch([
        { sql: `UPDATE membership SET until = ?1 WHERE id <> 'm-desk'`, params: [now] },
      ])
      expect(await first.messages(web.chat, end, 10)).toHaveLength(1)
      await seeding(first).endMembership('m-desk', now + 1)
      expect(await first.messages(web.chat, end, 10)).toEqual([])
      expect(await first.lease(web.chat, now, now + 1)).toEqual([])
    })

    test('whose stored state other code wrote is read as one where nothing is awaited', async () => {
      const first = await supervising()
      const commit = standing((await first.deskPlace(ann.account, ann.chat))?.version ?? 0)
      await first.commit(commit)
      await bench().sql.batch([
        { sql: `UPDATE position SET focus = '{"v":9}'` },
        { sql: `UPDATE card SET choices = '{"v":9}'` },
      ])
      expect(await first.deskPlace(ann.account, ann.chat)).toMatchObject({ unit: district, pending: null })
      expect(await first.deskCard(commit.card?.id ?? '', ann.person, ann.chat)).toMatchObject({ choices: [] })
    })
  })
}
