// Telegraf's traps: each test fails when its protection is taken away.
import { Telegram } from 'telegraf'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clientOptions, connect } from '../../../src/channels/telegram/api.ts'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { message, outgoing, type Reply, type Seen, startApiServer, tapped } from './fixtures.ts'

const token = '7000000001:AAcanaryCANARYcanaryCANARYcanaryCANA'
const secret = 'hook-secret-canary'
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(stops.splice(0).map(stop => stop()))
})

const server = async (reply?: (seen: Seen) => Reply | undefined) => {
  const started = await startApiServer(reply)
  stops.push(started.stop)
  return started
}
const partsOf = async (seen: Seen | undefined) =>
  new Response(new Uint8Array(seen?.body ?? []), { headers: { 'content-type': seen?.type ?? '' } }).formData()
const post = (routes: ReturnType<typeof createTelegram>['routes'], update: unknown) =>
  routes.request('/telegram', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  })
const silent = async () => ({ repeat: false, notice: null })

describe('Telegraf', () => {
  it('keeps object fields beside an upload', async () => {
    const { apiRoot, seen } = await server()
    const document = { source: new Uint8Array([1]), filename: 'a.docx' }
    const fields = { chat_id: 1, document, reply_parameters: { message_id: 7 } }
    await connect({ token, apiRoot })('sendDocument', fields)
    expect((await partsOf(seen[0])).get('reply_parameters')).toBe('{"message_id":7}')

    const bare = new Telegram(token, { apiRoot, webhookReply: false })
    const buffered = { ...fields, document: { ...document, source: Buffer.from(document.source) } }
    await bare.callApi('sendDocument', buffered)
    expect((await partsOf(seen[1])).has('reply_parameters'), 'the trap is still there').toBe(false)
  })

  it('sends the bytes of a Uint8Array, under a Chinese name', async () => {
    const { apiRoot, seen } = await server()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256)
    const { channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    const view = new Uint8Array(bytes.buffer, 5, 60_000)
    const file = { name: '戚家山街道2020年度报告（送审稿）.docx', mime: '', body: view }
    const sent = await channel.send(outgoing({ kind: 'file' }), null, file)
    expect(sent).toEqual({ type: 'sent', message: '2' })
    const part = (await partsOf(seen[1])).get('document')
    if (!(part instanceof File)) throw new Error('no file arrived')
    expect(part.name).toBe(file.name)
    expect(Buffer.from(await part.arrayBuffer()).equals(Buffer.from(view))).toBe(true)
  })

  it('takes no header out of a file’s name', async () => {
    const { apiRoot, seen } = await server()
    const document = { source: new Uint8Array([1]), filename: 'a"\r\nx-evil: 1\r\n\r\n/../b.docx' }
    await connect({ token, apiRoot })('sendDocument', { chat_id: 1, document })
    const part = (await partsOf(seen[0])).get('document')
    expect(part instanceof File && part.name).toBe('a___x-evil_ 1_____.._b.docx')
  })

  it('never asks getMe before an update', async () => {
    const { apiRoot, seen } = await server()
    const { routes } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    expect((await post(routes, message({ text: '/help' }))).status).toBe(200)
    expect(seen).toEqual([])
  })

  it('answers a tap by a call and not inside the webhook’s response', async () => {
    const { apiRoot, seen } = await server()
    const { routes, channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    const response = await post(routes, tapped())
    expect(await response.text()).toBe('')
    expect(seen.map(call => call.method)).toEqual(['answerCallbackQuery'])
    expect(channel.name).toBe('telegram')
    expect(new Telegram(token, clientOptions({})).options.webhookReply).toBe(false)
  })

  it('neither prints an update nor swallows what failed', async () => {
    const { apiRoot } = await server()
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { routes } = createTelegram({
      token,
      secrets: [secret],
      apiRoot,
      receive: async () => {
        throw new Error('张三')
      },
    })
    expect((await post(routes, message({ text: '张三' }))).status).toBe(500)
    expect(printed).not.toHaveBeenCalled()
    expect(process.exitCode).toBeUndefined()
    printed.mockRestore()
  })

  it('does not abandon what is still being stored', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let finish = () => {}
    const stored = new Promise<void>(resolve => {
      finish = resolve
    })
    const { routes } = createTelegram({
      token,
      secrets: [secret],
      receive: async () => {
        await stored
        return { repeat: false, notice: null }
      },
    })
    let status = 0
    const answered = Promise.resolve(post(routes, message({ text: 'x' }))).then(response => {
      status = response.status
    })
    for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(600_000)
    expect(status).toBe(0)
    finish()
    await answered
    expect(status).toBe(200)
  })

  it('is given up after our own time limit', { timeout: 10_000 }, async () => {
    const { apiRoot } = await server(() => 'never')
    const { channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent, limitMs: 60 })
    expect(await channel.send(outgoing(), null, null)).toEqual({
      type: 'retry',
      afterMs: 1000,
      scope: 'chat',
    })
  })

  it('keeps one connection for many calls', async () => {
    const { apiRoot, seen } = await server()
    const api = connect({ token, apiRoot })
    for (let call = 0; call < 3; call += 1) await api('getMe', {})
    expect(seen.map(call => call.socket)).toEqual([1, 1, 1])
    const { agent } = new Telegram(token).options
    expect((agent as { keepAlive?: boolean } | undefined)?.keepAlive).toBe(true)
  })

  it('carries methods that it does not know', async () => {
    const { apiRoot, seen } = await server()
    expect(await connect({ token, apiRoot })('getMyStarBalance', {})).toMatchObject({ ok: true })
    expect(seen[0]?.path).toBe(`/bot${token}/getMyStarBalance`)
  })

  it.each<[string, Reply]>([
    ['a proxy’s page with status 404', { status: 404, body: '<html>nginx</html>' }],
    ['a proxy’s page with status 200', { status: 200, body: '<html>login</html>' }],
    ['a proxy’s page with status 502', { status: 502, body: '<html>nginx</html>' }],
    ['JSON that is null', { status: 200, body: 'null' }],
    ['a closed connection', 'cut'],
  ])('%s is tried again', async (_, reply) => {
    const { apiRoot } = await server(() => reply)
    const { channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    expect(await channel.send(outgoing(), null, null)).toMatchObject({ type: 'retry' })
  })
})

describe('the token and the secret', () => {
  it('never get out, whatever goes wrong', async () => {
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
    const { deleteWebhook, setWebhook, showWebhook } = await import(
      '../../../src/channels/telegram/webhook.ts'
    )
    const { syncCommands } = await import('../../../src/channels/telegram/commands-menu.ts')
    const api = connect({ token, apiRoot, secrets: [secret], limitMs: 60 })
    for (reply of replies) {
      out.push(await telegram.channel.send(outgoing(), null, null))
      out.push(await telegram.channel.send(outgoing({ kind: 'close' }), '40', null))
      out.push(await setWebhook(api, { publicUrl: 'https://bot.example', secret }))
      out.push(await showWebhook(api), await deleteWebhook(api), await syncCommands(api, { zh: [], en: [] }))
    }
    for (const broken of [true, false]) {
      fail = broken
      const response = await post(telegram.routes, tapped({ id: `tap ${broken}` }))
      out.push(response.status, await response.text(), [...response.headers])
    }
    const refused = await telegram.routes.request('/telegram', {
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
})
