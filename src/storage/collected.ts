// All that a campaign has collected: a row for each unit in one query, and filings as a whole.

import * as z from 'zod'
import type { Collected } from '../app/ports/collected.ts'
import { filingId, unitId } from '../engine/filing.ts'
import { readFilings } from './read-filing.ts'
import { jsonOf, readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const ledgerRow = z.object({
  unit: z.string(),
  filing: z.string(),
  counts: z.int(),
  fillers: z.string(),
  sealedOn: z.string().nullable(),
  publication: z.string().nullable(),
})
const fillers = z.array(z.object({ name: z.string(), phone: z.string().nullable() }))
const publication = z.object({ url: z.string(), on: z.string() })

export const collected = (sql: Sql): Collected => ({
  ledger: async campaign =>
    (await sql.all(ledger, [campaign])).map(row => {
      const found = readAs(ledgerRow, row, 'standing')
      return {
        ...{ unit: unitId(found.unit), filing: filingId(found.filing), counts: found.counts === 1 },
        fillers: readAs(fillers, jsonOf(found.fillers), 'person'),
        sealedOn: found.sealedOn,
        publication:
          found.publication === null ? null : readAs(publication, jsonOf(found.publication), 'publication'),
      }
    }),

  reports: filings => readFilings(sql, filings),
})

const ledger = `SELECT s.unit, s.filing, u.counts,
    (SELECT json_group_array(json_object('name', p.name, 'phone', p.phone))
      FROM (SELECT q.name, q.phone FROM membership AS m JOIN person AS q ON q.id = m.person
        WHERE m.unit = s.unit AND m.role = 'filler' AND m.until IS NULL ORDER BY m.since, m.rowid) AS p) AS fillers,
    (SELECT max(c.received_on) FROM sealed_copy AS c WHERE c.filing = s.filing) AS sealedOn,
    (SELECT json_object('url', b.url, 'on', b.published_on) FROM publication AS b
      WHERE b.filing = s.filing ORDER BY b.at DESC, b.content DESC LIMIT 1) AS publication
  FROM standing AS s JOIN unit AS u ON u.id = s.unit
  WHERE s.campaign = ?1 ORDER BY u.place, u.rowid`
