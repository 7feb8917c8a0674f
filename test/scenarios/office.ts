// A whole bot in this process for scenarios: the simulator, real HTTP, real Telegraf, a real SQLite file. Its clock
// is the simulator's, so weeks pass at once; it must not reach into the bot but by what a person, Telegram, or the

// machine could do.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { expect } from 'vitest'
import { createSeal } from '../../src/app/audit.ts'
import type { Unit } from '../../src/app/ports/registry.ts'
import type { Catalog } from '../../src/forms/catalog.ts'
import type { Locale, Words } from '../../src/i18n/words.ts'
import { realEnvironment } from '../../src/main/environment.ts'
import { createNianbao } from '../../src/main/nianbao.ts'
import { createServer } from '../../src/main/server.ts'
import { webAssets } from '../../src/main/web-assets.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import type { Store } from '../../src/storage/store.ts'
import { createStore } from '../../src/storage/store.ts'
import { type Client, startTelegramSim } from '../telegram-sim/start-telegram-sim.ts'
import { openLedger } from './ledger.ts'

export type Opened = { readonly unit: string; readonly level: Unit['level']; readonly year: number }

type Wanted = {
  readonly locale?: Locale
  readonly strictRates?: boolean
  /** Where the web chat is reached; nowhere when absent. */
  readonly publicUrl?: string
  /** How long the bot waits for a locked database, in milliseconds; as in earnest when absent. */
  readonly busyTimeoutMs?: number
  /** Stands between the bot and its store, to make trouble. */
  readonly around?: (store: Store) => Store
  /** Obligations and words besides those of the house. */
  readonly catalog?: Catalog
  readonly words?: Words
}

export type Office = Awaited<ReturnType<typeof openOffice>>

export const secret = 'a-secret-of-the-tests'

/** One unit with one filing, and a bot that serves it. */
export const openOffice = async (opened: Opened, wanted: Wanted = {}) => {
  const {
    locale = 'zh-CN',
    strictRates = false,
    busyTimeoutMs,
    publicUrl,
    around = (store: Store) => store,
    catalog,
    words,
  } = wanted
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'nianbao.db')
  const idle = { wait: async () => {} }
  const sim = await startTelegramSim({ idle: () => idle.wait(), strictRates, showBytes: false })
  const ledger = await openLedger(file, opened)
  const logged: string[] = []

  const start = async () => {
    const database = await sqlite3(file, busyTimeoutMs)
    const store = createStore(database)
    const nianbao = createNianbao({
      config: {
        LOCALE: locale,
        PUBLIC_URL: publicUrl,
        TELEGRAM_BOT_TOKEN: sim.token,
        TELEGRAM_WEBHOOK_SECRET: secret,
        TELEGRAM_API_ROOT: sim.apiRoot,
        // The clock stands still while people answer.
        TELEGRAM_PER_SECOND: Number.POSITIVE_INFINITY,
      },
      ...(catalog && { catalog }),
      ...(words && { words }),
      seal: createSeal('a key of the tests'),
      store: around(store),
      environment: { ...realEnvironment('Asia/Shanghai'), now: sim.clock.now, elapsed: sim.clock.now },
      log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
      web: { assets: webAssets() },
    })
    const server = await new Promise<ReturnType<typeof listen>>(resolve => {
      const made = listen(
        { fetch: createServer(nianbao, async () => true).fetch, port: 0, hostname: '127.0.0.1' },
        () => resolve(made),
      )
    })
    idle.wait = () => nianbao.deliver.quiet()
    const address = server.address()
    const root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    sim.setWebhook(`${root}/telegram`, secret)
    await nianbao.deliver.sweep()
    const stop = async () => {
      await nianbao.deliver.quiet()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await database.close()
    }
    return { store, nianbao, root, stop }
  }

  let running = await start()
  let people = 0

  /** What Telegram was asked to do to this chat since `from`, by method. */
  const callsTo = (chat: number, from = 0) =>
    sim.calls.slice(from).filter(call => call.chat === chat && call.ok === true)

  /** One thing a person does and all that follows; then what must hold at rest after it. */
  const does = async (client: Client, act: () => unknown, most = 1) => {
    const from = sim.calls.length
    act()
    await sim.settle()
    const sent = callsTo(client.chat.id, from).filter(({ method }) => /^sendMessage$/i.test(method))
    expect(sent.length, 'messages sent for one answer').toBeLessThanOrEqual(most)
    atRest(client)
  }

  const atRest = (client: Client) => {
    expect(sim.liveKeyboards(client.chat.id), 'live keyboards').toBeLessThanOrEqual(1)
    const unanswered = sim.taps().filter(tap => !tap.expired && tap.answers !== 1 && !tap.attempted)
    expect(unanswered, 'taps not answered exactly once').toEqual([])
  }

  return {
    sim,
    ledger,
    logged,
    file,
    form: ledger.form,
    get store() {
      return running.store
    },
    /** Where the bot listens. */
    get root() {
      return running.root
    },
    does,
    atRest,
    callsTo,
    /** A person who has taken an invitation and sees the first screen. */
    join: async (id: number, name: string, label?: string): Promise<Client> => {
      people += 1
      const client = sim.user({ id, name, ...(label === undefined ? {} : { label }) })
      const code = `invitation-code-number-${people}`
      await ledger.invite(code, sim.clock.now() + 86_400_000)
      await does(client, () => client.start(code))
      return client
    },
    /** Time passes; what had to wait is looked for, as the server does every second. */
    pass: async (ms: number) => {
      await sim.wait(ms, { advance: 'retries' })
      await running.nianbao.deliver.sweep()
      await sim.settle()
    },
    /** The process ends in good order and another one starts on the same file. */
    restart: async () => {
      await running.stop()
      running = await start()
    },
    close: async () => {
      await running.nianbao.deliver.quiet()
      await sim.stop()
      await running.stop()
      await ledger.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type OfficeTest = (office: Office) => Promise<void>

/** Runs a scenario in an office of its own, and closes it whatever happens; nothing secret may have been logged. */
export const inOffice =
  (opened: Opened, run: OfficeTest, wanted: Wanted = {}) =>
  async (): Promise<void> => {
    const office = await openOffice(opened, wanted)
    try {
      await run(office)
      const log = office.logged.join('\n')
      expect(log).not.toContain(office.sim.token)
      expect(log).not.toContain(secret)
      expect(log).not.toMatch(/\p{Script=Han}/u)
    } finally {
      await office.close()
    }
  }

/** A street office of the tests' own and its report of 2020. */
export const street: Opened = { unit: '望湖街道', level: 'street', year: 2020 }
