// A filing with all that an act in its life looks at, in one statement; the changes since an act from the audit.

import * as z from 'zod'
import type { Handling } from '../app/ports/handling.ts'
import { capacities, noteKinds, signingWays } from '../app/ports/life-rows.ts'
import { practices } from '../district/campaign.ts'
import { filingStates } from '../district/lifecycle.ts'
import { filingId, personId, unitId } from '../engine/filing.ts'
import { contentColumns, filingIn, filingShape, readYearsBefore } from './read-filing.ts'
import { groundColumns, groundOf, groundShape } from './read-ground.ts'
import { jsonOf, level, printsColumn, readAs, readPowers, readPrints } from './rows.ts'
import type { Row, Sql } from './sql.ts'

const handledRow = filingShape.extend({
  state: z.enum(filingStates),
  unitName: z.string(),
  level,
  powers: z.string(),
  prints: z.string(),
  content: z.int(),
  auditHead: z.string(),
  practice: z.enum(practices),
  publishOn: z.string().nullable(),
  signedContent: z.int().nullable(),
  returnedTimes: z.int(),
  mendBy: z.string().nullable(),
  clearedContent: z.int().nullable(),
  firstSubmittedAt: z.int().nullable(),
  submittedAt: z.int().nullable(),
  reviewer: z.string().nullable(),
  reviewerName: z.string().nullable(),
  notes: z.string(),
  signOffs: z.string(),
  hands: z.string(),
  touchedAt: z.int().nullable(),
})
const notes = z.array(
  z.object({
    ...{ id: z.string(), kind: z.enum(noteKinds), cells: z.array(z.string()), body: z.string() },
    held: z.record(z.string(), z.string()).nullable(),
    ...{ by: z.string(), name: z.string().nullable(), at: z.int(), round: z.int() },
    closedAt: z.int().nullable(),
  }),
)
const signOffs = z.array(
  z.object({
    ...{ who: z.string(), capacity: z.enum(capacities), way: z.enum(signingWays), signedOn: z.string() },
    ...{ number: z.string().nullable(), isUnderAuthority: z.int().transform(flag => flag === 1) },
    ...{ content: z.int(), at: z.int() },
  }),
)

export const handling = (sql: Sql): Handling => ({
  handled: async id => {
    const [found] = await sql.all(handled, [id])
    if (!found) return null
    const { unitName, level, powers, prints, ...row } = readAs(handledRow, found, 'filing')
    const filing = filingIn(row)
    const previous = (await readYearsBefore(sql, [filing])).get(filing.id) ?? null
    const { content, auditHead, state, practice, publishOn, signedContent, returnedTimes, mendBy } = row
    return {
      ...{ filing, previous, content, auditHead, state, practice, publishOn },
      ...{ signedContent, returnedTimes, mendBy },
      touchedAt: row.touchedAt,
      clearedContent: row.clearedContent,
      firstSubmittedAt: row.firstSubmittedAt,
      submittedAt: row.submittedAt,
      hands: readAs(z.array(z.string()), jsonOf(row.hands), 'audit'),
      reviewer: row.reviewer === null ? null : { id: row.reviewer, name: row.reviewerName ?? '' },
      unit: {
        ...{ id: unitId(row.unit), name: unitName, level },
        ...{ powers: readPowers(powers), ...readPrints(prints) },
      },
      notes: readAs(notes, jsonOf(row.notes), 'remark').map(note => ({ ...note, held: note.held ?? {} })),
      signOffs: readAs(signOffs, jsonOf(row.signOffs), 'sign_off'),
    }
  },

  changedSince: async (filing, content) =>
    keysOf(await sql.all(changedSince('about'), [`filing/${filing}`, `content/${content}`])),

  changedSinceReturn: async filing =>
    keysOf(await sql.all(changedSince('what'), [`filing/${filing}`, 'returned'])),

  waiting: async () =>
    (await sql.all(waiting, [])).map(row => {
      const { filing, unit, ...rest } = readAs(waitingRow, row, 'standing')
      return { ...rest, filing: filingId(filing), unit: unitId(unit) }
    }),

  reachable: async filing =>
    (await sql.all(reachable, [filing])).map(row => {
      const found = readAs(reachableRow, row, 'membership')
      return {
        ...{ person: personId(found.person), name: found.name, chat: found.chat },
        ground: groundOf(found),
      }
    }),
})

