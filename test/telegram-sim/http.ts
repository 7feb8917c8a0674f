// The HTTP face: /bot<token>/<method> and /file/bot<token>/<path> on loopback. Answers are shaped as Telegram's;
// faults on order are met here, before or after the call is carried out.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody } from './body.ts'
import type { Call, Server } from './call.ts'
import type { Faults } from './faults.ts'
import type { Judge } from './judge.ts'
import { methods } from './methods.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import type { Fields } from './types.ts'

/** One call as it ended. `ok` is undefined when a fault on order left it without an answer. */
export interface CallRecord {
  readonly method: string
  readonly params: Fields
  readonly chat: number | undefined
  readonly ok: boolean | undefined
  readonly result?: unknown
  readonly refusal?: Refusal
  /** Simulator time. */
  readonly at: number
}

export interface HttpDeps {
  readonly server: Server
  readonly token: string
  readonly faults: Faults
  readonly judge: Judge
  readonly onCall: (record: CallRecord) => void
  /** +1 when a call begins, -1 when its answer is gone. */
  readonly onFlight: (change: 1 | -1) => void
}

export interface HttpServer {
  readonly port: number
  /** Carries out a call as if it had come over HTTP (a method inside a webhook answer). */
  run(call: Call): { readonly status: number; readonly body: Fields }
  close(): Promise<void>
}

const lower = (method: string) => method.toLowerCase()

/** Starts listening on an ephemeral port of the loopback interface. */
export async function serveHttp(deps: HttpDeps, port = 0): Promise<HttpServer> {
  const { server, token, faults, judge } = deps

  const report = (call: Call, rest: Partial<CallRecord>) => {
    const chat = call.params.chat_id === undefined ? undefined : Number(call.params.chat_id)
    const { method, params } = call
    deps.onCall({ method, params, chat, ok: undefined, at: server.world.clock.now(), ...rest })
  }

  const refused = (call: Call, refusal: Refusal) => {
    if (refusal.code !== 429) judge.refused(call.method, call.params, refusal)
    report(call, { ok: false, refusal })
    const { code, description, parameters } = refusal
    const body = {
      ok: false,
      error_code: code,
      description,
      ...(parameters === undefined ? {} : { parameters }),
    }
    return { status: code, body }
  }

  const run: HttpServer['run'] = call => {
    const method = methods.get(lower(call.method))
    if (method === undefined) return refused(call, { code: 404, description: 'Not Found: method not found' })
    try {
      const result = method(server, call)
      report(call, { ok: true, result })
      return { status: 200, body: { ok: true, result } }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === undefined) judge.note(`the simulator failed on ${call.method}: ${String(error)}`)
      return refused(call, refusal ?? { code: 500, description: 'Internal Server Error' })
    }
  }

  const answer = (
    response: ServerResponse,
    status: number,
    contentType: string,
    body: string,
    retry?: number,
  ) => {
    const headers = {
      'content-type': contentType,
      ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
    }
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
  }
  const answerJson = (response: ServerResponse, { status, body }: { status: number; body: Fields }) => {
    const parameters = body.parameters as { retry_after?: number } | undefined
    answer(response, status, 'application/json', JSON.stringify(body), parameters?.retry_after)
  }

  const meet = (response: ServerResponse, call: Call): boolean => {
    const fault = faults.take(lower(call.method), call.params)
    if (fault === undefined) return false
    const tap = server.world.taps.get(String(call.params.callback_query_id ?? ''))
    if (tap !== undefined) tap.attempted = true
    if (fault.type === 'drop') run(call)
    else report(call, {})
    if (fault.type === 'answer') {
      const retry = /"retry_after":(\d+)/u.exec(fault.body)?.[1]
      answer(
        response,
        fault.status,
        fault.contentType,
        fault.body,
        retry === undefined ? undefined : Number(retry),
      )
    } else if (fault.type !== 'timeout') {
      response.destroy()
    }
    return true
  }

  const download = (response: ServerResponse, path: string) => {
    const file = [...server.world.files.values()].find(candidate => candidate.path === path)
    const call: Call = { method: 'file', params: { path }, files: new Map() }
    if (file === undefined || !server.world.offered.has(path)) {
      // Telegram serves a file only after getFile has named its path.
      answerJson(response, refused(call, { code: 404, description: 'Not Found' }))
    } else if (!meet(response, call)) {
      report(call, { ok: true })
      const headers = { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length }
      response.writeHead(200, headers).end(file.bytes)
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://telegram')
    const [, file, given, rest] = /^\/(file\/)?bot([^/]*)\/(.*)$/u.exec(decodeURI(url.pathname)) ?? []
    const blank: Call = { method: rest ?? url.pathname, params: {}, files: new Map() }
    if (given === undefined || rest === undefined) {
      answerJson(response, refused(blank, { code: 404, description: 'Not Found' }))
    } else if (given !== token) {
      const known = /^\d+:[\w-]{20,}$/u.test(given)
      const description = known ? 'Unauthorized' : 'Unauthorized: invalid token specified'
      answerJson(response, refused(blank, { code: 401, description }))
    } else if (file !== undefined) {
      download(response, rest)
    } else {
      const body = await readBody(request, url.searchParams).catch((error: unknown) => refusalOf(error))
      if (body === undefined || !('params' in body)) {
        answerJson(response, refused(blank, body ?? { code: 400, description: 'Bad Request' }))
        return
      }
      const call: Call = { method: rest, ...body }
      if (!meet(response, call)) answerJson(response, run(call))
    }
  }

  const http = createServer((request, response) => {
    deps.onFlight(1)
    response.once('close', () => deps.onFlight(-1))
    handle(request, response).catch((error: unknown) => {
      judge.note(`the simulator failed: ${String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>(resolve => http.listen(port, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    run,
    close: async () => {
      http.closeAllConnections()
      await new Promise<void>(resolve => http.close(() => resolve()))
    },
  }
}
