// An office with a browser and a Telegram client that have filled in something, and another process that ends their
// memberships in the same file. It asserts nothing.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { hashOf } from '../../../src/app/hash-of.ts'
import type { CardChoice } from '../../../src/app/ports/commit.ts'
import { emptyFiling, filingId, personId, unitId } from '../../../src/engine/filing.ts'
import { openBrowser } from '../../channels/web/browser.ts'
import { childEnv } from '../../child-env.ts'
import { type Office, openOffice, street } from '../../scenarios/office.ts'
import { walk } from '../../scenarios/walk.ts'
import { seeding } from '../../seeding.ts'

const day = 86_400_000
export const unit = 'unit-1'
export const other = { id: unitId('unit-2'), name: '青石镇', level: 'town', powers: {} } as const
const run = promisify(execFile)

export type Scene = Awaited<ReturnType<typeof openScene>>

const openScene = async () => {
  const office = await openOffice(street, { publicUrl: 'http://127.0.0.1' })
  const { ledger, sim } = office
  const send = (path: string, init?: RequestInit) => fetch(`${office.root}${path}`, init)
  let codes = 0
  const link = async (to: 'first' | 'second'): Promise<string> => {
    codes += 1
    sim.clock.advance(1_000) // the newer membership is the one that is younger
    const code = `invitation-code-of-scene-${codes}`
    const place = { first: [unit, 'filing-1'], second: [other.id, 'filing-2'] } as const
    const [at, filing] = place[to]
    const invitation = { unit: unitId(at), filing: filingId(filing), expiresAt: sim.clock.now() + day }
    await seeding(ledger.store).invite(await hashOf(code), invitation)
    return code
  }
  await seeding(ledger.store).addUnit(other)
  await seeding(ledger.store).openFiling(
    emptyFiling(ledger.form, { id: filingId('filing-2'), unit: other.id, year: street.year }),
  )
  const browser = async (...places: readonly ('first' | 'second')[]) => {
    const made = openBrowser(send, () => office.root)
    for (const place of places) await made.enter(await link(place), '李')
    return made
  }
  /** The account of the browser that came in last. */
  const lastAccount = async (): Promise<string> => {
    const rows = await ledger.rows(`SELECT ref FROM account WHERE ref LIKE 'web:%' ORDER BY ref`)
    return String(rows.at(-1)?.ref)
  }
  let cards = 0
  return {
    office,
    link,
    browser,
    lastAccount,
    /** A card with one button for this event, put to this account in its chat. */
    card: async (account: string, event: CardChoice['event'], filing = 'filing-1'): Promise<string> => {
      cards += 1
      const id = `c${String(cards).padStart(15, '0')}`
      const [row] = await ledger.rows('SELECT person FROM account WHERE ref = ?1', [account])
      await ledger.store.commit({
        incoming: { channel: 'contract', id, at: sim.clock.now() },
        ...{ filings: [], outbox: [] },
        card: {
          ...{ id, chat: account, shown: {}, at: sim.clock.now() },
          person: personId(String(row?.person)),
          filing: filingId(filing),
          choices: [{ event, label: 'go' }],
        },
      })
      return id
    },
    /** By another process; of all the unit's members, or of one account's person. */
    end: async (at: string, account?: string): Promise<void> => {
      const more = account === undefined ? [] : [account]
      await run(process.execPath, ['test/contracts/ended/end-membership.ts', office.file, at, ...more], {
        env: childEnv,
      })
    },
    /** All that is stored of reports, places and what was done. */
    stored: async (): Promise<string> => {
      const tables = ['filing', 'cell', 'text', 'standing', 'audit', 'snapshot', 'invitation']
      const rows = await Promise.all(tables.map(table => ledger.rows(`SELECT * FROM ${table} ORDER BY 1, 2`)))
      return JSON.stringify(rows)
    },
  }
}

/** Runs a test in a scene of its own, and closes it whatever happens. */
export const inScene = (work: (scene: Scene) => Promise<void>) => async (): Promise<void> => {
  const scene = await openScene()
  try {
    await work(scene)
  } finally {
    await scene.office.close()
  }
}

/** Somebody on Telegram who has answered up to the first figures. */
export const answering = async (office: Office, id = 1001) => {
  const person = await office.join(id, '李')
  await walk(office, person, { until: 'projects' })
  return person
}
