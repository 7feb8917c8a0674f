// Mail on its way out: a chat is held, its rows are sent in order, and what became of them is stored. Whoever commits
// mostly holds the chat already. A process that dies in between leaves a lease that runs out; at most one message is
// then sent twice.

import { assemble } from './assemble.ts'
import type { ChatRef } from './message.ts'
import type {
  Channel,
  Commit,
  Committed,
  Delivered,
  FileBody,
  Log,
  Mail,
  Sent,
  Store,
  World,
} from './ports.ts'

export type Delivering = {
  readonly store: Store
  readonly world: World
  readonly channels: readonly Channel[]
  readonly log: Log
}

export type Deliver = {
  /** Commit, and send what it causes soon. */
  readonly commit: (commit: Commit) => Promise<Committed>
  /** There is mail for this chat: send it soon. */
  readonly wake: (chat: ChatRef) => void
  /** Wake every chat whose mail is due; call it at the start and from time to time. */
  readonly sweep: () => Promise<void>
  /** Resolves when nothing is being sent to this chat; or to any, and what became of it all is stored. */
  readonly quiet: (chat?: ChatRef) => Promise<void>
  readonly isQuiet: (chat: ChatRef) => boolean
}

/** How long a chat is held: several times a channel's own limit for one call (Telegram: 20 s). */
const leaseMs = 120_000
/** After so many attempts a message is given up (with growing pauses, about a day). */
const mostAttempts = 40

export const createDeliver = (room: Delivering): Deliver => {
  const { store, world, log } = room
  const running = new Map<ChatRef, Promise<void>>()
  const again = new Set<ChatRef>()
  /** Mail that was leased with its commit. */
  const given = new Map<ChatRef, readonly Mail[]>()
  const storing = new Map<ChatRef, Promise<void>>()
  const held = new Map<string, number>()

  const failed = (error: unknown): void =>
    log('deliver.failed', { error: error instanceof Error ? error.name : 'unknown' })
  let recovering: Promise<void> | null = store
    .recover()
    .catch(failed)
    .finally(() => {
      recovering = null
    })

  const wake = (chat: ChatRef): void => {
    if (running.has(chat)) {
      again.add(chat)
      return
    }
    const run = deliverChat(chat)
      .catch(failed)
      .finally(() => {
        running.delete(chat)
        if (again.delete(chat)) wake(chat)
      })
    running.set(chat, run)
  }

  const commit: Deliver['commit'] = async commit => {
    if (recovering) await recovering
    const { committed, mail } = await store.commitAndLease(commit, world.now() + leaseMs)
    if (committed !== 'done') return committed
    for (const chat of new Set(commit.outbox.map(({ to }) => to))) {
      const mine = mail.filter(each => each.outgoing.to === chat)
      if (mine.length > 0) given.set(chat, [...(given.get(chat) ?? []), ...mine])
      wake(chat)
      if (mine.length < commit.outbox.filter(({ to }) => to === chat).length) again.add(chat)
    }
    return committed
  }

  const deliverChat = async (chat: ChatRef): Promise<void> => {
    const channel = room.channels.find(each => chat.startsWith(`${each.name}:`))
    for (;;) {
      const handed = given.get(chat)
      given.delete(chat)
      if (!channel || (held.get(channel.name) ?? 0) > world.now()) {
        again.delete(chat)
        return handed && store.delivered(chat, []) // for a later sweep, or another process
      }
      if (!handed) {
        again.delete(chat)
        await storing.get(chat)
      }
      const now = world.now()
      const mails = handed ?? (await store.lease(chat, now, now + leaseMs))
      if (mails.length === 0) return
      const { outcomes, after, movedTo } = await sendAll(room, channel, chat, mails)
      if (after) held.set(channel.name, after)
      await stored(chat, outcomes)
      if (movedTo) wake(movedTo)
      // Whoever commits more meanwhile wakes us again; what an unsent message held back is for the next sweep.
      if (!again.has(chat) && !given.has(chat)) return
    }
  }

  const stored = async (chat: ChatRef, outcomes: readonly Delivered[]): Promise<void> => {
    const work = store.delivered(chat, outcomes)
    if (!store.inOrder) return work
    const noted = work.catch(failed).then(() => {
      if (storing.get(chat) === noted) storing.delete(chat)
    })
    storing.set(chat, noted)
  }

  return {
    commit,
    wake,
    sweep: async () => {
      await recovering
      for (const chat of await store.chatsWithMail(world.now())) wake(chat)
    },
    isQuiet: chat => !running.has(chat),
    quiet: async chat => {
      const pending = () =>
        (chat ? [running.get(chat)] : [...running.values(), ...storing.values()]).filter(
          run => run !== undefined,
        )
      while (pending().length > 0) await Promise.all(pending())
    },
  }
}

type Round = {
  readonly outcomes: readonly Delivered[]
  /** When the whole channel may be used again. */
  readonly after: number | null
  readonly movedTo: ChatRef | null
}

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
        return { outcomes, after: sent.scope === 'channel' ? dueAt : null, movedTo: null }
      }
      case 'unreachable':
        room.log('deliver.unreachable', { channel: channel.name })
        await room.store.unreachable(chat, room.world.now())
        return { outcomes, after: null, movedTo: null }
      case 'moved':
        await room.store.moveChat(chat, sent.to)
        return { outcomes, after: null, movedTo: sent.to }
      case 'refused':
        room.log('deliver.refused', { channel: channel.name, reason: sent.reason })
        outcomes.push({ id, state: 'failed' })
        break
      default:
        sent satisfies never
    }
  }
  return { outcomes, after: null, movedTo: null }
}

const sendOne = async (
  room: Delivering,
  channel: Channel,
  { outgoing, editsMessage }: Mail,
): Promise<Sent> => {
  let file: FileBody | null = null
  if (outgoing.file && !channel.linksFiles) {
    try {
      file = await assemble(room, outgoing.file)
    } catch (error) {
      return { type: 'refused', reason: error instanceof Error ? error.name : 'unknown' }
    }
  }
  return channel.send(outgoing, editsMessage, file)
}
