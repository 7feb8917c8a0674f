// The real server is told to end while nobody lets it: an upload that has stopped half-way, an open stream, a Bot API
// that never answers, mail for hours. It ends in order all the same, and what it had acknowledged stands.

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { graceMs } from '../../src/main/serve.ts'
import { openBrowser } from '../channels/web/browser.ts'
import { openLedger } from './ledger.ts'
import { secret, street } from './office.ts'
import { startRealServer } from './real-server.ts'

/** Takes every call and answers none. */
const hangingBotApi = async () => {
  let calls = 0
  const server = createServer(() => {
    calls += 1
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    root: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    calls: () => calls,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise(done => setTimeout(done, 20))
}

/** A post whose body never comes to its end; resolves when the server has its beginning. */
const halfUpload = async (root: string, cookie: string): Promise<Socket> => {
  const { hostname, port } = new URL(root)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  const head = [
    'POST /chat/files HTTP/1.1',
    `Host: ${hostname}:${port}`,
    `Cookie: ${cookie}`,
    `Origin: ${root}`,
  ]
  const type = 'Content-Type: multipart/form-data; boundary=x'
  socket.write(`${[...head, type, 'Content-Length: 100000'].join('\r\n')}\r\n\r\n--x\r\n`)
  return socket
}

test('the waits of an end are less than the ten seconds after which a service manager kills', () => {
  expect(Object.values(graceMs).reduce((sum, ms) => sum + ms, 0)).toBeLessThan(10_000)
})

// The runner's limit is the bound; without an end of its own the server waited as long as its client.
test('a server that is told to end ends in order, whatever its clients do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'nianbao.db')
  const ledger = await openLedger(file, street)
  const api = await hangingBotApi()
  const server = await startRealServer({
    DATABASE_FILE: file,
    TELEGRAM_BOT_TOKEN: '1000001:a-token-of-the-tests-0000000',
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: api.root,
  })
  let socket: Socket | undefined
  const streams = new AbortController()
  try {
    const browser = openBrowser(
      (path, init) => fetch(`${server.root}${path}`, init),
      () => server.root,
    )
    await ledger.invite('invitation-code-number-1', Date.now() + 86_400_000)
    expect((await browser.enter('invitation-code-number-1', '李')).status).toBe(303)
    const stream = await browser.request('/chat/events', { signal: streams.signal })
    expect(stream.status).toBe(200)
    const stranger = await fetch(`${server.root}/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({
        update_id: 1,
        message: {
          ...{ message_id: 1, date: Math.floor(Date.now() / 1000), text: '您好' },
          chat: { id: 7001, type: 'private' },
          from: { id: 7001, is_bot: false, first_name: '周' },
        },
      }),
    })
    expect(stranger.status).toBe(200)
    await until(() => api.calls() > 0)
    await ledger.addMail('telegram:7002', 2_000)
    await until(async () => (await ledger.rows(heldChats))[0]?.n === 2)
    socket = await halfUpload(server.root, browser.cookie())
    await browser.say('开始填报')
    const acknowledged = await browser.all()
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(server.output()).not.toMatch(/^\s+at .+:\d+:\d+/m)
    const kept = await ledger.store.messages(String((await ledger.rows(webChat))[0]?.chat), { after: 0 }, 200)
    expect(kept.length).toBeGreaterThanOrEqual(acknowledged.length)
    expect((await ledger.rows('PRAGMA integrity_check'))[0]).toEqual({ integrity_check: 'ok' })
  } finally {
    streams.abort()
    socket?.destroy()
    await server.kill()
    api.stop()
    await ledger.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 40_000)

const heldChats = `SELECT count(DISTINCT chat) AS n FROM outbox WHERE chat LIKE 'telegram:%' AND lease_until > 0`
const webChat = `SELECT DISTINCT chat FROM outbox WHERE chat LIKE 'web:%'`
