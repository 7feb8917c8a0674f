// What a tap means: a card by its id, if it was put to this person in this chat.

import * as z from 'zod'
import type { Store } from '../app/ports.ts'
import { filingId, personId } from '../engine/filing.ts'
import { readAs, readChoices, readShown } from './rows.ts'
import type { Sql } from './sql.ts'

export const card =
  (sql: Sql): Store['card'] =>
  async (id, person, chat) => {
    const [found] = await sql.all(cardOf, [id, person, chat])
    if (!found) return null
    const row = readAs(cardRow, found, 'card')
    return {
      ...row,
      person: personId(row.person),
      filing: filingId(row.filing),
      shown: readShown(row.shown),
      choices: readChoices(row.choices),
    }
  }

const cardRow = z.object({
  id: z.string(),
  chat: z.string(),
  person: z.string(),
  filing: z.string(),
  shown: z.string(),
  choices: z.string(),
  at: z.int(),
})

const cardOf =
  'SELECT id, chat, person, filing, shown, choices, at FROM card WHERE id = ?1 AND person = ?2 AND chat = ?3'
