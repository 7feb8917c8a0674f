// A report from outside takes the whole place of a unit's filing of its obligation and year, as statements of one batch.

import type { Replacement } from '../app/ports/commit.ts'
import { diff, type Filing } from '../engine/filing.ts'
import { cellStatements, textStatements } from './changes.ts'
import type { Statement } from './sql.ts'

/** The schema refuses them when another version stands, or any where none was. The audit chain goes on as it was. */
export const importStatements = ({ filing, expected }: Replacement): readonly Statement[] => {
  const { id, form, revision } = filing
  const put = contentStatements(filing)
  if (expected === null) {
    return [insertFiling(filing), ...put]
  }
  return [
    { sql: guardImport, params: [id, expected, revision] },
    { sql: 'UPDATE filing SET form = ?2 WHERE id = ?1', params: [id, form] },
    { sql: 'DELETE FROM cell WHERE filing = ?1', params: [id] },
    { sql: 'DELETE FROM text WHERE filing = ?1', params: [id] },
    ...put,
  ]
}

/** Everything a filing holds, written where nothing of it is yet. */
export const contentStatements = (filing: Filing): readonly Statement[] => {
  const changes = diff({ ...filing, entries: new Map(), texts: new Map() }, filing)
  return [
    ...cellStatements([{ filing: filing.id, changes }]),
    ...textStatements([{ filing: filing.id, changes }]),
  ]
}

export const insertFiling = (filing: Filing): Statement => {
  const { id, unit, obligation, form, revision, year, version } = filing
  return {
    sql: `INSERT INTO filing (id, unit, obligation, form, revision, year, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    params: [id, unit, obligation, form, revision, year, version],
  }
}

const guardImport = `INSERT INTO guard (filing, expected, revision, audit_head, person)
  VALUES (?1, ?2, ?3, coalesce((SELECT audit_head FROM filing WHERE id = ?1), ''), NULL)`
