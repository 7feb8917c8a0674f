// Telegram's sending limits, on the simulator's clock: one message a second per chat, 30 a second per bot,
// 20 a minute per group. Off unless asked for; a call over the limit meets 429, which is no violation.

import { refuse } from './refusal.ts'
import type { SimChat } from './types.ts'

const SENDING = /^(send(?!chataction)|edit)/u

export interface Rates {
  /** Counts one call; refuses it with 429 when it comes too early. */
  check(method: string, chat: SimChat): void
}

/** Sliding windows over the instants of accepted calls; a chat takes `perChat` of them a second. */
export function createRates(now: () => number, enabled: boolean, perChat = 1): Rates {
  const windows = new Map<string, number[]>()
  const wait = (key: string, limit: number, span: number): number => {
    const kept = (windows.get(key) ?? []).filter(time => time > now() - span)
    windows.set(key, kept)
    const oldest = kept[kept.length - limit]
    return oldest === undefined ? 0 : oldest + span - now()
  }
  return {
    check: (method, chat) => {
      if (!enabled || !SENDING.test(method)) return
      const group = chat.type !== 'private'
      const keys = ['bot', `chat ${chat.id}`, ...(group ? [`group ${chat.id}`] : [])]
      const longest = Math.max(
        wait('bot', 30, 1000),
        wait(`chat ${chat.id}`, perChat, 1000),
        group ? wait(`group ${chat.id}`, 20, 60_000) : 0,
      )
      if (longest > 0) {
        const retry_after = Math.ceil(longest / 1000)
        const description = `Too Many Requests: retry after ${retry_after}`
        refuse({ code: 429, description, parameters: { retry_after } })
      }
      for (const key of keys) windows.get(key)?.push(now())
    },
  }
}
