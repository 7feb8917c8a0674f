// Mail of the real server in trouble that only a real process meets: it is killed in the middle of a chat's mail, and
// another process holds the database just when an answer was sent.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { wordsMessage } from '../../src/app/message.ts'
import { emptyCommit } from '../../src/app/ports/commit.ts'
import { connect } from '../../src/storage/sqlite3.ts'
import {
  startTelegramSim,
  type TelegramSim,
  type TelegramSimOptions,
} from '../telegram-sim/start-telegram-sim.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { type RealServer, startRealServer } from './real-server.ts'

const secret = 'a-secret-of-the-tests'
const long = process.env.LONG === '1'
const chat = 3001

type Stage = { sim: TelegramSim; ledger: Ledger; file: string; server: RealServer | null }
let stage: Stage | null = null
let folder = ''

const openStage = async (options: TelegramSimOptions = {}): Promise<Stage> => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'nianbao.db')
  const ledger = await openLedger(file, { unit: '测试城市', level: 'city', year: 2023 })
  const sim = await startTelegramSim({ realTime: true, ...options })
  stage = { sim, ledger, file, server: null }
  return stage
}

const start = async (on: Stage): Promise<RealServer> => {
  on.server = await startRealServer({
    DATABASE_FILE: on.file,
    TELEGRAM_BOT_TOKEN: on.sim.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: on.sim.apiRoot,
  })
  return on.server
}

afterEach(async () => {
  await stage?.server?.kill()
  await stage?.sim.stop()
  await stage?.ledger.close()
  stage = null
  await rm(folder, { recursive: true, force: true })
})

const until = async (holds: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> => {
  for (let waited = 0; !(await holds()); waited += 5) {
    if (waited > ms) throw new Error('it never holds')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

test('of forty messages in one chat, killed after thirty, at most two come twice, and all in order', async () => {
  const on = await openStage()
  const { sim, ledger } = on
  const count = long ? 40 : 12
  const killAfter = long ? 30 : 8
  const client = sim.user({ id: chat, name: '赵' })
  client.chat.started = true
  const texts = Array.from({ length: count }, (_, at) => `第${at}句`)
  const outbox = texts.map((text, at) =>
    wordsMessage(`row-${at}`, `telegram:${chat}`, [{ text, style: 'plain' }]),
  )
  await ledger.store.commit({ ...emptyCommit({ channel: 'x', id: 'x', at: Date.now() }), outbox })
  let seen = 0
  const killed = new Promise<void>(resolve =>
    sim.onCall(() => {
      seen += 1
      if (seen === killAfter) resolve()
    }),
  )
  const server = await start(on)
  await killed
  await server.kill()
  await server.start()
  await until(async () => (await ledger.rows(`SELECT id FROM outbox WHERE state = 'queued'`)).length === 0)
  const received = client.received().map(({ text }) => text ?? '')
  expect(received.length - count, 'messages that came twice').toBeLessThanOrEqual(2)
  expect([...new Set(received)]).toEqual(texts)
  const [failed] = await ledger.rows(`SELECT count(*) AS n FROM outbox WHERE state <> 'sent'`)
  expect(failed?.n).toBe(0)
})

// On a virtual clock in test/app/mail/unsaved.test.ts; here in earnest.
test.runIf(long)(
  'a lock of ten seconds by another process just after an answer holds up the next reply for as long, and repeats nothing',
  async () => {
    const on = await openStage()
    const { sim, ledger, file } = on
    const client = sim.user({ id: chat, name: '赵' })
    const server = await start(on)
    sim.setWebhook(`${server.root}/telegram`, secret)
    await ledger.invite('invitation-code-number-1', Date.now() + 86_400_000)
    client.start('invitation-code-number-1')
    await until(() => client.received().length > 0)
    await until(async () => (await ledger.rows(`SELECT id FROM outbox WHERE state = 'queued'`)).length === 0)

    const lock = await connect(file, '', 10_000)
    const shown = client.received().length
    // The reply is on its way: from now on nothing can be stored.
    let locked: Promise<void> | null = null
    const off = sim.onCall(({ method }) => {
      if (locked || !/^(sendMessage|editMessageText)$/i.test(method)) return
      locked = lock.exec('BEGIN IMMEDIATE')
    })
    const first = client.last().text
    client.tap('开始填报')
    await until(() => locked !== null && (client.last().text !== first || client.received().length > shown))
    off()
    await locked
    const lockedAt = Date.now()
    const afterTap = client.received().length
    client.send('没有')
    await new Promise(resolve => setTimeout(resolve, 10_000))
    await lock.exec('COMMIT')
    await lock.close()
    await until(() => client.received().length > afterTap)
    expect(Date.now() - lockedAt, 'milliseconds').toBeLessThanOrEqual(12_000)
    await until(async () => (await ledger.rows(`SELECT id FROM outbox WHERE state = 'queued'`)).length === 0)
    await new Promise(resolve => setTimeout(resolve, 1_500))
    const texts = client.received().map(({ text }) => text)
    expect(texts.length, texts.join('\n--\n')).toBe(new Set(texts).size)
    expect(sim.violations).toEqual([])
  },
)

// On a virtual clock in test/app/mail/bulk.test.ts; here in earnest.
test.runIf(long)(
  'three thousand chats with one message each, at Telegram’s limits, are written to within 132 seconds',
  async () => {
    const on = await openStage({ strictRates: true, record: false })
    const { sim, ledger } = on
    const chats = Array.from({ length: 3_000 }, (_, at) => 10_000 + at)
    for (const id of chats) sim.user({ id }).chat.started = true
    const incoming = (id: string) => ({ channel: 'x', id, at: Date.now() })
    for (let from = 0; from < chats.length; from += 100) {
      const outbox = chats
        .slice(from, from + 100)
        .map(id => wordsMessage(`row-${id}`, `telegram:${id}`, [{ text: '请填报', style: 'plain' }]))
      await ledger.store.commit({ ...emptyCommit(incoming(`${from}`)), outbox, isBulk: true })
    }
    let [taken, refused, first, last] = [0, 0, 0, 0]
    sim.onCall(({ ok }) => {
      first ||= Date.now()
      last = Date.now()
      if (ok) taken += 1
      else refused += 1
    })
    await start(on)
    await until(() => taken >= 3_000, 300_000)
    expect(last - first, 'milliseconds').toBeLessThanOrEqual((1.1 * 3_000_000) / 25)
    expect(refused).toBeLessThanOrEqual(30)
    await until(async () => (await ledger.rows(`SELECT id FROM outbox WHERE state <> 'sent'`)).length === 0)
    expect(taken).toBe(3_000)
  },
)
