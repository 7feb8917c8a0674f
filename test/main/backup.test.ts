// `nianbao backup` and `nianbao restore` on real files: what is put back is what was there, row by row, and whatever is
// not whole, not ours or not as it was made is refused with a sentence, with nothing touched.

import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { backup } from '../../src/main/commands/backup.ts'
import { addUnit } from '../../src/main/commands/change-units.ts'
import { doctor } from '../../src/main/commands/doctor.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { storePrevious } from '../../src/main/commands/previous.ts'
import { restore } from '../../src/main/commands/restore.ts'
import { units } from '../../src/main/commands/units.ts'
import { holdDatabase } from '../../src/main/hold-database.ts'
import { openStore } from '../../src/main/open-store.ts'
import { connect, sqlite3 } from '../../src/storage/sqlite3.ts'
import { fakeContext, fileOf, folder, minimal, refused } from './fake-context.ts'

const unit = '青石街道'

/** A district with a unit, an invitation and last year's report, its key, and a backup of all that. */
const backedUp = async () => {
  const place = await folder()
  const [file, copy] = [join(place, 'nianbao.db'), join(place, 'copy.db')]
  const office = fakeContext({ DATABASE_FILE: file, AUDIT_KEY: 'a key of the tests' })
  const { context } = office
  await addUnit(unit, { level: 'street' }, context)
  await invite(unit, { year: '2026' }, context)
  const figures = { 'disclosure.procurement.projects': 1, 'requests.carried-over.natural': 7 }
  await storePrevious(unit, await fileOf({ ...minimal, unit, year: 2025, figures }), context)
  expect(await backup(copy, {}, context)).toBe(0)
  return { ...office, place, file, copy }
}

/** Every row of every table, each table in an order of its own. */
const allRows = async (file: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const connection = await connect(file, '', 0)
  const tables = await connection.run({
    sql: `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1`,
  })
  const found: Record<string, readonly string[]> = {}
  for (const name of tables.map(row => String(row.name)).filter(each => !/^sqlite_|^backup$/.test(each)))
    found[name] = (await connection.run({ sql: `SELECT * FROM "${name}"` }))
      .map(row => JSON.stringify(row))
      .sort()
  await connection.close()
  return found
}

const changed = async (file: string, ...texts: readonly string[]): Promise<void> => {
  const connection = await connect(file, '', 0)
  for (const text of texts) await connection.exec(text)
  await connection.close()
}

let office: Awaited<ReturnType<typeof backedUp>>
beforeEach(async () => {
  office = await backedUp()
})

describe('a backup', () => {
  test('holds every row of the database, and only its owner may read it', async () => {
    const { copy, file } = office
    const rows = await allRows(copy)
    expect(rows).toEqual(await allRows(file))
    expect(Object.keys(rows).length).toBeGreaterThan(30)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
  })

  test('says where the audit ends and which key sealed it, and audit verify knows that digest', async () => {
    const { context, out, place } = office
    expect(await backup(join(place, 'more.db'), { json: true }, context)).toBe(0)
    const { ok, head, key, counts } = JSON.parse(out.at(-1) ?? '')
    expect([ok, key, counts.unit]).toEqual([true, expect.stringMatching(/^[0-9a-f]{16}$/), 1])
    expect(head.count).toBeGreaterThan(3)
    expect(await verifyAll({ head: head.digest }, context)).toBe(0)
    expect(out.join()).not.toContain('a key of the tests')
    expect(readFileSync(join(place, 'more.db'), 'latin1')).not.toContain('a key of the tests')
  })

  test('takes no other file’s place unless it is told to, and leaves nothing beside it', async () => {
    const { context, copy, place, file } = office
    const before = readFileSync(copy)
    expect(await refused(backup(copy, {}, context))).toEqual([expect.stringContaining('已存在'), 1])
    expect(readFileSync(copy)).toEqual(before)
    await addUnit('区教育局', { level: 'bureau' }, context)
    expect(await backup(copy, { overwrite: true }, context)).toBe(0)
    expect((await allRows(copy)).unit).toHaveLength(2)
    expect(await refused(backup(file, { overwrite: true }, context))).toEqual([
      expect.stringContaining('数据库本身'),
      1,
    ])
    expect(readdirSync(place).filter(name => !/^(nianbao\.db(-serving)?|copy\.db)$/.test(name))).toEqual([])
  })

  test('is not made of nothing, nor where nothing can be written', async () => {
    const { context, place } = office
    const nothing = fakeContext({ DATABASE_FILE: join(place, 'none.db'), AUDIT_KEY: 'a key of the tests' })
    expect(await refused(backup(join(place, 'b.db'), {}, nothing.context))).toEqual([
      expect.stringContaining('不存在，没有可备份的内容'),
      1,
    ])
    expect(existsSync(join(place, 'none.db'))).toBe(false)
    expect(await refused(backup(join(place, 'no', 'b.db'), {}, context))).toEqual([
      expect.stringContaining('目录不存在'),
      2,
    ])
  })

  test('is not made with a key that did not seal the database, nor without one; no key is made up', async () => {
    const { file, place } = office
    const other = fakeContext({ DATABASE_FILE: file, AUDIT_KEY: 'another key of the tests' })
    expect(await refused(backup(join(place, 'b.db'), {}, other.context))).toEqual([
      expect.stringContaining('留痕密钥不属于该数据库'),
      1,
    ])
    const none = fakeContext({ DATABASE_FILE: file })
    expect(await refused(backup(join(place, 'b.db'), {}, none.context))).toEqual([
      expect.stringContaining('未找到留痕密钥'),
      1,
    ])
    expect(existsSync(`${file}.audit-key`)).toBe(false)
    expect(existsSync(join(place, 'b.db'))).toBe(false)
  })

  test('of a database whose audit was changed is made, and says so', async () => {
    const { context, file, place, out } = office
    const sql = await sqlite3(file)
    await sql.batch([{ sql: 'DROP TRIGGER audit_is_not_changed' }])
    await sql.batch([{ sql: `UPDATE audit SET new = '9' WHERE what = 'set' AND n = 2` }])
    await sql.close()
    expect(await backup(join(place, 'b.db'), {}, context)).toBe(1)
    expect(out.join('\n')).toMatch(/无法恢复：[\s\S]*audit_is_not_changed[\s\S]*青石街道 2025 年度/)
    expect(await refused(restore(join(place, 'b.db'), {}, context))).toEqual([expect.any(String), 1])
  })
})

