// What must hold when all trouble has ended and time has run on. Each answer is a sentence for people, with a name that
// stays the same while a plan is made smaller.

import type { Seal } from '../../src/app/audit.ts'
import { verifyAudit } from '../../src/app/verify-audit.ts'
import { type Sqlite3, sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import type { Client } from '../telegram-sim/client-types.ts'
import type { Browser } from './browser.ts'
import { checkAnswers } from './check-answers.ts'
import { checkMail } from './check-mail.ts'
import { checkOverwritten } from './check-overwritten.ts'
import { checkScreens } from './check-screens.ts'
import type { Database } from './database.ts'
import { secret, token } from './machine.ts'
import type { Plan } from './plan.ts'
import type { Said } from './said.ts'
import type { Scheduler } from './scheduler.ts'
import type { Telegram } from './telegram.ts'
import type { TelegramPerson } from './telegram-person.ts'

export type Broken = { readonly name: string; readonly how: string }

export type Lived = {
  readonly plan: Plan
  readonly scheduler: Scheduler
  readonly database: Database
  readonly telegram: Telegram
  readonly clients: readonly Client[]
  readonly browsers: readonly Browser[]
  readonly people: readonly (TelegramPerson | Browser)[]
  readonly kills: readonly { readonly at: number; readonly life: string }[]
  readonly logged: readonly string[]
  readonly failures: readonly string[]
  readonly said: readonly Said[]
  readonly seal: Seal
  readonly file: string
}

export type Check = (lived: Lived, sql: Sqlite3) => Promise<readonly Broken[]>

export const checkWorld = async (lived: Lived): Promise<readonly Broken[]> => {
  const sql = await sqlite3(lived.file)
  try {
    const broken: Broken[] = []
    for (const check of [
      checkEntering,
      checkFailures,
      checkLog,
      checkAudit,
      checkAnswers,
      checkOverwritten,
      checkMail,
      checkScreens,
    ])
      broken.push(...(await check(lived, sql)))
    return broken
  } finally {
    await sql.close()
  }
}

/** A person who tapped a good link is in. */
const checkEntering: Check = async ({ browsers }) =>
  browsers
    .filter(browser => browser.wasInvited() && !browser.isIn())
    .map(({ refusals }) => ({
      name: 'entering',
      how: `a good link did not let somebody in: ${refusals[0] ?? ''}`,
    }))

/** Nothing fails but for want of the database, and then it is repeated. */
const checkFailures: Check = async ({ failures, logged, browsers }) => [
  ...failures.map(how => ({ name: 'failure', how })),
  ...logged
    .filter(line =>
      /receive\.failed|TypeError|database-refused|outbox\.unreadable|document-failed/.test(line),
    )
    .map(how => ({ name: 'failure', how })),
  ...browsers
    .flatMap(({ refusals }) => refusals)
    .filter(how => /POST \/chat\/\S+ 4\d\d/.test(how))
    .map(how => ({ name: 'refusal', how })),
]

const checkLog: Check = async ({ logged, browsers }) => {
  const secrets = [token, secret, 'code-of-a-person', ...browsers.flatMap(browser => [...browser.secrets])]
  return logged
    .filter(line => /\p{Script=Han}/u.test(line) || secrets.some(each => line.includes(each)))
    .map(how => ({ name: 'log', how: `a person's words or a secret in the log: ${how}` }))
}

const checkAudit: Check = async ({ seal }, sql) =>
  (await verifyAudit({ audits: createStore(sql), seal })).map(found => ({
    name: 'audit',
    how: JSON.stringify(found),
  }))
