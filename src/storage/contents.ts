// All that a sqlite3 database holds, read one row after another over one connection: its schema as it is written down,
// and every row of every table. It judges nothing and changes nothing.

import type { Connection } from './batch-queue.ts'
import type { Param, Row } from './sql.ts'

/** Rows read at once. */
const page = 500

/** One line for each table, index, view and trigger, but for those of SQLite itself and of the `without` tables. */
export const schemaLines = async (
  { run }: Connection,
  without: readonly string[] = [],
): Promise<readonly string[]> => {
  const rows = await run({
    sql: `SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
  })
  return rows.filter(({ table }) => !without.includes(String(table))).map(row => JSON.stringify(row))
}

/** How many rows each table has; `each` is told of every one of them, table by table, in an order that does not change. */
export const readContents = async (
  connection: Connection,
  without: readonly string[],
  each: (line: string) => void,
): Promise<Readonly<Record<string, number>>> => {
  const found = await connection.run({
    sql: `SELECT name, wr FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  })
  const counts: Record<string, number> = {}
  for (const { name, wr } of found) {
    const table = String(name)
    if (without.includes(table)) continue
    each(table)
    counts[table] = await readTable(connection, table, wr === 1, each)
  }
  return counts
}

const readTable = async (
  connection: Connection,
  table: string,
  isWithoutRowid: boolean,
  each: (line: string) => void,
): Promise<number> => {
  const order = isWithoutRowid ? await primaryKey(connection, table) : ['rowid']
  const places = order.map(name => `"${name}"`).join(', ')
  const marks = order.map((_, n) => `?${n + 1}`).join(', ')
  const select = (where: string) => `SELECT ${order.map((name, n) => `"${name}" AS "key ${n}"`).join(', ')}, *
    FROM "${table}" ${where} ORDER BY ${places} LIMIT ${page}`
  let count = 0
  let last: Row | undefined
  for (;;) {
    const params = last === undefined ? [] : order.map((_, n) => last?.[`key ${n}`] as Param)
    const where = last === undefined ? '' : `WHERE (${places}) > (${marks})`
    const rows = await connection.run({ sql: select(where), params })
    for (const row of rows) each(JSON.stringify(row))
    count += rows.length
    last = rows.at(-1)
    if (rows.length < page) return count
  }
}

const primaryKey = async ({ run }: Connection, table: string): Promise<readonly string[]> =>
  (
    await run({ sql: 'SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk', params: [table] })
  ).map(({ name }) => String(name))
