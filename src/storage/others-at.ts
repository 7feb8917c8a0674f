// The other chats that stand at a filing, each with the ground of its person's rights. Only what a message to them needs
// is read of where they stand.

import * as z from 'zod'
import type { Conversations } from '../app/ports/conversations.ts'
import { groundColumns, groundOf, groundShape } from './read-ground.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

export const othersAt =
  (sql: Sql): Conversations['othersAt'] =>
  async (filing, chat) =>
    (await sql.all(others, [filing, chat])).map(row => {
      const found = readAs(otherRow, row, 'position')
      return { chat: found.chat, passed: found.passed, ground: groundOf(found) }
    })

const otherRow = z.object({ ...groundShape, chat: z.string(), passed: z.string().nullable() })

const others = `SELECT o.chat, iif(json_valid(o.focus), o.focus ->> '$.passed', NULL) AS passed, ${groundColumns}
  FROM position AS o
  JOIN person AS p ON p.id = o.person
  JOIN filing AS f ON f.id = ?1
  WHERE o.about = 'filing/' || ?1 AND o.chat <> ?2
  ORDER BY o.chat`
