// Fetches a document that a person sent. It never takes longer than `limitMs` in all, never holds more than a file may
// have, and its errors quote nothing: the address holds the bot's token.

import { largestFile } from '../../app/message.ts'
import type { Log } from '../../app/ports/environment.ts'
import { type Api, after, type Network } from './api.ts'

/** Rejects when the file cannot be had now, or is too large. */
export type FetchFile = (fileId: string) => Promise<Uint8Array>

type Options = {
  readonly api: Api
  readonly token: string
  readonly apiRoot: string | undefined
  readonly log: Log
  readonly limitMs?: number | undefined
  /** The platform's own when absent. */
  readonly network?: Pick<Network, 'fetch' | 'after'> | undefined
}

/** The update waits for this, and Telegram for the update. */
const usualLimitMs = 10_000
/** A second attempt mends most of what a network breaks. */
const attempts = 2

export const createFetchFile = (options: Options): FetchFile => {
  const { api, token, apiRoot, log, limitMs = usualLimitMs, network } = options
  const { fetch: get, after: limitAfter } = network ?? { fetch, after }
  const root = apiRoot ?? 'https://api.telegram.org'

  const attempt = async (file_id: string, signal: AbortSignal): Promise<Uint8Array | Unfetched> => {
    const answer = await api('getFile', { file_id }, limitMs / attempts)
    if (!answer.ok) return { why: answer.failure.type, again: answer.failure.type === 'transport' }
    const path = answer.result.file_path
    if (path === undefined) return { why: 'no path', again: false }
    try {
      // Bot API, getFile: the address holds for at least an hour.
      const address = `${root}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`
      const response = await get(address, { signal, redirect: 'error' })
      if (!response.ok) return { why: String(response.status), again: response.status >= 500 }
      return (await within(response)) ?? { why: 'too large', again: false }
    } catch {
      return { why: signal.aborted ? 'time limit' : 'network', again: true }
    }
  }

  return async fileId => {
    const limit = new AbortController()
    const lift = limitAfter(limitMs, () => limit.abort())
    try {
      let failed = ''
      for (let tried = 0; tried < attempts && !limit.signal.aborted; tried += 1) {
        const fetched = await attempt(fileId, limit.signal)
        if (fetched instanceof Uint8Array) return fetched
        failed = fetched.why
        if (!fetched.again) break
      }
      log('telegram.file-unfetched', { why: failed })
      throw new Error('not fetched')
    } finally {
      lift()
    }
  }
}

type Unfetched = { readonly why: string; readonly again: boolean }

/** The body, unless it is larger than a file may be; then it is not read to its end. */
const within = async (response: Response): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length
    if (size > largestFile) {
      await reader?.cancel()
      return null
    }
    parts.push(part.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
