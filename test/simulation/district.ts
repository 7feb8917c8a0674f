// The district that every simulated world begins with: three units with a filing each, one of them nearly done. Made once
// and copied, since the schema takes longer than a seed.

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashOf } from '../../src/app/hash-of.ts'
import { docxOf } from '../../src/document/docx.ts'
import { outlineOf } from '../../src/document/outline.ts'
import { emptyFiling, filingId, unitId } from '../../src/engine/filing.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { migrationsFolder } from '../../src/main/open-store.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { madeReport } from '../scenarios/made-report.ts'
import { seeding } from '../seeding.ts'

const year = 2025
/** 2026-01-05 at 09:00 in the district. */
export const startAt = Date.UTC(2026, 0, 5, 1)
const filings = ['filing-1', 'filing-2', 'filing-3'] as const
const mostPeople = 8

export const codeOf = (who: number): string => `code-of-a-person-number-${who}`

export type District = {
  /** A fresh database, and the way to take it away. */
  readonly copy: () => { readonly file: string; readonly remove: () => void }
  /** A report of the year before as a Word file. */
  readonly document: Uint8Array
  /** Counts that can be typed into the printed tables, by key. */
  readonly cells: readonly string[]
}

let made: Promise<District> | undefined

/** Made at the first call. */
export const district = (): Promise<District> => {
  made ??= make()
  return made
}

const make = async (): Promise<District> => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'nianbao-simulation-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const template = join(folder, 'template.db')
  const sql = await sqlite3(template)
  await migrate(sql, migrationsFolder)
  const store = createStore(sql)
  const form = catalog.formFor(disclosure.id, year)
  if (!form) throw new Error('no form')
  for (const [n, id] of filings.entries()) {
    const unit = { id: unitId(`unit-${n + 1}`), name: `第${n + 1}街道`, level: 'street', powers: {} } as const
    await seeding(store).addUnit(unit)
    const empty = emptyFiling(form, { id: filingId(id), unit: unit.id, year })
    const filled = madeReport(form, 12, 5)
    if (n === 2) await store.importFiling({ ...filled, id: empty.id, unit: unit.id, year }, null)
    else await seeding(store).openFiling(empty)
  }
  for (let who = 0; who < mostPeople; who += 1)
    for (const [n, id] of filings.entries())
      await seeding(store).invite(await hashOf(`${codeOf(who)}-${n}`), {
        ...{ unit: unitId(`unit-${n + 1}`), filing: filingId(id) },
        expiresAt: startAt + 60 * 86_400_000,
      })
  await sql.close()
  const before = { ...madeReport(form, 12, 3), unit: unitId('unit-1'), year: year - 1 }
  const document = await docxOf(outlineOf({ form, filing: before, unitName: '第1街道' }))
  let copies = 0
  return {
    document,
    cells: indexOf(form)
      .entered.filter(({ answer }) => answer === 'count')
      .map(({ key }) => key),
    copy: () => {
      copies += 1
      const file = join(folder, `${copies}.db`)
      copyFileSync(template, file)
      return {
        file,
        remove: () => {
          for (const end of [
            '',
            '-wal',
            '-shm',
            '-serving',
            '-serving-wal',
            '-serving-shm',
            '-serving-journal',
          ])
            rmSync(`${file}${end}`, { force: true })
        },
      }
    },
  }
}
