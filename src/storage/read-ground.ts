// The ground on which a person stands to a filing: the rows of their rights, read and not judged.

import * as z from 'zod'
import type { Conversations, Ground } from '../app/ports/conversations.ts'
import { unitId } from '../engine/filing.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

/** A member of a unit fills in what is a draft: no other role and no other state is stored. */
export const groundOf = ({ person, unit: id }: z.infer<typeof shape>): Ground => {
  const unit = unitId(id)
  const member = { id: `${person}/${id}`, unit, role: 'filler', sections: null } as const
  return { members: [member], unit, above: [], state: 'draft' }
}

export const readGround =
  (sql: Sql): Conversations['ground'] =>
  async (account, filing) => {
    const [row] = await sql.all(memberOf, [account, filing])
    return row ? groundOf(readAs(shape, row, 'membership')) : null
  }

const shape = z.object({ person: z.string(), unit: z.string() })

const memberOf = `SELECT m.person, m.unit
  FROM account AS a
  JOIN filing AS f ON f.id = ?2
  JOIN membership AS m ON m.person = a.person AND m.unit = f.unit
  WHERE a.ref = ?1`
