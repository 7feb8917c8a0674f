// Reads the failure of a call from the value that was thrown. It must not pass on an error's own text, which may hold the
// bot's token and words of people.

import * as z from 'zod'
import type { Redact } from './redact.ts'

export type Failure =
  | { readonly type: 'flood'; readonly afterMs: number }
  /** No answer of Telegram's own: network, time limit, a proxy's page, 5xx. The call may have been carried out. */
  | { readonly type: 'transport'; readonly reason: string }
  /** The token is not (or no longer) good: everything waits for the administrator. */
  | { readonly type: 'unauthorized'; readonly reason: string }
  | { readonly type: 'unreachable'; readonly reason: string }
  | { readonly type: 'moved'; readonly toChat: number }
  | { readonly type: 'refused'; readonly code: number; readonly reason: string }

const answerSchema = z.object({
  error_code: z.int(),
  description: z.string().catch(''),
  parameters: z
    .object({
      retry_after: z.number().optional().catch(undefined),
      migrate_to_chat_id: z.int().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

const gone =
  /chat not found|user not found|peer_id_invalid|user is deactivated|bot was (blocked|kicked)|group chat was deactivated/i
const longestReason = 160

/** Telegram's description without what it quotes of ours. */
const reasonOf = (description: string, redact: Redact): string =>
  redact(description)
    .replace(/"[^"]*"?/g, '"\u2026"')
    .replace(/(^|[\s(:])'[^']*'?/g, "$1'\u2026'")
    .replace(/[^\x20-\x7e\u2026]+/g, '\u2026')
    .slice(0, longestReason)

const reasonOfError = (error: unknown): string => {
  const fields = error as { name?: unknown; code?: unknown; type?: unknown } | null
  const parts = [fields?.name, fields?.code ?? fields?.type].filter(part => typeof part === 'string')
  return (
    parts
      .join(' ')
      .replace(/[^\w .-]/g, '')
      .slice(0, longestReason) || 'unknown'
  )
}

/** Reads a thrown value; `aborted` is the signal's word, for the error differs between Node and workerd. */
export const failureOf = (error: unknown, aborted: boolean, redact: Redact): Failure => {
  if (aborted) return { type: 'transport', reason: 'time limit' }
  const parsed = answerSchema.safeParse((error as { response?: unknown } | null)?.response)
  if (!parsed.success) return { type: 'transport', reason: redact(reasonOfError(error)) }
  const { error_code: code, description, parameters } = parsed.data
  const reason = reasonOf(description, redact)
  const seconds = parameters?.retry_after
  if (code === 429 || seconds !== undefined)
    return { type: 'flood', afterMs: Math.max(1, seconds ?? 5) * 1000 }
  if (code === 400 && parameters?.migrate_to_chat_id !== undefined)
    return { type: 'moved', toChat: parameters.migrate_to_chat_id }
  if (code === 401 || code === 404) return { type: 'unauthorized', reason }
  if (code === 403 || (code === 400 && gone.test(description))) return { type: 'unreachable', reason }
  // Only these say that it will never be accepted; anything else may be another tomorrow.
  return code === 400 || code === 413
    ? { type: 'refused', code, reason }
    : { type: 'transport', reason: `${code}` }
}
