// Steps of chasing as rows, each of one filing.

import * as z from 'zod'
import type { Contact, Contacts } from '../app/ports/contacts.ts'
import { steps } from '../district/chasing/ladder.ts'
import { filingId, personId } from '../engine/filing.ts'
import { batchWithLines } from './chains.ts'
import { readAs } from './rows.ts'
import type { Sql, Statement } from './sql.ts'

const contactRow = z.object({
  ...{ id: z.string(), filing: z.string(), unit: z.string() },
  step: z.enum(steps),
  ...{ whom: z.string().nullable(), note: z.string().nullable() },
  ...{ by: z.string(), byName: z.string().nullable(), at: z.int() },
})

export const contacts = (sql: Sql): Contacts => ({
  contacts: async campaign =>
    (await sql.all(ofCampaign, [campaign])).map(row => {
      const { filing, by, ...rest } = readAs(contactRow, row, 'contact')
      return { ...rest, filing: filingId(filing), by: personId(by) }
    }),

  addContacts: (added, recorded) => batchWithLines(sql, recorded, [contactsAdded(added)]),
})

export const contactsAdded = (added: readonly Contact[]): Statement => {
  const rows = added.map(({ id, filing, step, whom, note, by, at }) => [id, filing, step, whom, note, by, at])
  return { sql: inserted, params: [JSON.stringify(rows)] }
}

const ofCampaign = `SELECT c.id, c.filing, u.name AS unit, c.way AS step, c.whom, c.text AS note, c."by",
    nullif(p.name, '') AS byName, c.at
  FROM standing AS s JOIN unit AS u ON u.id = s.unit JOIN contact AS c ON c.filing = s.filing
    LEFT JOIN person AS p ON p.id = c."by"
  WHERE s.campaign = ?1 ORDER BY c.at DESC, u.place, c.id`

const inserted = `INSERT INTO contact (id, filing, way, whom, text, "by", at)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
  FROM json_each(?1)`