const handled = `SELECT f.id AS filing, f.unit, f.obligation, f.form, f.revision, f.year, f.version, f.state, f.content,
    f.audit_head AS auditHead, u.name AS unitName, u.level, u.powers, ${printsColumn},
    coalesce(c.dates ->> '$.practice', 'sign-first') AS practice, c.dates ->> '$.publish' AS publishOn,
    s.signed_content AS signedContent, coalesce(s.returned_times, 0) AS returnedTimes, s.mend_by AS mendBy, s.touched_at AS touchedAt,
    s.cleared_content AS clearedContent, s.first_submitted_at AS firstSubmittedAt, s.submitted_at AS submittedAt,
    s.reviewer, (SELECT p.name FROM person AS p WHERE p.id = s.reviewer) AS reviewerName,
    (SELECT json_group_array(json_object('id', r.id, 'kind', r.kind, 'cells', json(r.cells), 'held', json(r.figures),
        'body', r.body, 'by', r."by", 'name', r.name, 'at', r.at, 'round', r.round, 'closedAt', r.closed_at))
      FROM (SELECT n.*, p.name FROM remark AS n LEFT JOIN person AS p ON p.id = n."by"
        WHERE n.filing = f.id AND n.kind NOT IN ('reason', 'year-end', 'waiver') ORDER BY n.at, n.rowid) AS r) AS notes,
    (SELECT json_group_array(DISTINCT a."by") FROM audit AS a
      WHERE a.scope = 'filing/' || f.id AND a.what IN ('signed', 'submitted')) AS hands,
    (SELECT json_group_array(json_object('who', o.who, 'capacity', o.capacity, 'way', o.way, 'signedOn', o.signed_on,
        'number', o.number, 'isUnderAuthority', o.under_authority, 'content', o.content, 'at', o.at))
      FROM (SELECT * FROM sign_off WHERE filing = f.id ORDER BY at, rowid) AS o) AS signOffs,
    ${contentColumns}
  FROM filing AS f
  JOIN unit AS u ON u.id = f.unit
  LEFT JOIN standing AS s ON s.filing = f.id
  LEFT JOIN campaign AS c ON c.id = s.campaign
  WHERE f.id = ?1`

/** Changes behind the last line that holds this. One row without a key when there is none. */
const changedSince = (
  column: 'about' | 'what',
) => `WITH named AS (SELECT max(n) AS n FROM audit WHERE scope = ?1 AND ${column} = ?2)
  SELECT NULL AS about, 0 AS n FROM named WHERE named.n IS NULL
  UNION ALL
  SELECT a.about, min(a.n) AS n FROM named JOIN audit AS a ON a.scope = ?1 AND a.n > named.n
    WHERE a.what IN ('set', 'cleared', 'wrote', 'explained')
    GROUP BY a.about ORDER BY n`

const waitingRow = z.object({
  ...{ filing: z.string(), unit: z.string(), unitName: z.string(), state: z.enum(filingStates) },
  ...{ submittedAt: z.int().nullable(), returnedTimes: z.int() },
  isRequested: z.int().transform(flag => flag === 1),
})

const waiting = `SELECT s.filing, s.unit, u.name AS unitName, s.state, s.submitted_at AS submittedAt,
    s.returned_times AS returnedTimes,
    EXISTS (SELECT 1 FROM remark AS r
      WHERE r.filing = s.filing AND r.kind = 'request' AND r.closed_at IS NULL) AS isRequested
  FROM standing AS s JOIN unit AS u ON u.id = s.unit
  WHERE s.state IN ('submitted', 'reviewing', 'queried') OR (s.state = 'approved' AND isRequested)
  ORDER BY s.submitted_at, s.filing`

const keysOf = (rows: readonly Row[]): readonly string[] | null =>
  rows[0]?.about === null ? null : rows.map(({ about }) => String(about))

const reachableRow = z.object({ ...groundShape, person: z.string(), name: z.string(), chat: z.string() })

const reachable = `SELECT p.id AS person, p.name,
    (SELECT r.chat FROM reach AS r WHERE r.person = p.id ORDER BY r.since DESC LIMIT 1) AS chat, ${groundColumns}
  FROM filing AS f
  JOIN person AS p ON p.id IN (SELECT m.person FROM membership AS m
    WHERE m.until IS NULL AND (m.unit = f.unit OR m.unit IN (
      SELECT a.ancestor FROM unit_above AS a WHERE a.unit = f.unit)))
  WHERE f.id = ?1 AND EXISTS (SELECT 1 FROM reach AS r WHERE r.person = p.id)
  ORDER BY p.id`
