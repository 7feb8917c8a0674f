// Migrations on Node: each once, each whole, in the table that wrangler keeps.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { seatOf, seed } from '../contracts/store/world.ts'

describe('migrations', () => {
  let sql: Sqlite3
  let folder: string
  beforeEach(async () => {
    sql = await sqlite3(':memory:')
    folder = mkdtempSync(join(tmpdir(), 'nianbao-migrate-'))
    writeFileSync(
      join(folder, '0001_one.sql'),
      'CREATE TABLE one (a TEXT);\nINSERT INTO one VALUES (1); -- its end',
    )
  })
  afterEach(async () => {
    await sql.close()
    rmSync(folder, { recursive: true })
  })
  const add = (name: string, text: string) => writeFileSync(join(folder, name), text)

  test('are applied once, in the order of their names, and keep what is stored', async () => {
    expect(await migrate(sql, 'migrations')).toEqual(['0001_nianbao.sql'])
    await seed(createStore(sql))
    expect(await migrate(sql, 'migrations')).toEqual([])
    expect((await seatOf(createStore(sql))).filing.version).toBe(0)
  })

  test('keep the columns of wrangler', async () => {
    await migrate(sql, folder)
    const columns = await sql.all('SELECT name, type, pk FROM pragma_table_info(?1)', ['d1_migrations'])
    expect(columns).toEqual([
      { name: 'id', type: 'INTEGER', pk: 1 },
      { name: 'name', type: 'TEXT', pk: 0 },
      { name: 'applied_at', type: 'TIMESTAMP', pk: 0 },
    ])
    expect(await sql.all('SELECT id, name FROM d1_migrations')).toEqual([{ id: 1, name: '0001_one.sql' }])
  })

  test('go on with the file that failed, whose half is not there', async () => {
    add('0002_two.sql', 'CREATE TABLE two (a TEXT); INSERT INTO nowhere VALUES (1);')
    await expect(migrate(sql, folder)).rejects.toThrow('nowhere')
    add('0002_two.sql', 'CREATE TABLE two (a TEXT);')
    add('0003_three.sql', 'CREATE TABLE three (a TEXT);')
    expect(await migrate(sql, folder)).toEqual(['0002_two.sql', '0003_three.sql'])
    expect(await sql.all('SELECT count(*) AS n FROM one')).toEqual([{ n: 1 }])
  })

  test('refuse a folder in which an applied file is missing', async () => {
    add('0002_two.sql', 'CREATE TABLE two (a TEXT);')
    await migrate(sql, folder)
    rmSync(join(folder, '0001_one.sql'))
    add('0003_three.sql', 'CREATE TABLE three (a TEXT);')
    await expect(migrate(sql, folder)).rejects.toMatchObject({ code: 1003, detail: '0001_one.sql' })
    expect(await sql.all(`SELECT name FROM sqlite_schema WHERE name = 'three'`)).toEqual([])
  })

  test('refuse a database that other files of the same names made, and leave it as it is', async () => {
    await migrate(sql, folder)
    add('0001_one.sql', 'CREATE TABLE one (a TEXT, b TEXT);')
    add('0002_two.sql', 'CREATE TABLE two (a TEXT);')
    await expect(migrate(sql, folder)).rejects.toMatchObject({ code: 1008 })
    expect(await sql.all(`SELECT name FROM sqlite_schema WHERE name = 'two'`)).toEqual([])
  })

  test('refuse a database that was made before its files were noted', async () => {
    await migrate(sql, folder)
    await sql.batch([{ sql: 'DROP TABLE meta' }])
    await expect(migrate(sql, folder)).rejects.toMatchObject({ code: 1008 })
  })
})
