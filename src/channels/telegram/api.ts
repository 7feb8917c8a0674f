// The Bot API as typed calls that never throw, each one POST. Telegraf's own client is not used: it drops fields beside
// an upload without a word, quotes the token in its errors, and costs four times as much for each call.

import type { ApiMethods, Opts } from '@grammyjs/types'
import { type Failure, failureOf } from './failure.ts'
import { createRedactor, type Redact } from './redact.ts'

/** A document to upload. */
export type Upload = { readonly source: Uint8Array; readonly filename: string }
type Methods = ApiMethods<Upload>

export type Answer<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly failure: Failure }

/** `limitMs` is our own time limit for the call, where it is to be shorter than usual. */
export type Api = <M extends keyof Methods>(
  method: M,
  payload: Opts<Upload>[M],
  limitMs?: number,
) => Promise<Answer<ReturnType<Methods[M]>>>

export type BotConnection = {
  readonly token: string
  /** `https://api.telegram.org` when absent. */
  readonly apiRoot?: string | undefined
  /** The webhook's secrets: never seen either. */
  readonly secrets?: readonly string[]
  readonly limitMs?: number
}

const telegramRoot = 'https://api.telegram.org'
const defaultLimitMs = 20_000
const nameUnits = 120

const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'source' in value && value.source instanceof Uint8Array

/** A file name that cannot end its header or name a folder. */
const safeName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}"\\/:*?<>|]/gu, '_')
    .slice(-nameUnits)
    .toWellFormed()

/** A request's content. */
type Body = { readonly type: string; readonly bytes: string | Uint8Array<ArrayBuffer> }

/** A payload with a document is a form of which each field but the document is text; every other is JSON. */
const bodyOf = async (payload: object): Promise<Body> => {
  const fields: readonly (readonly [string, unknown])[] = Object.entries(payload)
  if (!fields.some(([, value]) => isUpload(value)))
    return { type: 'application/json', bytes: JSON.stringify(payload) }
  const form = new FormData()
  for (const [name, value] of fields)
    if (isUpload(value))
      form.append(name, new File([Uint8Array.from(value.source)], safeName(value.filename)))
    else if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  const encoded = new Response(form)
  return {
    type: encoded.headers.get('Content-Type') ?? '',
    bytes: new Uint8Array(await encoded.arrayBuffer()),
  }
}

/** The way to Telegram, and the timers that limit it. */
export type Network = {
  /** The result of a call; a refusal of Telegram's rejects with its answer as `response`. */
  readonly callApi: (method: string, payload: object, options: { signal: AbortSignal }) => Promise<unknown>
  readonly fetch: typeof fetch
  /** Does this after so many milliseconds, unless the function it returns is called before. */
  readonly after: (ms: number, work: () => void) => () => void
}

export const after: Network['after'] = (ms, work) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** The answer of a POST to the Bot API; rejects when there is none. */
export type Post = (
  address: { readonly origin: string; readonly path: string },
  body: Body,
  signal: AbortSignal,
) => Promise<{ readonly status: number; readonly text: string }>

/** The platform's own way. Nothing follows a redirect: the address holds the bot's token. */
const fetchPost: Post = async ({ origin, path }, { type, bytes }, signal) => {
  const headers = { 'Content-Type': type }
  const response = await fetch(origin + path, {
    ...{ method: 'POST', headers, body: bytes, signal, redirect: 'manual' },
  })
  return { status: response.status, text: await response.text() }
}

/** The way of one bot. A refusal of Telegram's rejects with its answer as `response`. */
export const networkOf = (
  { token, apiRoot = telegramRoot }: Pick<BotConnection, 'token' | 'apiRoot'>,
  post: Post = fetchPost,
): Network => {
  const { origin, pathname } = new URL(apiRoot)
  const prefix = `${pathname.replace(/\/$/, '')}/bot${token}/`
  return {
    callApi: async (method, payload, { signal }) => {
      const { status, text } = await post({ origin, path: prefix + method }, await bodyOf(payload), signal)
      const answer = status < 500 ? JSON.parse(text) : { error_code: status }
      if (answer?.ok === true) return answer.result
      throw Object.assign(new Error('refused'), { response: answer })
    },
    fetch: (...request) => fetch(...request),
    after,
  }
}

/** The facade over one way. */
export const createApi = (
  { callApi, after }: Pick<Network, 'callApi' | 'after'>,
  redact: Redact,
  defaultLimit = defaultLimitMs,
): Api => {
  return async (method, payload, limitMs = defaultLimit) => {
    // Not AbortSignal.timeout: it stays behind for the whole limit, long after the answer is there.
    const limit = new AbortController()
    const lift = after(Math.min(limitMs, defaultLimit), () => limit.abort())
    try {
      const result = await callApi(method, payload, { signal: limit.signal })
      return { ok: true, result: result as never }
    } catch (error) {
      return { ok: false, failure: failureOf(error, limit.signal.aborted, redact) }
    } finally {
      lift()
    }
  }
}

/** The facade by itself, for commands that need no bot. */
export const connect = (connection: BotConnection): Api => {
  const { token, secrets = [], limitMs } = connection
  return createApi(networkOf(connection), createRedactor([token, ...secrets]), limitMs)
}
