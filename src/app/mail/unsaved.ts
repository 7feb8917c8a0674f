// Outcomes of mail on their way into the database. One that could not be stored is kept, and stored before anything else
// of its chat: forgotten, its message would be sent a second time.

import type { ChatRef } from '../message.ts'
import type { Environment } from '../ports/environment.ts'
import type { Delivered, HoldUntil, Outbox } from '../ports/outbox.ts'

export type Unsaved = {
  /**
   * Stores outcomes, with those that are kept of this chat, and holds its leased mail on, or lets it go.
   * Resolves when nothing about the chat can overtake them; `stored` says whether they are durable.
   */
  readonly save: (
    chat: ChatRef,
    outcomes: readonly Delivered[],
    hold?: HoldUntil,
  ) => Promise<{ readonly stored: Promise<boolean> }>
  /** Resolves when nothing of the chat is being stored any more; false while something of it is kept. */
  readonly isStored: (chat: ChatRef) => Promise<boolean>
  /** Chats of which something could not be stored. */
  readonly chats: () => readonly ChatRef[]
  readonly has: (chat: ChatRef) => boolean
  /** Under way now. */
  readonly underWay: () => readonly Promise<unknown>[]
}

type UnsavedDeps = {
  readonly outbox: Pick<Outbox, 'settle'>
  readonly environment: Pick<Environment, 'sleep'>
  readonly failed: (error: unknown) => void
}

/** On Workers a cancelled request's promise never settles: none is waited for longer. */
const longestWaitMs = 3_000

export const createUnsaved = ({ outbox, environment, failed }: UnsavedDeps): Unsaved => {
  const kept = new Map<ChatRef, readonly Delivered[]>()
  const saving = new Map<ChatRef, Promise<boolean>>()
  const isOver = async (before: Promise<unknown>): Promise<boolean> => {
    const waiting = new AbortController()
    const isLate = environment.sleep(longestWaitMs, waiting.signal).then(() => false)
    const over = await Promise.race([before.then(() => true), isLate])
    waiting.abort()
    return over
  }
  const allOver = async (chat: ChatRef): Promise<void> => {
    for (let before = saving.get(chat); before; before = saving.get(chat)) if (!(await isOver(before))) break
  }
  return {
    isStored: async chat => {
      await allOver(chat)
      return !kept.has(chat)
    },
    save: async (chat, outcomes, hold) => {
      // Letting go of a chat whose last outcome is not stored would send its message again.
      await allOver(chat)
      const all = [...(kept.get(chat) ?? []), ...outcomes]
      kept.delete(chat)
      const settling = outbox.settle(chat, all, hold)
      const stored = settling.stored.then(
        () => true,
        error => {
          failed(error)
          kept.set(chat, [...all, ...(kept.get(chat) ?? [])])
          return false
        },
      )
      saving.set(chat, stored)
      void stored.then(() => {
        if (saving.get(chat) === stored) saving.delete(chat)
      })
      await settling.ordered
      return { stored }
    },
    chats: () => [...kept.keys()],
    has: chat => kept.has(chat),
    underWay: () => [...saving.values()],
  }
}
