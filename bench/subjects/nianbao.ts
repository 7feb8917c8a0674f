// The product as a subject: `serve` as it runs in service, with a fresh database and a local Bot API.
// To be filled: `enrol`, `open` and `answer`.

import { existsSync } from 'node:fs'
import { launch } from '../launch.ts'
import type { Subject } from '../subject.ts'

const ENTRY = new URL('../../src/main/node.ts', import.meta.url)
const SECRET = 'bench-secret'

type Environment = Readonly<Record<string, string>>

/**
 * Writes, into the database of `environment`, a district with an open campaign, and for each chat 1…people a unit with
 * an empty filing and a member whose Telegram id is the chat's number. Runs before the server starts and is not measured.
 */
async function enrol(_people: number, _environment: Environment): Promise<void> {
  throw new Error('bench/subjects/nianbao.ts: enrol is not written yet')
}

export const nianbao: Subject = {
  name: 'nianbao',
  missing: existsSync(ENTRY) ? undefined : 'src/main/node.ts does not exist yet',

  async start({ apiRoot, folder, people }) {
    const environment = {
      TELEGRAM_API_ROOT: apiRoot,
      TELEGRAM_BOT_TOKEN: '42:bench',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      DATABASE_FILE: `${folder}/nianbao.db`,
      PUBLIC_URL: 'http://127.0.0.1',
      AUDIT_KEY: 'bench-audit-key-bench-audit-key-00',
    }
    await enrol(people, environment)
    const server = await launch(ENTRY, ['serve'], '/telegram', environment)
    return { ...server, secret: SECRET }
  },

  // Say what leads from an empty filing to its first question about a number (taps of its gates, say), return that.
  open: talk => talk({ text: '/start' }),

  // A number, always; after the last open cell, correct earlier ones, to and fro: k has no end (see subject.ts).
  answer: k => ({ text: String((k * 37) % 1_000) }),
}
