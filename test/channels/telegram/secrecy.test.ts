// The token and the secret stay inside, whatever Telegram, a proxy or we ourselves say.

import { afterEach, expect, test, vi } from 'vitest'
import { connect } from '../../../src/channels/telegram/api.ts'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { always, outgoing, type Reply, type Seen, startApiServer, tapped } from './fixtures.ts'

const token = '7000000001:AAcanaryCANARYcanaryCANARYcanaryCANA'
const secret = 'hook-secret-canary'
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()))
})

const server = async (reply?: (seen: Seen) => Reply | undefined) => {
  const started = await startApiServer(reply)
  stops.push(started.stop)
  return started
}
const post = (routes: ReturnType<typeof createTelegram>['hooks'], update: unknown) =>
  routes.request('/telegram', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  })

test('the token and the secret never get out, whatever goes wrong', async () => {
  const out: unknown[] = []
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map(level =>
    vi.spyOn(console, level).mockImplementation((...words) => void out.push(words)),
  )
  const echo = `/bot${token}/sendMessage ${secret}`
  const replies: Reply[] = [
    { status: 404, body: `<html>${echo}</html>` },
    { status: 502, body: echo },
    { status: 400, body: { ok: false, error_code: 400, description: `Bad Request: ${echo}` } },
    { status: 401, body: { ok: false, error_code: 401, description: `Unauthorized ${echo}` } },
    { status: 403, body: { ok: false, error_code: 403, description: `Forbidden: ${echo}` } },
    {
      status: 429,
      body: { ok: false, error_code: 429, description: echo, parameters: { retry_after: 1 } },
    },
    { status: 200, body: { ok: false, description: echo } },
    'cut',
    'never',
  ]
  let reply: Reply = 'cut'
  const { apiRoot } = await server(() => reply)
  const failing = () =>
    Promise.reject(
      Object.assign(new Error(echo, { cause: echo }), { response: echo, name: `Error ${token}` }),
    )
  let fail = false
  const telegram = createTelegram({
    token,
    secrets: [secret],
    apiRoot,
    limitMs: 60,
    receive: async () => (fail ? failing() : { repeat: false, notice: null }),
    log: (...words) => out.push(words),
  })
  const { deleteWebhook, setWebhook, showWebhook } = await import('../../../src/channels/telegram/webhook.ts')
  const { syncCommands } = await import('../../../src/channels/telegram/commands-menu.ts')
  const api = connect({ token, apiRoot, secrets: [secret], limitMs: 60 })
  for (reply of replies) {
    out.push(await telegram.channel.send(outgoing(), null, null, always))
    out.push(await telegram.channel.send(outgoing({ kind: 'close' }), '40', null, always))
    out.push(await setWebhook(api, { publicUrl: 'https://bot.example', secret }))
    out.push(await showWebhook(api), await deleteWebhook(api), await syncCommands(api, { zh: [], en: [] }))
  }
  for (const broken of [true, false]) {
    fail = broken
    const response = await post(telegram.hooks, tapped({ id: `tap ${broken}` }))
    out.push(response.status, await response.text(), [...response.headers])
  }
  const refused = await telegram.hooks.request('/telegram', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': `${secret}x` },
    body: '{}',
  })
  out.push(refused.status, await refused.text())
  for (const spy of spies) spy.mockRestore()
  expect(out.length).toBeGreaterThan(60)
  const all = out.map(item => `${JSON.stringify(item)} ${String(item)}`).join('\n')
  expect(all).not.toMatch(/canary/i)
  expect(all).toContain('telegram.update-failed')
})
