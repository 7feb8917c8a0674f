// The real server as people run it, for what only a whole process shows: what it prints, how it ends, and how it
// goes on after a death in the middle of sending.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { type Client, startTelegramSim, type TelegramSim } from '../telegram-sim/start-telegram-sim.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { secret, street } from './office.ts'
import { type RealServer, startRealServer } from './real-server.ts'

type Scene = {
  readonly sim: TelegramSim
  readonly server: RealServer
  readonly ledger: Ledger
  readonly person: Client
}

const withServer = async (run: (scene: Scene) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'nianbao.db')
  const ledger = await openLedger(file, street)
  const sim = await startTelegramSim({ startAt: Date.now() })
  const server = await startRealServer({
    DATABASE_FILE: file,
    TELEGRAM_BOT_TOKEN: sim.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: sim.apiRoot,
  })
  try {
    sim.setWebhook(`${server.root}/telegram`, secret)
    await ledger.invite('invitation-code-number-1', Date.now() + 86_400_000)
    await run({ sim, server, ledger, person: sim.user({ id: 1001, name: '李' }) })
  } finally {
    await server.kill()
    await sim.stop()
    await ledger.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Waits until this is so; the test's own limit of time ends it. */
const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await pause(20)
}

test.concurrent('the server prints no secret, no words of people and no stack, whatever Telegram answers, and ends in order', async ({
  expect,
}) => {
  await withServer(async ({ sim, server, person }) => {
    sim.fail({ method: 'sendMessage', with: 502 })
    sim.fail({ method: 'answerCallbackQuery', with: 502 })
    person.start('invitation-code-number-1')
    await until(() => person.received().length > 0)
    await sim.settle()
    person.tap('开始填报')
    await sim.settle()
    person.send('这句话只属于填报人。')
    await sim.settle()
    await sim.postRaw({ update_id: 5 }, 'wrong')
    await sim.postRaw('{', secret)
    const output = server.output()
    expect(output).toContain('telegram.')
    for (const hidden of [sim.token, sim.token.split(':')[1] ?? '', secret, '填报人', 'invitation-code'])
      expect(output).not.toContain(hidden)
    expect(output).not.toMatch(/^\s+at .+:\d+:\d+/m)
    expect(await server.stop()).toEqual({ code: 0, signal: null })
  })
}, 30_000)

test.concurrent('a server that died while it was sending goes on at its next start, though nobody writes', async ({
  expect,
}) => {
  await withServer(async ({ sim, server, ledger, person }) => {
    const sent = new Promise<void>(resolve => {
      sim.onCall(({ method }) => {
        if (/^sendMessage$/i.test(method)) resolve()
      })
    })
    person.start('invitation-code-number-1')
    await sent
    await server.kill()
    await server.start()
    const isSent = async () =>
      (await ledger.rows(`SELECT id FROM outbox WHERE state = 'queued'`)).length === 0
    await until(isSent)
    expect(await ledger.rows('SELECT DISTINCT state FROM outbox')).toEqual([{ state: 'sent' }])
  })
}, 30_000)
