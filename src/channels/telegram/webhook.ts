// Sets, shows and removes the webhook, for the command line. It never drops pending updates: they are answers.

import { addressAt } from '../address.ts'
import type { Answer, Api } from './api.ts'
import type { Failure } from './failure.ts'
import { createRedactor } from './redact.ts'
import { webhookPath } from './routes.ts'

export type WebhookState = {
  /** Empty when none is set. */
  readonly url: string
  readonly pending: number
  readonly maxConnections: number | null
  readonly allowedUpdates: readonly string[]
  /** `at` is epoch milliseconds. */
  readonly lastError: { readonly at: number; readonly message: string } | null
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
const maxConnections = 40
/** Other bots' webhooks carry a token in their path, which is not shown. */
const redact = createRedactor([])

/** A failure in a few words without any secret. */
export const describeFailure = (failure: Failure): string => {
  switch (failure.type) {
    case 'flood':
      return `429 retry after ${failure.afterMs / 1000} s`
    case 'moved':
      return 'moved'
    case 'refused':
      return `${failure.code} ${failure.reason}`
    default:
      return `${failure.type} ${failure.reason}`
  }
}

const outcome = <T, U>(answer: Answer<T>, value: (result: T) => U): Outcome<U> =>
  answer.ok
    ? { ok: true, value: value(answer.result) }
    : { ok: false, reason: describeFailure(answer.failure) }

/** The webhook's address on a server at this one. */
export const webhookUrl = (publicUrl: string): string => addressAt(publicUrl, webhookPath)

/** Points Telegram at `<publicUrl>/telegram`; the value is that URL. */
export const setWebhook = async (
  api: Api,
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
): Promise<Outcome<string>> => {
  if (!/^[\w-]{1,256}$/.test(secret))
    return { ok: false, reason: 'the secret must be 1-256 of A-Z a-z 0-9 _ -' }
  const url = webhookUrl(publicUrl)
  const answer = await api('setWebhook', {
    url,
    secret_token: secret,
    allowed_updates: allowedUpdates,
    max_connections: maxConnections,
  })
  return outcome(answer, () => url)
}

/** The webhook as Telegram knows it. */
export const showWebhook = async (api: Api): Promise<Outcome<WebhookState>> =>
  outcome(await api('getWebhookInfo', {}), info => ({
    url: redact(info.url ?? ''),
    pending: info.pending_update_count,
    maxConnections: info.max_connections ?? null,
    allowedUpdates: info.allowed_updates ?? [],
    lastError:
      info.last_error_date === undefined
        ? null
        : { at: info.last_error_date * 1000, message: redact(info.last_error_message ?? '') },
  }))

/** Removes the webhook; pending updates stay and come when one is set again. */
export const deleteWebhook = async (api: Api): Promise<Outcome<true>> =>
  outcome(await api('deleteWebhook', {}), () => true as const)
