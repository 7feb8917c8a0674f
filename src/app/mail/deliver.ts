// Mail on its way out: which chats are served, and when. The committer mostly holds its chat already; everything else is
// found by a sweep. A process that dies leaves leases that run out, and at most one message a chat is then sent twice.

import type { ChatRef } from '../message.ts'
import type { Channel } from '../ports/channel.ts'
import type { Commit, Committed } from '../ports/commit.ts'
import { leaseMs, type Mail, type Outbox } from '../ports/outbox.ts'
import { type BacklogWatch, createBacklog } from './backlog.ts'
import { createCalls } from './calls.ts'
import { createPaces } from './paces.ts'
import type { SendDeps } from './send.ts'
import { serveChat } from './serve-chat.ts'
import { createTrouble } from './trouble.ts'
import { createUnsaved } from './unsaved.ts'

export type DeliverDeps = SendDeps & {
  readonly outbox: Outbox
  /** Asked for each chat, since a channel may be made after this. */
  readonly channels: () => readonly Channel[]
  /** The most chats that a sweep wakes; all when absent. */
  readonly mostChats?: number | undefined
}

export type Deliver = BacklogWatch & {
  /** Commit, and send its mail soon. */
  readonly commit: (commit: Commit) => Promise<Committed>
  /** There is mail for this chat: send it soon, and behind all answers when it is bulk. */
  readonly wake: (chat: ChatRef, isBulk?: boolean) => void
  /** Wake the chats whose mail is due; call it at the start and each second. */
  readonly sweep: () => Promise<void>
  /** Resolves when nothing is being sent to this chat; or to any, and all outcomes are stored or kept for the next sweep. */
  readonly quiet: (chat?: ChatRef) => Promise<void>
  readonly isQuiet: (chat: ChatRef) => boolean
  /** Nothing more is begun: each chat stops behind the message under way, and the rest waits for the next start. */
  readonly end: () => void
}

/**
 * A serving and its deadline, of elapsed time: on Workers a cancelled request's promise never settles. Each message that is
 * sent is a sign of life, so one that is merely slow is never overtaken.
 */
type Run = {
  over: Promise<void>
  until: number
  /** It has leased nothing yet: its lease will find what comes meanwhile. */
  isWaiting: boolean
  isBulk: boolean
  hasMore: boolean
}
/** Mail that was leased with its commit, and until when it may be sent without a further look, of elapsed time. */
type Given = { readonly mails: readonly Mail[]; readonly until: number }

const shortPauseMs = 3_000

export const createDeliver = (deps: DeliverDeps): Deliver => {
  const { outbox, environment, log, channels } = deps
  const { elapsed } = environment
  const running = new Map<ChatRef, Run>()
  const given = new Map<ChatRef, Given>()
  let hasEnded = false

  const { failed, troubled } = createTrouble(log, elapsed)
  const unsaved = createUnsaved({ outbox, environment, failed })
  let recovering: Promise<void> | null = outbox
    .recover()
    .catch(failed)
    .finally(() => {
      recovering = null
    })

  const { channelOf, paceOf, isShut, close } = createPaces({
    ...{ channels, environment, log },
    opened: () => void sweep().catch(failed),
  })

  const isAlive = ({ until }: Run): boolean => until > elapsed()
  const served = (chat: ChatRef): Run | undefined => {
    const run = running.get(chat)
    return run && isAlive(run) ? run : undefined
  }

  const wake: Deliver['wake'] = (chat, isBulk = false) => {
    const channel = channelOf(chat)
    if (!channel || hasEnded) return
    const pace = paceOf(channel)
    const busy = served(chat)
    if (busy) {
      if (!busy.isWaiting || given.has(chat)) busy.hasMore = true
      if (isBulk) return
      busy.isBulk = false
      pace.prefer(chat)
      return
    }
    const run: Run = {
      over: Promise.resolve(),
      until: elapsed() + leaseMs,
      isWaiting: true,
      isBulk,
      hasMore: false,
    }
    running.set(chat, run)
    const isReplaced = (): boolean => running.get(chat) !== run
    const goesOn = (): boolean => {
      run.until = elapsed() + leaseMs
      return !isReplaced() && !hasEnded
    }
    const takeGiven = (): readonly Mail[] | 'stale' | undefined => {
      // One that is being sent is not put off any more.
      Object.assign(run, { isWaiting: false, isBulk: false })
      const found = given.get(chat)
      given.delete(chat)
      if (!found) run.hasMore = false
      return found && (found.until > elapsed() ? found.mails : 'stale')
    }
    const hasMore = (): boolean => {
      if (run.hasMore || given.has(chat)) return true
      if (!isReplaced()) running.delete(chat)
      return false
    }
    const calls = createCalls(environment, channel, pace, chat, () => run.isBulk)
    run.over = serveChat({ ...deps, unsaved, troubled, pauses }, chat, {
      ...{ channel, calls, takeGiven, goesOn, isReplaced, hasMore },
    })
      .catch(async error => {
        failed(error)
        if (!isReplaced()) await unsaved.save(chat, [])
      })
      .catch(failed)
      .finally(() => {
        calls.over()
        if (!isReplaced()) running.delete(chat)
      })
  }

  /** A short pause ends on time; a long one is found by a sweep. */
  const pauses = (chat: ChatRef, ms: number): void => {
    if (ms <= shortPauseMs) void environment.sleep(ms).then(() => wake(chat))
  }

  const commit: Deliver['commit'] = async commit => {
    if (recovering) await recovering
    const chats = new Set(commit.outbox.map(({ to }) => to))
    for (const chat of chats) if (unsaved.has(chat)) await unsaved.save(chat, [])
    const until = elapsed() + leaseMs / 2
    const isForLater = commit.isBulk || hasEnded || [...chats].every(isShut)
    const { committed, mail } = await outbox.commitAndLease(
      commit,
      isForLater ? null : environment.now() + leaseMs,
    )
    if (committed !== 'done') return committed
    for (const chat of chats) {
      const mine = mail.filter(each => each.outgoing.to === chat)
      if (mine.length > 0) {
        const before = given.get(chat)
        given.set(chat, { mails: [...(before?.mails ?? []), ...mine], until: before?.until ?? until })
      }
      wake(chat, commit.isBulk)
      const run = running.get(chat)
      if (run && mine.length > 0 && mine.length < commit.outbox.filter(({ to }) => to === chat).length)
        run.hasMore = true
    }
    return committed
  }

  const sweep: Deliver['sweep'] = async () => {
    await recovering
    for (const chat of unsaved.chats()) wake(chat)
    for (const { chat, isBulk } of await outbox.chatsWithMail(environment.now(), deps.mostChats)) {
      if (!isShut(chat)) wake(chat, isBulk)
    }
  }

  const quiet: Deliver['quiet'] = async chat => {
    if (chat && unsaved.has(chat)) wake(chat)
    const pending = () => {
      const runs = chat ? [running.get(chat)].filter(run => run !== undefined) : [...running.values()]
      return [...runs.filter(isAlive).map(({ over }) => over), ...(chat ? [] : unsaved.underWay())]
    }
    while (pending().length > 0) await Promise.all(pending())
  }

  return {
    commit,
    wake,
    sweep,
    quiet,
    isQuiet: chat => !served(chat) && !unsaved.has(chat),
    ...createBacklog({ outbox, environment, log }),
    end: () => {
      hasEnded = true
      close()
      for (const chat of given.keys()) if (!served(chat)) void unsaved.save(chat, []).catch(failed)
    },
  }
}
