// Mail on its way out: a chat is held, its rows are sent in order, and their outcomes are stored. The committer mostly
// holds the chat already. A process that dies in between leaves a lease that runs out; at most one message is then
// sent twice.

import type { ChatRef } from '../message.ts'
import type { Channel } from '../ports/channel.ts'
import type { Commit, Committed } from '../ports/commit.ts'
import type { Delivered, Mail, Outbox } from '../ports/outbox.ts'
import { type SendDeps, sendAll } from './send.ts'

export type DeliverDeps = SendDeps & {
  readonly outbox: Outbox
  /** Asked for each chat, since a channel may be made after this. */
  readonly channels: () => readonly Channel[]
}

export type Deliver = {
  /** Commit, and send its mail soon. */
  readonly commit: (commit: Commit) => Promise<Committed>
  /** There is mail for this chat: send it soon. */
  readonly wake: (chat: ChatRef) => void
  /** Wake every chat whose mail is due; call it at the start and from time to time. */
  readonly sweep: () => Promise<void>
  /** Resolves when nothing is being sent to this chat; or to any, and all outcomes are stored. */
  readonly quiet: (chat?: ChatRef) => Promise<void>
  readonly isQuiet: (chat: ChatRef) => boolean
  /** Nothing more is begun: each chat stops behind the message under way, and the rest waits for the next start. */
  readonly end: () => void
}

/** How long a chat is held: several times a channel's own limit for one call (Telegram: 20 s). */
export const leaseMs = 120_000

/**
 * A running delivery and its deadline, of elapsed time: on Workers a cancelled request's promise never settles. Each message that is
 * sent is a sign of life, so a delivery that is merely slow is never overtaken.
 */
type Run = { over: Promise<void>; until: number }
/** Mail that was leased with its commit, and until when, of elapsed time. */
type Given = { readonly mails: readonly Mail[]; readonly until: number }

export const createDeliver = (deps: DeliverDeps): Deliver => {
  const { outbox, environment, log } = deps
  const running = new Map<ChatRef, Run>()
  const again = new Set<ChatRef>()
  const given = new Map<ChatRef, Given>()
  const storing = new Set<Promise<void>>()
  const held = new Map<string, number>()
  let hasEnded = false

  const failed = (error: unknown): void =>
    log('deliver.failed', { error: error instanceof Error ? error.name : 'unknown' })
  let recovering: Promise<void> | null = outbox
    .recover()
    .catch(failed)
    .finally(() => {
      recovering = null
    })

  const isAlive = ({ until }: Run): boolean => until > environment.elapsed()
  const served = (chat: ChatRef): Run | undefined => {
    const run = running.get(chat)
    return run && isAlive(run) ? run : undefined
  }

  const wake = (chat: ChatRef): void => {
    if (hasEnded) return
    if (served(chat)) {
      again.add(chat)
      return
    }
    const run: Run = { over: Promise.resolve(), until: 0 }
    /** Says that this run lives; false when it was taken for dead and another serves the chat. */
    const goesOn = (): boolean => {
      run.until = environment.elapsed() + leaseMs
      return !hasEnded && running.get(chat) === run
    }
    running.set(chat, run)
    run.over = deliverChat(chat, goesOn)
      .catch(failed)
      .finally(() => {
        if (running.get(chat) !== run) return
        running.delete(chat)
        if (again.delete(chat)) wake(chat)
      })
  }

  const takeGiven = (chat: ChatRef): Given | undefined => {
    const found = given.get(chat)
    given.delete(chat)
    return found && found.until > environment.elapsed() ? found : undefined
  }

  const commit: Deliver['commit'] = async commit => {
    if (recovering) await recovering
    const until = environment.elapsed() + leaseMs
    const { committed, mail } = await outbox.commitAndLease(commit, environment.now() + leaseMs)
    if (committed !== 'done') return committed
    for (const chat of new Set(commit.outbox.map(({ to }) => to))) {
      const mine = mail.filter(each => each.outgoing.to === chat)
      if (mine.length > 0) {
        const before = takeGiven(chat)
        given.set(chat, { mails: [...(before?.mails ?? []), ...mine], until: before?.until ?? until })
      }
      wake(chat)
      if (mine.length < commit.outbox.filter(({ to }) => to === chat).length) again.add(chat)
    }
    return committed
  }

  const deliverChat = async (chat: ChatRef, goesOn: () => boolean): Promise<void> => {
    const channel = deps.channels().find(each => chat.startsWith(`${each.name}:`))
    while (goesOn()) {
      const handed = takeGiven(chat)?.mails
      if (!channel || (held.get(channel.name) ?? 0) > environment.elapsed()) {
        again.delete(chat)
        return handed && settle(chat, []) // for a later sweep, or another process
      }
      if (!handed) again.delete(chat)
      const now = environment.now()
      const mails = handed ?? (await outbox.lease(chat, now, now + leaseMs))
      if (mails.length === 0) return
      const { outcomes, restMs, movedTo } = await sendAll(deps, channel, chat, mails, goesOn)
      if (restMs !== null) held.set(channel.name, environment.elapsed() + restMs)
      await settle(chat, outcomes)
      if (movedTo) wake(movedTo)
      // A commit meanwhile wakes us again; mail behind an unsent message is for the next sweep.
      if (!again.has(chat) && !given.has(chat)) return
    }
  }

  const settle = async (chat: ChatRef, outcomes: readonly Delivered[]): Promise<void> => {
    const { ordered, stored } = outbox.settle(chat, outcomes)
    const noted = stored.catch(failed)
    await ordered
    storing.add(noted)
    void noted.then(() => storing.delete(noted))
  }

  return {
    commit,
    wake,
    sweep: async () => {
      await recovering
      for (const chat of await outbox.chatsWithMail(environment.now())) wake(chat)
    },
    isQuiet: chat => !served(chat),
    end: () => {
      hasEnded = true
      for (const chat of given.keys()) if (!served(chat)) void settle(chat, []).catch(failed)
    },
    quiet: async chat => {
      const pending = () => {
        const runs = chat ? [running.get(chat)].filter(run => run !== undefined) : [...running.values()]
        return [...runs.filter(isAlive).map(({ over }) => over), ...(chat ? [] : storing)]
      }
      while (pending().length > 0) await Promise.all(pending())
    },
  }
}
