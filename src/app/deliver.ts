// Mail on its way out: a chat is leased, its rows are sent in order, and what became of them is stored. A process
// that dies in between leaves a lease that runs out; at most one message is then sent twice.

import { assemble } from './assemble.ts'
import type { ChatRef } from './message.ts'
import type { Channel, Delivered, FileBody, Log, Mail, Sent, Store, World } from './ports.ts'

export type Delivering = {
  readonly store: Store
  readonly world: World
  readonly channels: readonly Channel[]
  readonly log: Log
}

export type Deliver = {
  /** There is mail for this chat: send it soon. */
  readonly wake: (chat: ChatRef) => void
  /** Wake every chat whose mail is due; call it at the start and from time to time. */
  readonly sweep: () => Promise<void>
  /** Resolves when nothing is being sent to this chat, or to any. */
  readonly quiet: (chat?: ChatRef) => Promise<void>
}

/** How long a chat is held: longer than a channel's own limit for one call times the rows of a lease. */
const leaseMs = 120_000
/** After so many attempts a message is given up (with growing pauses, about a day). */
const mostAttempts = 40

export const createDeliver = (room: Delivering): Deliver => {
  const running = new Map<ChatRef, Promise<void>>()
  const again = new Set<ChatRef>()
  const held = new Map<string, number>()

  const wake = (chat: ChatRef): void => {
    if (running.has(chat)) {
      again.add(chat)
      return
    }
    const run = deliverChat(chat)
      .catch((error: unknown) =>
        room.log('deliver.failed', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        running.delete(chat)
        if (again.delete(chat)) wake(chat)
      })
    running.set(chat, run)
  }

  const deliverChat = async (chat: ChatRef): Promise<void> => {
    const channel = room.channels.find(each => chat.startsWith(`${each.name}:`))
    if (!channel || (held.get(channel.name) ?? 0) > room.world.now()) return
    for (;;) {
      again.delete(chat)
      const now = room.world.now()
      const mails = await room.store.lease(chat, now, now + leaseMs)
      if (mails.length === 0) return
      const { outcomes, after } = await sendAll(room, channel, chat, mails)
      if (after) held.set(channel.name, after)
      await room.store.delivered(chat, outcomes)
      // Whoever commits more meanwhile wakes us again; what an unsent message held back is for the next sweep.
      if (!again.has(chat)) return
    }
  }

  return {
    wake,
    sweep: async () => {
      for (const chat of await room.store.chatsWithMail(room.world.now())) wake(chat)
    },
    quiet: async chat => {
      const pending = () =>
        (chat ? [running.get(chat)] : [...running.values()]).filter(run => run !== undefined)
      while (pending().length > 0) await Promise.all(pending())
    },
  }
}

type Round = { readonly outcomes: readonly Delivered[]; readonly after: number | null }

/** Send in order and stop at the first that must wait: what follows it stays behind it. */
const sendAll = async (
  room: Delivering,
  channel: Channel,
  chat: ChatRef,
  mails: readonly Mail[],
): Promise<Round> => {
  const outcomes: Delivered[] = []
  for (const mail of mails) {
    const { id } = mail.outgoing
    const sent = await sendOne(room, channel, mail)
    switch (sent.type) {
      case 'sent':
        outcomes.push({ id, state: 'sent', message: sent.message })
        break
      case 'retry': {
        const dueAt = room.world.now() + sent.afterMs
        const isLast = mail.attempts + 1 >= mostAttempts
        outcomes.push(isLast ? { id, state: 'failed' } : { id, state: 'queued', dueAt })
        return { outcomes, after: sent.scope === 'channel' ? dueAt : null }
      }
      case 'unreachable':
        room.log('deliver.unreachable', { channel: channel.name })
        await room.store.unreachable(chat, room.world.now())
        return { outcomes, after: null }
      case 'moved':
        await room.store.moveChat(chat, sent.to)
        return { outcomes, after: null }
      case 'refused':
        room.log('deliver.refused', { channel: channel.name, reason: sent.reason })
        outcomes.push({ id, state: 'failed' })
        break
      default:
        sent satisfies never
    }
  }
  return { outcomes, after: null }
}

const sendOne = async (
  room: Delivering,
  channel: Channel,
  { outgoing, editsMessage }: Mail,
): Promise<Sent> => {
  let file: FileBody | null = null
  if (outgoing.file) {
    try {
      file = await assemble(room, outgoing.file)
    } catch (error) {
      return { type: 'refused', reason: error instanceof Error ? error.name : 'unknown' }
    }
  }
  return channel.send(outgoing, editsMessage, file)
}
