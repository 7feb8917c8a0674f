// Who listens to which chat in this process. A page that opens too many streams loses its oldest ones.

import type { ChatRef } from '../../app/message.ts'

type Listener = { readonly wake: () => void; readonly end: () => void }

/** Tabs of one browser; HTTP/1.1 allows it six connections to one host anyway. */
const mostPerChat = 6

export const createWaker = () => {
  const chats = new Map<ChatRef, readonly Listener[]>()
  return {
    wake: (chat: ChatRef): void => {
      for (const { wake } of chats.get(chat) ?? []) wake()
    },
    endAll: (): void => {
      for (const listeners of chats.values()) for (const { end } of listeners) end()
    },
    /** Returns the way to stop listening. */
    listen: (chat: ChatRef, listener: Listener): (() => void) => {
      const others = chats.get(chat) ?? []
      const kept = others.slice(Math.max(0, others.length + 1 - mostPerChat))
      chats.set(chat, [...kept, listener])
      for (const each of others) if (!kept.includes(each)) each.end()
      return () => {
        const rest = (chats.get(chat) ?? []).filter(each => each !== listener)
        if (rest.length > 0) chats.set(chat, rest)
        else chats.delete(chat)
      }
    },
  }
}
