// Sessions of browsers: only the hash of a token is known here, and whose account it opens until when.

import * as z from 'zod'
import type { Sessions } from '../app/ports/sessions.ts'
import { readAs } from './rows.ts'
import type { Sql } from './sql.ts'

const row = z.object({ hash: z.string(), account: z.string(), expiresAt: z.int() })

export const sessions = (sql: Sql): Sessions => ({
  saveSession: async ({ hash, account, expiresAt }) => {
    await sql.batch([
      {
        sql: `INSERT INTO session (hash, account, expires_at) VALUES (?1, ?2, ?3)
          ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at`,
        params: [hash, account, expiresAt],
      },
    ])
  },

  session: async (hash, now) => {
    const [found] = await sql.all(
      'SELECT hash, account, expires_at AS expiresAt FROM session WHERE hash = ?1 AND expires_at > ?2',
      [hash, now],
    )
    return found ? readAs(row, found, 'session') : null
  },

  endSession: async hash => {
    await sql.batch([{ sql: 'DELETE FROM session WHERE hash = ?1', params: [hash] }])
  },
})
