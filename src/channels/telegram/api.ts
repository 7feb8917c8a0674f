// The Bot API as typed calls that never throw, over Telegraf's client, whose types end at Bot API 7.1. It guards
// against Telegraf's silent losses in uploads, its 500 s time limit and its errors that quote the token.

import type { ApiMethods, Opts } from '@grammyjs/types'
import { Telegram } from 'telegraf'
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
  readonly apiRoot?: string
  /** The webhook's secrets: never seen either. */
  readonly secrets?: readonly string[]
  readonly limitMs?: number
}

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

/** With an upload Telegraf drops object fields without a word, and sends no file at all from a Uint8Array. */
const prepare = (payload: object): object => {
  const fields = Object.entries(payload)
  if (!fields.some(([, value]) => isUpload(value))) return payload
  return Object.fromEntries(
    fields.map(([name, value]: [string, unknown]) => {
      if (isUpload(value))
        return [name, { source: Buffer.from(value.source), filename: safeName(value.filename) }]
      return [name, typeof value === 'object' && value !== null ? JSON.stringify(value) : value]
    }),
  )
}

/** Options for any client of Telegraf's: its own agent keeps connections alive. */
export const clientOptions = ({ apiRoot }: Pick<BotConnection, 'apiRoot'>) => ({
  webhookReply: false,
  ...(apiRoot === undefined ? {} : { apiRoot }),
})

/** The way to Telegram, and the timers that limit it. */
export type Network = {
  /** Rejects as Telegraf's does. */
  readonly callApi: (method: string, payload: object, options: { signal: AbortSignal }) => Promise<unknown>
  readonly fetch: typeof fetch
  /** Does this after so many milliseconds, unless the function it returns is called before. */
  readonly after: (ms: number, work: () => void) => () => void
}

export const after: Network['after'] = (ms, work) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** The way through Telegraf's client. Method names and payloads are those of @grammyjs/types; it only carries them. */
export const networkOf = (client: Telegram): Network => ({
  callApi: client.callApi.bind(client) as unknown as Network['callApi'],
  fetch: (...request) => fetch(...request),
  after,
})

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
      const result = await callApi(method, prepare(payload), { signal: limit.signal })
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
  return createApi(
    networkOf(new Telegram(token, clientOptions(connection))),
    createRedactor([token, ...secrets]),
    limitMs,
  )
}
