// A person is erased: no column of any table holds their name or an account of theirs, what they filed stays, and the
// chains verify.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { done } from '../../../src/app/registry/administer.ts'
import { erasePerson } from '../../../src/app/registry/erase-person.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { personId } from '../../../src/engine/filing.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import type { Bench } from '../store.ts'
import {
  ann,
  bob,
  changed,
  day,
  entry,
  everything,
  heard,
  now,
  part,
  put,
  seatOf,
  unit,
  write,
} from './world.ts'

const seal = createSeal('a key of sixteen signs')
const shell = { type: 'shell', at: now } as const
const deps = (store: Store) => ({
  ...{ audits: store, registry: store, seal, ...realEnvironment('Asia/Shanghai'), sleep: async () => {} },
})
const gone = {
  person: personId('p-gone'),
  account: 'telegram:7007',
  chat: 'telegram:7007',
  name: 'Wang Fang',
}

/** Somebody who came in by a link with their name, wrote a figure and a text, and has mail that waits. */
const come = async (store: Store): Promise<void> => {
  const invitation = {
    unit: unit.id,
    filing: null,
    expiresAt: now + day,
    name: gone.name,
    by: 'shell',
    at: now,
  }
  await seeding(store).invite('for-wang', invitation)
  await seeding(store).invite('again', invitation)
  const session = { hash: 'their-session', account: gone.account, since: now, expiresAt: now + day }
  const enrol = { invitation: 'for-wang', ...gone, takenWith: 'nonce' }
  expect(await store.commit(heard({ enrol, session }))).toBe('done')
}

/** Table and column of each place that holds one of these words. */
const placesOf = async (sql: Sql, words: readonly string[]): Promise<readonly string[]> => {
  const tables = await sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_cf*'`)
  const found: string[] = []
  for (const { name: table } of tables) {
    const columns = await sql.all('SELECT name FROM pragma_table_info(?1)', [String(table)])
    for (const { name: column } of columns) {
      const held = words.map((_, at) => `instr(CAST("${column}" AS TEXT), ?${at + 1}) > 0`).join(' OR ')
      const rows = await sql.all(`SELECT 1 FROM "${table}" WHERE ${held} LIMIT 1`, [...words])
      if (rows.length > 0) found.push(`${table}.${column}`)
    }
  }
  return found
}

export const erasing = (bench: () => Bench): void => {
  describe('a person who is erased', () => {
    test('leaves neither name nor account in any column, and all that they filed', async () => {
      const { first, store, sql } = bench()
      await come(first)
      await first.commit(everything(await seatOf(first), ann, []))
      const words = [gone.name, gone.account]
      const message = `${gone.chat}:55` as never
      const seat = await seatOf(first)
      const filed = changed(seat, [
        put('a.b', { ...entry(5), by: gone.person, message }),
        write('overview', [{ ...part('text'), by: gone.person, message }]),
      ])
      expect(await first.commit(heard({ filings: [filed] }))).toBe('done')
      await sql.batch([
        {
          sql: `UPDATE person SET phone = '13800000000', title = 'clerk' WHERE id = ?1`,
          params: [gone.person],
        },
        {
          sql: `INSERT INTO absence (person, unit, since, until, substitute)
            VALUES (?1, ?3, '2026-01-20', '2026-01-26', ?2), (?2, ?3, '2026-02-20', '2026-02-26', ?1)`,
          params: [gone.person, bob.person, unit.id],
        },
        // The office was asked to let them in, and has a button with their name.
        {
          sql: `INSERT INTO card (id, chat, person, about, shown, choices, at) VALUES ('asks', ?1, ?2, 'unit/' || ?3, '{}', ?4, 1)`,
          params: [bob.chat, bob.person, unit.id, JSON.stringify({ args: [gone.name] })],
        },
        {
          sql: `INSERT INTO outbox (id, chat, seq, kind, body, at, due_at, state) VALUES ('away', ?1, 98, 'say', ?2, 1, 1, 'sent')`,
          params: [bob.chat, JSON.stringify({ lines: [{ text: `Unit: ${gone.name} is on leave` }] })],
        },
        { sql: `INSERT INTO unreachable (chat, at) VALUES (?1, 1)`, params: [gone.chat] },
        // What a colleague was told of a change.
        {
          sql: `INSERT INTO outbox (id, chat, seq, about, kind, body, at, due_at, state)
            VALUES ('told', ?1, 99, 'filing/' || ?2, 'say', ?3, 1, 1, 'sent')`,
          params: [bob.chat, seat.filing.id, JSON.stringify({ lines: [{ text: `${gone.name} changed 2` }] })],
        },
        {
          sql: `INSERT INTO incoming (channel, id, at, chat, attempt) VALUES ('telegram', 'x9', 1, ?1, 'a')`,
          params: [gone.chat],
        },
      ])
      expect(await placesOf(sql, words)).toEqual(
        expect.arrayContaining([
          'person.name',
          'account.ref',
          'reach.chat',
          'cell.message',
          'card.choices',
          'outbox.body',
          'text.message',
          'invitation.name',
        ]),
      )
      // The world's own lines of the filing bear no seal.
      const before = await verifyAudit({ audits: first, seal })
      expect(done(await erasePerson(deps(first), shell, gone.name))).toEqual({ id: gone.person })
      expect(await placesOf(sql, [...words, '13800000000', 'clerk'])).toEqual([])
      expect(await first.personOf(gone.account)).toBeNull()
      expect((await first.members(unit.id)).map(({ person }) => person)).toEqual([ann.person, bob.person])
      expect((await seatOf(store())).filing.entries.get('a.b' as never)).toMatchObject({
        value: 5,
        by: gone.person,
      })
      expect(await sql.all('SELECT id, name FROM person WHERE id = ?1', [gone.person])).toEqual([
        { id: gone.person, name: '' },
      ])
      const lines = await first.lines(`unit/${unit.id}`, 0, 99)
      expect(lines.map(({ what }) => what).slice(-2)).toEqual(['membership-ended', 'person-erased'])
      expect(await verifyAudit({ audits: first, seal })).toEqual(before)
      expect(await erasePerson(deps(first), shell, gone.name)).toMatchObject({ why: 'person-unknown' })
    })

    test('is not erased by somebody who has no right to all their units', async () => {
      const { first } = bench()
      const caller = { type: 'person', account: ann.account, channel: 'telegram', at: now } as const
      expect(await erasePerson(deps(first), caller, bob.person)).toEqual({
        type: 'refused',
        why: 'not-allowed',
      })
    })
  })
}
