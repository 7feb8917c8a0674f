// A filing with all that an act in its life looks at, in one statement; the changes since an act from the audit.

import * as z from 'zod'
import type { Handling } from '../app/ports/handling.ts'
import { practices } from '../district/campaign.ts'
import { filingStates } from '../district/lifecycle.ts'
import { unitId } from '../engine/filing.ts'
import { contentColumns, filingIn, filingShape, readYearsBefore } from './read-filing.ts'
import { jsonOf, level, readAs, readPowers } from './rows.ts'
import type { Sql } from './sql.ts'

const handledRow = filingShape.extend({
  state: z.enum(filingStates),
  unitName: z.string(),
  level,
  powers: z.string(),
  content: z.int(),
  auditHead: z.string(),
  practice: z.enum(practices),
  publishOn: z.string().nullable(),
  signedContent: z.int().nullable(),
  returnedTimes: z.int(),
  mendBy: z.string().nullable(),
  openNotes: z.string(),
  touchedAt: z.int().nullable(),
})
const openNotes = z.array(z.object({ id: z.string(), kind: z.enum(['question', 'return']) }))

export const handling = (sql: Sql): Handling => ({
  handled: async id => {
    const [found] = await sql.all(handled, [id])
    if (!found) return null
    const { unitName, level, powers, openNotes: notes, ...row } = readAs(handledRow, found, 'filing')
    const filing = filingIn(row)
    const previous = (await readYearsBefore(sql, [filing])).get(filing.id) ?? null
    const {
      content,
      auditHead,
      state,
      practice,
      publishOn,
      signedContent,
      returnedTimes,
      mendBy,
      touchedAt,
    } = row
    return {
      ...{ filing, previous, content, auditHead, state, practice, publishOn },
      ...{ signedContent, returnedTimes, mendBy, touchedAt },
      unit: { id: unitId(row.unit), name: unitName, level, powers: readPowers(powers) },
      openNotes: readAs(openNotes, jsonOf(notes), 'remark'),
    }
  },

  changedSince: async (filing, content) => {
    const rows = await sql.all(changed, [`filing/${filing}`, `content/${content}`])
    const [first] = rows
    return first?.about === null ? null : rows.map(({ about }) => String(about))
  },
})

const handled = `SELECT f.id AS filing, f.unit, f.obligation, f.form, f.revision, f.year, f.version, f.state, f.content,
    f.audit_head AS auditHead, u.name AS unitName, u.level, u.powers,
    coalesce(c.dates ->> '$.practice', 'sign-first') AS practice, c.dates ->> '$.publish' AS publishOn,
    s.signed_content AS signedContent, coalesce(s.returned_times, 0) AS returnedTimes, s.mend_by AS mendBy, s.touched_at AS touchedAt,
    (SELECT json_group_array(json_object('id', r.id, 'kind', r.kind)) FROM remark AS r
      WHERE r.filing = f.id AND r.kind IN ('question', 'return') AND r.closed_at IS NULL) AS openNotes,
    ${contentColumns}
  FROM filing AS f
  JOIN unit AS u ON u.id = f.unit
  LEFT JOIN standing AS s ON s.filing = f.id
  LEFT JOIN campaign AS c ON c.id = s.campaign
  WHERE f.id = ?1`

/** One row without a key when no act names the content. */
const changed = `WITH named AS (SELECT max(n) AS n FROM audit WHERE scope = ?1 AND about = ?2)
  SELECT NULL AS about, 0 AS n FROM named WHERE named.n IS NULL
  UNION ALL
  SELECT a.about, min(a.n) AS n FROM named JOIN audit AS a ON a.scope = ?1 AND a.n > named.n
    WHERE a.what IN ('set', 'cleared', 'wrote', 'explained')
    GROUP BY a.about ORDER BY n`
