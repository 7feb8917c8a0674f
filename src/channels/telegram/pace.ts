// The reach of a failure and the wait after it, from the sends of this process. It must not be relied on beyond this
// process: several of them share one bot, and Telegram's 429 stays the law.

export type Scope = 'chat' | 'channel'

export type Pace = {
  /** A message was taken by this chat. */
  readonly sent: (chat: number) => void
  /** The scope of a 429: the chat's only where that is clear. */
  readonly flooded: (chat: number) => Scope
  /** The n-th failure of this message: how long to wait, and whether all chats wait. */
  readonly failed: (id: string, times: number) => { readonly afterMs: number; readonly scope: Scope }
}

const second = 1000
/** Bot API FAQ: about 30 messages a second for a bot; half of it cannot have met that limit. */
const few = 15
const longestMs = 60_000
/** Ids remembered while nothing goes through; more tell nothing new. */
const manyFailing = 2

/** `now` is epoch milliseconds. */
export const createPace = (now: () => number): Pace => {
  /** The last `few` sends, oldest first: with so many within a second it does not matter what was before. */
  const lately: { readonly chat: number; readonly at: number }[] = []
  const failing = new Set<string>()
  return {
    sent: chat => {
      lately.push({ chat, at: now() })
      if (lately.length > few) lately.shift()
      failing.clear()
    },
    flooded: chat => {
      // Groups have a limit of their own (20 a minute), private chats about one message a second.
      if (chat < 0) return 'chat'
      const since = now() - second
      const sends = lately.filter(({ at }) => at > since)
      return sends.length < few && sends.some(send => send.chat === chat) ? 'chat' : 'channel'
    },
    failed: (id, times) => {
      if (failing.size < manyFailing) failing.add(id)
      // One message that never goes through must not stop all others; two in a row are Telegram's trouble.
      const scope = failing.size < manyFailing ? 'chat' : 'channel'
      return { afterMs: Math.min(longestMs, second * 2 ** Math.min(times, 10)), scope }
    },
  }
}
