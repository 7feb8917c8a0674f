// Calls to the Bot API: what a client may lose, mangle or wait for without end. Each test fails when its protection
// is taken away.

import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '../../../src/channels/telegram/api.ts'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { createBotApi } from '../../../src/main/bot-api.ts'
import { always, outgoing, type Reply, type Seen, startApiServer } from './fixtures.ts'

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
const partsOf = async (seen: Seen | undefined) =>
  new Response(new Uint8Array(seen?.body ?? []), { headers: { 'content-type': seen?.type ?? '' } }).formData()
const silent = async () => ({ repeat: false, notice: null })

describe('a call', () => {
  test('keeps object fields beside an upload', async () => {
    const { apiRoot, seen } = await server()
    const document = { source: new Uint8Array([1]), filename: 'a.docx' }
    const fields = { chat_id: 1, document, reply_parameters: { message_id: 7 } }
    await connect({ token, apiRoot })('sendDocument', fields)
    expect((await partsOf(seen[0])).get('reply_parameters')).toBe('{"message_id":7}')
  })

  test('sends the bytes of a Uint8Array, under a Chinese name', async () => {
    const { apiRoot, seen } = await server()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256)
    const { channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    const view = new Uint8Array(bytes.buffer, 5, 60_000)
    const file = { name: '戚家山街道2020年度报告（送审稿）.docx', mime: '', body: view }
    const sent = await channel.send(outgoing({ kind: 'file' }), null, file, always)
    expect(sent).toEqual({ type: 'sent', message: '2' })
    const part = (await partsOf(seen[1])).get('document')
    if (!(part instanceof File)) throw new Error('no file arrived')
    expect(part.name).toBe(file.name)
    expect(Buffer.from(await part.arrayBuffer()).equals(Buffer.from(view))).toBe(true)
  })

  test('takes no header out of a file’s name', async () => {
    const { apiRoot, seen } = await server()
    const document = { source: new Uint8Array([1]), filename: 'a"\r\nx-evil: 1\r\n\r\n/../b.docx' }
    await connect({ token, apiRoot })('sendDocument', { chat_id: 1, document })
    const part = (await partsOf(seen[0])).get('document')
    expect(part instanceof File && part.name).toBe('a___x-evil_ 1_____.._b.docx')
  })

  test('is given up after our own time limit', { timeout: 10_000 }, async () => {
    const { apiRoot } = await server(() => 'never')
    const { channel } = createTelegram({
      token,
      secrets: [secret],
      apiRoot,
      receive: silent,
      limitMs: 60,
    })
    expect(await channel.send(outgoing(), null, null, always)).toEqual({
      type: 'trouble',
      reason: 'time limit',
    })
  })

  test.each(['the platform', 'Node'])('keeps its connections for many calls, by %s', async way => {
    const { apiRoot, seen } = await server()
    const node = createBotApi({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot })
    stops.push(node.end)
    const network = way === 'Node' ? node.network : undefined
    const { channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent, network })
    const file = { name: '年报.docx', mime: '', body: Uint8Array.of(80, 75, 3, 4) }
    for (let call = 0; call < 8; call += 1) {
      const sent = await channel.send(outgoing({ kind: call % 2 ? 'file' : 'say' }), null, file, always)
      expect(sent.type).toBe('sent')
    }
    // A connection may still be reading when the next call begins.
    expect(new Set(seen.map(call => call.socket)).size).toBeLessThanOrEqual(2)
    const part = (await partsOf(seen.find(({ method }) => method === 'sendDocument'))).get('document')
    expect(part instanceof File && (await part.bytes())).toEqual(file.body)
  })

  test('carries methods that it does not know', async () => {
    const { apiRoot, seen } = await server()
    expect(await connect({ token, apiRoot })('getMyStarBalance', {})).toMatchObject({ ok: true })
    expect(seen[0]?.path).toBe(`/bot${token}/getMyStarBalance`)
  })

  test.each<[string, Reply]>([
    ['a proxy’s page with status 404', { status: 404, body: '<html>nginx</html>' }],
    ['a proxy’s page with status 200', { status: 200, body: '<html>login</html>' }],
    ['a proxy’s page with status 502', { status: 502, body: '<html>nginx</html>' }],
    ['JSON that is null', { status: 200, body: 'null' }],
    ['a closed connection', 'cut'],
  ])('%s is tried again', async (_, reply) => {
    const { apiRoot } = await server(() => reply)
    const { channel } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    expect(await channel.send(outgoing(), null, null, always)).toMatchObject({ type: 'trouble' })
  })
})
