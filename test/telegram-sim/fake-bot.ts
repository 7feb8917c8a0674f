// A bot of forty lines for the simulator's own tests: a webhook whose answers the test decides,
// and a way to call the Bot API without any library.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TelegramSim } from './start-telegram-sim.ts'
import type { Fields } from './types.ts'

export interface Seen {
  readonly update: Fields & { readonly update_id: number }
  readonly secret: string | undefined
  readonly at: number
}

/** Answers an update: a status, headers, or nothing ('hang', 'close'). */
export type Answer =
  | number
  | { readonly status: number; readonly retryAfter?: number; readonly body?: string }
export type Handler = (seen: Seen) => Answer | 'hang' | 'close' | Promise<Answer | 'hang' | 'close'>

export interface FakeBot {
  readonly url: string
  readonly seen: Seen[]
  handler: Handler
  stop(): Promise<void>
  /** Listens again on the same port. */
  restart(): Promise<void>
}

/** A webhook on loopback that answers 200 until told otherwise. */
export async function fakeBot(now: () => number): Promise<FakeBot> {
  const seen: Seen[] = []
  const reply = (response: ServerResponse, answer: Answer) => {
    const { status, retryAfter, body = '' } = typeof answer === 'number' ? { status: answer } : answer
    response
      .writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
      .end(body)
  }
  const listen = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const secret = request.headers['x-telegram-bot-api-secret-token'] as string | undefined
    const one = { update: JSON.parse(Buffer.concat(chunks).toString('utf8')), secret, at: now() }
    seen.push(one)
    const answer = await bot.handler(one)
    if (answer === 'close') response.destroy()
    else if (answer !== 'hang') reply(response, answer)
  }
  const server = createServer((request, response) => {
    listen(request, response).catch(() => response.destroy())
  })
  let port = 0
  const open = () => new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  await open()
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  const bot: FakeBot = {
    url: `http://127.0.0.1:${port}/telegram`,
    seen,
    handler: () => 200,
    stop: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
    restart: open,
  }
  return bot
}

export interface ApiAnswer {
  readonly status: number
  readonly ok: boolean
  readonly result: Fields
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
}

/** Calls a method with a JSON body. */
export async function call(sim: TelegramSim, method: string, params: Fields = {}): Promise<ApiAnswer> {
  return await send(sim, method, JSON.stringify(params), { 'content-type': 'application/json' })
}

/** Calls a method with any body. */
export async function send(
  sim: TelegramSim,
  method: string,
  body: string | FormData | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const response = await fetch(`${sim.apiRoot}/bot${sim.token}/${method}`, { method: 'POST', body, headers })
  return { status: response.status, ...((await response.json()) as Omit<ApiAnswer, 'status'>) }
}