describe('a restore', () => {
  test('goes to the file behind a link, where the next start finds it, and the file is its owner\u2019s alone', async () => {
    const place = await folder()
    const [volume, named] = [join(place, 'volume.db'), join(place, 'nianbao.db')]
    const { context, out } = fakeContext({ DATABASE_FILE: named, AUDIT_KEY: 'a key of the tests' })
    symlinkSync(volume, named)
    expect(await addUnit(unit, { level: 'street' }, context)).toBe(0)
    expect(statSync(volume).mode & 0o777).toBe(0o600)
    const copy = join(place, 'copy.db')
    expect(await backup(copy, {}, context)).toBe(0)
    const rows = await allRows(copy)
    await addUnit('区教育局', { level: 'bureau' }, context)
    expect(await restore(copy, {}, context)).toBe(0)
    expect(lstatSync(named).isSymbolicLink()).toBe(true)
    expect(await allRows(volume)).toEqual(rows)
    const former = /原数据库保留于：(.+)$/m.exec(out.join('\n'))?.[1] ?? ''
    expect(former.startsWith(`${volume}-before-`)).toBe(true)
    expect(lstatSync(former).isFile()).toBe(true)
  })

  test('puts back every row as it was, keeps the former database beside it, and the bot goes on', async () => {
    const { context, file, copy, out } = office
    const rows = await allRows(copy)
    await addUnit('区教育局', { level: 'bureau' }, context)
    const later = await allRows(file)
    expect(await restore(copy, {}, context)).toBe(0)
    expect(await allRows(file)).toEqual(rows)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(copy).length).toBeGreaterThan(0)
    const former = /原数据库保留于：(.+)$/m.exec(out.join('\n'))?.[1] ?? ''
    expect(dirname(former)).toBe(dirname(file))
    expect(await allRows(former)).toEqual(later)
    expect(await units({}, context)).toBe(0)
    expect(out.at(-1)).not.toContain('区教育局')
    expect(await doctor(context)).toBe(0)
    expect(await verifyAll({}, context)).toBe(0)
  })

  test('twice within a second keeps both former databases', async () => {
    const { context, copy, place } = office
    expect(await restore(copy, {}, context)).toBe(0)
    expect(await restore(copy, {}, context)).toBe(0)
    expect(readdirSync(place).filter(name => name.includes('-before-'))).toHaveLength(2)
  })

  test('makes a database where there is none, with the key put beside it', async () => {
    const { copy } = office
    const place = await folder()
    const file = join(place, 'data', 'nianbao.db')
    const elsewhere = fakeContext({ DATABASE_FILE: file, AUDIT_KEY: 'a key of the tests' })
    expect(await restore(copy, { json: true }, elsewhere.context)).toBe(0)
    expect(JSON.parse(elsewhere.out[0] ?? '')).toMatchObject({ ok: true, former: null })
    expect(await allRows(file)).toEqual(await allRows(copy))
    expect(readdirSync(dirname(file)).filter(name => !/^nianbao\.db(-serving)?$/.test(name))).toEqual([])
  })

  test('takes the place of a database that is broken, which is kept too', async () => {
    const { context, copy, file, place } = office
    writeFileSync(file, 'x'.repeat(5_000))
    expect(await restore(copy, {}, context)).toBe(0)
    expect(await allRows(file)).toEqual(await allRows(copy))
    const [former = ''] = readdirSync(place).filter(name => name.includes('-before-'))
    expect(readFileSync(join(place, former), 'utf8')).toBe('x'.repeat(5_000))
  })

  const page = 4096
  const unfit: readonly (readonly [string, RegExp, (copy: string) => Promise<void> | void])[] = [
    ['of random bytes', /不是 nianbao backup 生成的备份/, copy => writeFileSync(copy, 'x'.repeat(9_000))],
    ['of no bytes', /不是 nianbao backup 生成的备份/, copy => writeFileSync(copy, '')],
    [
      'that is a plain copy of a database',
      /不是 nianbao backup 生成的备份/,
      copy => changed(copy, 'DROP TABLE backup'),
    ],
    [
      'cut in the middle',
      /损坏或不完整/,
      copy => writeFileSync(copy, readFileSync(copy).subarray(0, 20 * page)),
    ],
    [
      'with spoilt pages',
      /损坏或不完整|被改动|其他版本的程序/,
      copy => {
        const bytes = readFileSync(copy)
        for (let at = 3 * page; at < bytes.length; at += 2 * page) bytes.fill(0x5a, at, at + 200)
        writeFileSync(copy, bytes)
      },
    ],
    ['whose row was changed', /被改动/, copy => changed(copy, `UPDATE unit SET name = '红石街道'`)],
    ['whose row was taken away', /被改动/, copy => changed(copy, 'DELETE FROM invitation')],
    [
      'whose figure was changed',
      /被改动/,
      copy => changed(copy, `UPDATE cell SET value = '8' WHERE value = '7'`),
    ],
    ['with one row more', /被改动/, copy => changed(copy, `INSERT INTO fault VALUES (1, 'x', 'x', 'x', 1)`)],
    [
      'whose note was written anew',
      /被改动/,
      copy => changed(copy, `UPDATE backup SET note = json_set(note, '$.counts.unit', 5)`),
    ],
    ['whose refusal was taken away', /其他版本的程序/, copy => changed(copy, 'DROP TRIGGER audit_goes_on')],
    [
      'with a trigger of its own',
      /其他版本的程序/,
      copy => changed(copy, 'CREATE TRIGGER t AFTER INSERT ON cell BEGIN DELETE FROM cell; END'),
    ],
    ['of another schema', /其他版本的程序/, copy => changed(copy, `UPDATE meta SET schema = 'other'`)],
    [
      'with a note of another version',
      /其他版本的程序/,
      copy => changed(copy, `UPDATE backup SET note = json_set(note, '$.v', 2)`),
    ],
  ]
  test.each(unfit)(
    'of a file %s is refused with a sentence, and nothing is touched',
    async (_, why, spoil) => {
      const { context, copy, file, place } = office
      await spoil(copy)
      const before = await allRows(file)
      expect(await refused(restore(copy, {}, context))).toEqual([expect.stringMatching(why), 1])
      expect(await allRows(file)).toEqual(before)
      expect(readdirSync(place).filter(name => !/^(nianbao\.db(-serving)?|copy\.db)$/.test(name))).toEqual([])
      expect(await units({}, context)).toBe(0)
    },
  )

  test('is refused without the key and with another one; without the file; and without touching anything', async () => {
    const { copy, file, place, context } = office
    const other = fakeContext({ DATABASE_FILE: file, AUDIT_KEY: 'another key of the tests' })
    const none = fakeContext({ DATABASE_FILE: file })
    expect(await refused(restore(copy, {}, other.context))).toEqual([expect.stringMatching(/不是|密钥/), 1])
    expect(await refused(restore(copy, {}, none.context))).toEqual([
      expect.stringContaining('未找到留痕密钥'),
      1,
    ])
    expect(await refused(restore(join(place, 'no.db'), {}, context))).toEqual([expect.any(String), 2])
    expect(existsSync(`${file}.audit-key`)).toBe(false)
  })

  test('is refused while somebody has the database open, and allowed when they are gone', async () => {
    const { context, copy, file } = office
    const command = await sqlite3(file)
    expect(await refused(restore(copy, {}, context))).toEqual([expect.stringContaining('正被'), 1])
    await command.close()
    const server = await sqlite3(file)
    expect(await server.alone?.()).toBe(true)
    expect(await refused(restore(copy, {}, context))).toEqual([expect.stringContaining('正被'), 1])
    await server.close()
    expect(await restore(copy, {}, context)).toBe(0)
  })

  test('that comes between the opening of the database and its first question is seen by who opened it', async () => {
    const { file, copy } = office
    const held = await holdDatabase(file)
    const opening = openStore(file)
    await new Promise(done => setTimeout(done, 200))
    await changed(copy, 'DROP TABLE backup', `UPDATE unit SET name = '红石街道'`)
    renameSync(copy, file)
    await held?.release()
    const { store, close } = await opening
    expect((await store.units()).map(({ name }) => name)).toEqual(['红石街道'])
    await close()
  })
})
