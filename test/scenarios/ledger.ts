// What stands in the database, read beside the bot by a connection of its own: the report, the audit, the outbox.
// It makes the unit, the filing and invitations, as an administrator would; it must not change anything else.

import { hashOf } from '../../src/app/hash-of.ts'
import { wordsMessage } from '../../src/app/message.ts'
import type { Unit } from '../../src/app/ports/registry.ts'
import { type Report, reportOf } from '../../src/document/report.ts'
import { derive } from '../../src/engine/derive.ts'
import { type Filing, filingId, unitId } from '../../src/engine/filing.ts'
import type { Form } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { migrationsFolder } from '../../src/main/open-store.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { readEntries, readTexts } from '../../src/storage/rows.ts'
import type { Param, Row } from '../../src/storage/sql.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { writeBody } from '../../src/storage/stored-body.ts'
import { seeding } from '../seeding.ts'

export type Ledger = Awaited<ReturnType<typeof openLedger>>

type Opened = { readonly unit: string; readonly level: Unit['level']; readonly year: number }

/** Opens the file (made and migrated if need be) with one unit and its filing for the year. */
export const openLedger = async (file: string, { unit: name, level, year }: Opened) => {
  const database = await sqlite3(file)
  await migrate(database, migrationsFolder)
  // Shared with nobody, it remembers nothing: what the bot's own process writes is seen at once.
  const store = createStore({ ...database, sharing: 1 })
  const form = mustForm(year)
  const unit = unitId('unit-1')
  const filing = filingId('filing-1')
  const empty: Filing = {
    id: filing,
    unit,
    obligation: form.obligation,
    form: form.id,
    revision: form.revision,
    year,
    version: 1,
    entries: new Map(),
    texts: new Map(),
    remarks: new Map(),
  }
  if ((await store.units()).length === 0) {
    await seeding(store).addUnit({ id: unit, name, level, powers: {} })
    await seeding(store).openFiling(empty)
  }
  const rows = (sql: string, params: readonly Param[] = []): Promise<readonly Row[]> =>
    database.all(sql, params)

  const stored = async (): Promise<Filing> => {
    const [cells, texts] = await Promise.all([
      rows(
        'SELECT json_group_array(json_array(key, value, note, source, "by", at, message)) AS body FROM cell WHERE filing = ?1',
        [filing],
      ),
      rows(
        'SELECT json_group_array(json_array(key, part, body, "by", at, message, bound)) AS body FROM text WHERE filing = ?1',
        [filing],
      ),
    ])
    return {
      ...empty,
      entries: readEntries(String(cells[0]?.body)),
      texts: readTexts(String(texts[0]?.body)),
    }
  }

  return {
    form,
    store,
    rows,
    stored,
    /** The report as it would be handed in now. */
    report: async (): Promise<Report> => reportOf(form, await stored(), { name, level }),
    /** Every figure that stands, computed ones too, as plain values. */
    figures: async () => {
      const figures = derive(form, await stored())
      return new Map(
        [...indexOf(form).cells.values()].flatMap(({ key }) => {
          const figure = figures.get(key)
          return figure ? [[key, figure.value] as const] : []
        }),
      )
    },
    /** The filing's audit lines in their order: `set key`. */
    audit: async (): Promise<
      readonly { readonly what: string; readonly cell: string; readonly n: number }[]
    > =>
      (await rows(`SELECT what, about AS cell, n FROM audit WHERE scope LIKE 'filing/%' ORDER BY n`)).map(
        row => ({
          what: String(row.what),
          cell: String(row.cell),
          n: Number(row.n),
        }),
      ),
    /** The version, which counts commits about the filing. */
    version: async () => Number((await rows('SELECT version FROM filing'))[0]?.version),
    faults: async () => rows('SELECT code, channel FROM fault'),
    invite: async (code: string, expiresAt: number) =>
      seeding(store).invite(await hashOf(code), { unit, filing, expiresAt }),
    /** So many messages that wait for a chat, without anybody to write them. */
    addMail: async (chat: string, count: number): Promise<void> => {
      const words = wordsMessage('', chat, [{ text: 'x', style: 'plain' }])
      await database.batch([{ sql: waitingMail, params: [chat, count, writeBody(words), Date.now()] }])
    },
    close: () => database.close(),
  }
}

const waitingMail = `INSERT INTO outbox (id, chat, seq, kind, body, at, due_at)
  WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?2)
  SELECT lower(hex(randomblob(8))), ?1, n, 'say', ?3, ?4, ?4 FROM n`

const mustForm = (year: number): Form => {
  const form = catalog.formFor(disclosure.id, year)
  if (!form) throw new Error(`no form for ${year}`)
  return form
}
