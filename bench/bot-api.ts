// A local Bot API that takes everything at once: each method gets a plausible result, message ids rise.
// It keeps nothing and checks nothing; it must cost so little that the bot under test is the bottleneck.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Reply } from './subject.ts'

export type Sent = Reply & { readonly chat: number; readonly edits: boolean }

type Call = {
  chat_id?: number | string
  text?: string
  message_id?: number
  reply_markup?: { inline_keyboard?: { text: string; callback_data?: string }[][] }
}

const BOT = { id: 42, is_bot: true, first_name: 'Bench', username: 'bench_bot' }
const SENDS = new Set(['sendMessage', 'editMessageText'])

export type BotApi = { readonly root: string; stop(): Promise<void> }

/** `onSent` is called for each sendMessage and editMessageText, before the bot gets its answer. */
export async function openBotApi(onSent: (sent: Sent) => void): Promise<BotApi> {
  let messages = 1_000_000
  const answer = (method: string, call: Call): unknown => {
    if (method === 'getMe') return BOT
    if (!method.startsWith('send') && !method.startsWith('edit')) return true
    const edits = method.startsWith('edit')
    const message = edits && call.message_id !== undefined ? call.message_id : ++messages
    const chat = Number(call.chat_id)
    const text = call.text ?? ''
    const choices = call.reply_markup?.inline_keyboard?.flat() ?? []
    if (SENDS.has(method)) onSent({ chat, message, text, choices, edits })
    const date = Math.floor(Date.now() / 1_000)
    return {
      message_id: message,
      date,
      from: BOT,
      chat: { id: chat, type: 'private', first_name: 'P' },
      text,
    }
  }
  const server = createServer((request, response) => receive(request, response, answer))
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the local Bot API has no port')
  return {
    root: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function receive(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (method: string, call: Call) => unknown,
): void {
  const chunks: Buffer[] = []
  request.on('error', () => response.destroy())
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const [first] = chunks
    const body = chunks.length === 1 && first ? first.toString() : Buffer.concat(chunks).toString()
    const url = request.url ?? ''
    const call = body.startsWith('{') ? (JSON.parse(body) as Call) : {}
    const result = JSON.stringify({ ok: true, result: answer(url.slice(url.lastIndexOf('/') + 1), call) })
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(result),
    })
    response.end(result)
  })
}
