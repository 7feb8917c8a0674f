// The real server is killed without warning at random moments of a long conversation: nothing that was acknowledged
// is lost, nothing is applied twice, every question is answered. The seed of the moments is in every failure.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Filing } from '../../src/engine/filing.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { readCase } from '../document/material.ts'
import { reportNames } from '../needs.ts'
import { startTelegramSim, type TelegramSim } from '../telegram-sim/start-telegram-sim.ts'
import { expectTold, nextAnswer } from './answering.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { chanceOf, madeReport } from './made-report.ts'
import { type RealServer, startRealServer } from './real-server.ts'

const secret = 'a-secret-of-the-tests'
const long = process.env.LONG === '1'
const kills = long ? 50 : 4
/** The deaths lie among the first of so many answers. */
const spread = long ? 120 : 30
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const running = new Set<RealServer>()

afterAll(async () => {
  for (const server of running) await server.kill()
})

type Place = { readonly sim: TelegramSim; readonly server: RealServer; readonly ledger: Ledger }

/** When the server dies: so long after an update left, when one was acknowledged, when a call of its own ended. */
const momentOf = async ({ sim }: Place, chance: () => number): Promise<void> => {
  const kind = Math.floor(chance() * 3)
  if (kind === 0) return pause(chance() * 25)
  if (kind === 1) {
    const before = sim.stats.acknowledged
    for (let ms = 0; sim.stats.acknowledged === before && ms < 200; ms += 1) await tick()
    return
  }
  const calls = 1 + Math.floor(chance() * 2)
  let seen = 0
  await new Promise<void>(resolve => {
    const off = sim.onCall(() => {
      seen += 1
      if (seen < calls) return
      off()
      resolve()
    })
    setTimeout(() => {
      off()
      resolve()
    }, 200)
  })
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
const tick = () => new Promise<void>(resolve => setTimeout(resolve, 1))

/** What stands to be sent is sent, without anybody writing first: also what a dead process left behind. */
const allSent = async (ledger: Ledger) => {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const waiting = await ledger.rows(`SELECT id FROM outbox WHERE state = 'queued' LIMIT 1`)
    if (waiting.length === 0) return
    await pause(2)
  }
  throw new Error('mail is never sent')
}

const converse = async (place: Place, truth: Filing, chance: () => number) => {
  const { sim, server, ledger } = place
  const client = sim.user({ id: 3001, name: '赵' })
  const code = 'invitation-code-number-1'
  await ledger.invite(code, Date.now() + 86_400_000)
  client.start(code)
  await sim.settle()
  // Spread over the conversation; several in one answer are possible too.
  const moments = Array.from({ length: kills }, () => Math.floor(chance() * spread))
  let said = 1
  let died = 0
  for (;;) {
    const move = await nextAnswer({ sim, store: ledger.store, client, form: ledger.form, truth, taps: true })
    if (!move) break
    move.act()
    said += 1
    for (let left = moments.filter(moment => moment === said - 2).length; left > 0; left -= 1) {
      await momentOf(place, chance)
      await server.kill()
      died += 1
      await server.start()
    }
    await sim.settle()
    // A copy of a card has buttons of its own, and nobody knows its number.
    expect(sim.liveKeyboards(client.user.id)).toBeLessThanOrEqual(1 + died)
  }
  return { client, said, died }
}

test(`a server killed ${kills} times in one conversation loses nothing and applies nothing twice (SEED=${seed})`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'nianbao.db')
  const isPublished = long && reportNames.includes('03-suqian-city-2023.json')
  const truth = isPublished
    ? readCase('03-suqian-city-2023.json').filing
    : madeReport(formOf2023(), long ? 60 : 20, 11)
  const ledger = await openLedger(file, { unit: '测试城市', level: 'city', year: truth.year })
  const sim = await startTelegramSim({ startAt: Date.now(), seed, idle: () => allSent(ledger) })
  const server = await startRealServer({
    DATABASE_FILE: file,
    TELEGRAM_BOT_TOKEN: sim.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: sim.apiRoot,
  })
  running.add(server)
  try {
    sim.setWebhook(`${server.root}/telegram`, secret)
    const { client, said, died } = await converse({ sim, server, ledger }, truth, chanceOf(seed))
    expect(died).toBe(kills)
    // What a dead process has sent and not noted is sent once more, and Telegram says that it had it.
    const repeats = /message is not modified|query is too old/
    expect(sim.violations.filter(line => !repeats.test(line))).toEqual([])
    expect(sim.violations.length).toBeLessThanOrEqual(2 * died)
    expect(sim.stats.acknowledged).toBe(said)
    expect(sim.stats.dropped).toBe(0)
    expectTold(ledger.form, await ledger.stored(), await ledger.figures(), truth)

    const [heard] = await ledger.rows(`SELECT count(*) AS n FROM incoming WHERE id NOT LIKE '%/enrol'`)
    expect(heard?.n, 'each message is stored once').toBe(said)
    const lines = await ledger.audit()
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_, index) => index + 1))
    const cells = lines.filter(({ what }) => what === 'set').map(({ cell }) => cell)
    expect(new Set(cells).size, 'each cell is set once').toBe(cells.length)

    const [waiting] = await ledger.rows(`SELECT count(*) AS n FROM outbox WHERE state <> 'sent'`)
    expect(waiting?.n, 'nothing is left unsent').toBe(0)
    const [promised] = await ledger.rows(
      `SELECT count(*) AS n FROM outbox WHERE kind <> 'close' AND (edits IS NULL OR kind = 'file')`,
    )
    const copies = client.received().length - Number(promised?.n)
    expect(copies, 'messages that came twice').toBeGreaterThanOrEqual(0)
    expect(copies, 'messages that came twice').toBeLessThanOrEqual(died)
    expect(server.output()).not.toContain(sim.token)
    expect(server.output()).not.toContain(secret)
  } finally {
    await server.kill()
    running.delete(server)
    await sim.stop()
    await ledger.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 240_000)

const formOf2023 = () => {
  const form = catalog.formFor(disclosure.id, 2023)
  if (!form) throw new Error('no form for 2023')
  return form
}
