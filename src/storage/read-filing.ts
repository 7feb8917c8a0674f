// A whole filing as it stands, read in one statement so that its header, cells and texts are of the same instant.

import * as z from 'zod'
import { type Filing, type FilingId, filingId, unitId } from '../engine/filing.ts'
import { formId, obligationId } from '../engine/form.ts'
import { readAs, readEntries, readRemarks, readTexts } from './rows.ts'
import type { Sql } from './sql.ts'

/** The columns of a filing's contents, for a query in which it is called `f`. */
export const contentColumns = `
    (SELECT json_group_array(json_array(key, value, note, source, "by", at, message))
      FROM cell WHERE filing = f.id) AS cells,
    (SELECT json_group_array(json_array(key, part, body, "by", at, message, bound))
      FROM text WHERE filing = f.id) AS texts,
    (SELECT json_group_array(json_array(kind, rule, json(cells), json(figures), quote, body, "by", at, message))
      FROM remark WHERE filing = f.id AND kind IN ('reason', 'year-end') AND closed_at IS NULL) AS remarks`

/** The filing in a row that was read with `contentColumns`. */
export const filingIn = (row: FilingRow): Filing => ({
  id: filingId(row.filing),
  unit: unitId(row.unit),
  obligation: obligationId(row.obligation),
  form: formId(row.form),
  revision: row.revision,
  year: row.year,
  version: row.version,
  entries: readEntries(row.cells ?? '[]'),
  texts: readTexts(row.texts ?? '[]'),
  remarks: readRemarks(row.remarks ?? '[]'),
})

type FilingRow = {
  readonly filing: string
  readonly unit: string
  readonly obligation: string
  readonly form: string
  readonly revision: number
  readonly year: number
  readonly version: number
  readonly cells?: string | undefined
  readonly texts?: string | undefined
  readonly remarks?: string | undefined
}

/** A unit's filing of an obligation for a year; null when there is none. */
export const readFiling = async (
  sql: Sql,
  { unit, obligation }: Pick<Filing, 'unit' | 'obligation'>,
  year: number,
): Promise<Filing | null> => {
  const [row] = await sql.all(`${whole} WHERE f.unit = ?1 AND f.obligation = ?2 AND f.year = ?3`, [
    ...[unit, obligation, year],
  ])
  return row ? filingIn(readAs(filingShape, row, 'filing')) : null
}

/** Filings by their ids, whole. */
export const readFilings = async (sql: Sql, ids: readonly FilingId[]): Promise<readonly Filing[]> => {
  if (ids.length === 0) return []
  const rows = await sql.all(`${columnsOf} FROM json_each(?1) AS j JOIN filing AS f ON f.id = j.value`, [
    JSON.stringify(ids),
  ])
  return rows.map(row => filingIn(readAs(filingShape, row, 'filing')))
}

/** The reports of the year before, by the filings that follow them. */
export const readYearsBefore = async (
  sql: Sql,
  filings: readonly Filing[],
): Promise<ReadonlyMap<FilingId, Filing>> => {
  if (filings.length === 0) return new Map()
  const asked = filings.map(({ id, unit, obligation, year }) => [id, unit, obligation, year - 1])
  const rows = await sql.all(yearsBefore, [JSON.stringify(asked)])
  return new Map(
    rows.map(row => [filingId(String(row.follows)), filingIn(readAs(filingShape, row, 'filing'))] as const),
  )
}

export const filingShape = z.object({
  filing: z.string(),
  unit: z.string(),
  obligation: z.string(),
  form: z.string(),
  revision: z.int(),
  year: z.int(),
  version: z.int(),
  cells: z.string(),
  texts: z.string(),
  remarks: z.string(),
})

const columns = `f.id AS filing, f.unit, f.obligation, f.form, f.revision, f.year, f.version, ${contentColumns}`
const columnsOf = `SELECT ${columns}`
const whole = `${columnsOf} FROM filing AS f`
const yearsBefore = `SELECT j.value ->> 0 AS follows, ${columns}
  FROM json_each(?1) AS j
  JOIN filing AS f ON f.unit = j.value ->> 1 AND f.obligation = j.value ->> 2 AND f.year = j.value ->> 3`
