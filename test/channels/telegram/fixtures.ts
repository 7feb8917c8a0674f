// Outgoing messages and native updates for the tests of this folder, and a Bot API server of a few lines.

import { createServer, type IncomingMessage } from 'node:http'
import type { Line, Outgoing, ShownChoice } from '../../../src/app/message.ts'

/** Nothing limits the calls. */
export const always = async () => true

export const cardId = '0123456789abcdef'

export const outgoing = (parts: Partial<Outgoing> = {}): Outgoing => ({
  id: cardId,
  to: 'telegram:10001',
  kind: 'say',
  lines: [{ text: '好的。', style: 'plain' }],
  choices: [],
  cells: [],
  input: null,
  edits: null,
  file: null,
  ...parts,
})

export const line = (text: string, style: Line['style'] = 'plain'): Line => ({ text, style })

export const choices = (labels: readonly string[], nav: readonly string[] = []): ShownChoice[] =>
  [...labels.map(label => ({ label, nav: false })), ...nav.map(label => ({ label, nav: true }))].map(
    (choice, number) => ({ ...choice, number }),
  )

export const navigation = ['返回', '稍后', '帮助']

const from = { id: 10001, is_bot: false, first_name: '丽', last_name: '王', language_code: 'zh-hans' }
const privateChat = { id: 10001, first_name: '丽', last_name: '王', type: 'private' }
export const group = { id: -1009, title: '年报群', type: 'supergroup' }

/** A recorded message with what this test is about. */
export const message = (parts: object) => ({
  update_id: 501,
  message: { message_id: 77, from, chat: privateChat, date: 1_700_000_000, ...parts },
})

export const edited = (parts: object) => ({
  update_id: 502,
  edited_message: {
    message_id: 77,
    from,
    chat: privateChat,
    date: 1_700_000_000,
    edit_date: 1_700_000_060,
    ...parts,
  },
})

export const tapped = (parts: object = {}, update_id = 503) => ({
  update_id,
  callback_query: {
    id: '4820000000000007',
    from,
    chat_instance: '-10001',
    message: {
      message_id: 90,
      from: { id: 7, is_bot: true, first_name: '年报' },
      chat: privateChat,
      date: 1_700_000_000,
      text: '？',
    },
    data: `${cardId}.2`,
    ...parts,
  },
})

export const member = (before: string, after: string, chat: object = privateChat) => ({
  update_id: 504,
  my_chat_member: {
    chat,
    from,
    date: 1_700_000_000,
    old_chat_member: { user: { id: 7, is_bot: true, first_name: '年报' }, status: before },
    new_chat_member: {
      user: { id: 7, is_bot: true, first_name: '年报' },
      status: after,
      ...(after === 'kicked' ? { until_date: 0 } : {}),
    },
  },
})

export type Seen = {
  readonly path: string
  readonly method: string
  readonly type: string
  readonly body: Buffer
  readonly socket: number
}
export type Reply = { readonly status?: number; readonly body?: unknown } | 'never' | 'cut'

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A server that notes what arrives and answers what the test says; `message_id` 1, 2, … otherwise. */
export const startApiServer = async (reply: (seen: Seen) => Reply | undefined = () => undefined) => {
  const seen: Seen[] = []
  const sockets = new WeakMap<object, number>()
  let opened = 0
  const server = createServer(async (request, response) => {
    const body = await readAll(request).catch(() => Buffer.alloc(0))
    const path = request.url ?? ''
    const arrived = {
      path,
      method: path.split('/').at(-1) ?? '',
      type: request.headers['content-type'] ?? '',
      body,
      socket: sockets.get(request.socket) ?? 0,
    }
    seen.push(arrived)
    const answer = reply(arrived) ?? { body: { ok: true, result: { message_id: seen.length } } }
    if (answer === 'never') return
    if (answer === 'cut') {
      request.socket.destroy()
      return
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(text)
  })
  server.on('connection', socket => {
    opened += 1
    sockets.set(socket, opened)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    seen,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
