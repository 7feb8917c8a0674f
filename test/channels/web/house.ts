// A bot with the web channel over a database in memory, its requests handed over without a network.

import { createSeal } from '../../../src/app/audit.ts'
import { hashOf } from '../../../src/app/hash-of.ts'
import type { Invitation } from '../../../src/app/ports/registry.ts'
import { emptyFiling, filingId, unitId } from '../../../src/engine/filing.ts'
import { type Catalog, catalog } from '../../../src/forms/catalog.ts'
import { disclosure } from '../../../src/forms/disclosure/disclosure.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import { createNianbao } from '../../../src/main/nianbao.ts'
import { createServer } from '../../../src/main/server.ts'
import { webAssets } from '../../../src/main/web-assets.ts'
import { migrate } from '../../../src/storage/migrate.ts'
import { sqlite3 } from '../../../src/storage/sqlite3.ts'
import type { Store } from '../../../src/storage/store.ts'
import { createStore } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'
import { openBrowser } from './browser.ts'

export const origin = 'http://nianbao.test'
const day = 86_400_000

type Wanted = {
  readonly publicUrl?: string
  readonly around?: (store: Store) => Store
  readonly locale?: 'zh-CN' | 'en'
  readonly setupCode?: string
  /** Obligations and words besides those of the house. */
  readonly catalog?: Catalog
  readonly words?: Words
  /** The database's file; in memory when absent. */
  readonly file?: string
}

export type House = Awaited<ReturnType<typeof openHouse>>

export const openHouse = async (wanted: Wanted = {}) => {
  const {
    publicUrl,
    around = (store: Store) => store,
    locale = 'zh-CN',
    catalog: obligations,
    words,
    file = ':memory:',
  } = wanted
  const sql = await sqlite3(file)
  await migrate(sql, 'migrations')
  const store = createStore(sql)
  const clock = { now: Date.UTC(2026, 0, 12, 1) }
  const logged: string[] = []
  const start = (setupCode: string | undefined) =>
    createNianbao({
      config: {
        LOCALE: locale,
        PUBLIC_URL: publicUrl,
        TELEGRAM_BOT_TOKEN: undefined,
        TELEGRAM_WEBHOOK_SECRET: undefined,
        TELEGRAM_API_ROOT: '',
        SETUP_CODE: setupCode,
      },
      ...(obligations && { catalog: obligations }),
      ...(words && { words }),
      seal: createSeal('a key of the tests'),
      store: around(store),
      environment: { ...realEnvironment('Asia/Shanghai'), now: () => clock.now, elapsed: () => clock.now },
      log: (event, fields) => void logged.push(JSON.stringify({ event, ...fields })),
      web: { assets: webAssets(), stream: { pollMs: 200, lastsMs: 60_000 } },
    })
  const nianbao = start(wanted.setupCode)
  const app = createServer(nianbao, async () => true)
  const unit = unitId('unit-1')
  await seeding(store).addUnit({ id: unit, name: '望湖街道', level: 'street', powers: {} })
  const form = catalog.formFor(disclosure.id, 2020)
  if (!form) throw new Error('no form')
  const filing = await seeding(store).openFiling(
    emptyFiling(form, { id: filingId('filing-1'), unit, year: 2020 }),
  )
  let codes = 0
  const invite = async (more: Partial<Invitation> = {}): Promise<string> => {
    codes += 1
    const code = `invitation-code-number-${codes}`
    await seeding(store).invite(await hashOf(code), { unit, filing, expiresAt: clock.now + day, ...more })
    return code
  }
  const browserOf =
    (server: typeof app) =>
    (at = origin) =>
      openBrowser(
        (path, init) => server.request(`${at}${path}`, init),
        () => at,
      )
  const browser = browserOf(app)
  return {
    app,
    sql,
    store,
    clock,
    logged,
    nianbao,
    unit,
    filing,
    invite,
    browser,
    /** The same bot started anew over the same database, as another process does. */
    again: ({ setupCode }: Pick<Wanted, 'setupCode'>) => ({
      browser: browserOf(createServer(start(setupCode), async () => true)),
    }),
    /** A browser that has come in by a link of its own. */
    entered: async (name = '李') => {
      const made = browser()
      await made.enter(await invite(), name)
      return made
    },
    count: async (table: string) => Number((await sql.all(`SELECT count(*) AS n FROM ${table}`))[0]?.n),
    close: async () => {
      for (const { end } of nianbao.channels) end?.()
      await nianbao.deliver.quiet()
      await sql.close()
    },
  }
}

/** Runs a test in a house of its own, and closes it whatever happens. */
export const inHouse =
  (run: (house: House) => Promise<void>, wanted: Wanted = {}) =>
  async (): Promise<void> => {
    const house = await openHouse(wanted)
    try {
      await run(house)
    } finally {
      await house.close()
    }
  }
