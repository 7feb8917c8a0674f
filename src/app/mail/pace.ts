// Gives leave to call a channel: replies before bulk, all within the limit of the whole, and nobody while its breaker is
// shut. All time is the environment's.

import type { ChatRef } from '../message.ts'
import type { Rate } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'
import { type CallEnd, createBreaker, type Pass } from './breaker.ts'
import { createMeter } from './meter.ts'

export type Pace = {
  /** Waits for leave; null when the channel is shut. A chat that asks twice waits once. */
  readonly ask: (chat: ChatRef, isBulk: boolean) => Promise<Pass | null>
  /** A chat that waits is due an answer now. */
  readonly prefer: (chat: ChatRef) => void
  readonly ended: (pass: Pass, end: CallEnd) => void
  readonly isShut: () => boolean
  /** Gives leave to nobody any more. */
  readonly close: () => void
}

type PaceDeps = {
  readonly environment: Pick<Environment, 'elapsed' | 'sleep'>
  readonly whole: Rate | undefined
  readonly shut: () => void
  /** Chats that were sent away may come again. */
  readonly opened: () => void
}

const unlimited: Rate = { everyMs: 0, burst: 0 }
/** On Workers a call may never come to an end. */
const longestCallMs = 60_000
/** Calls at once: what 25 a second need when each takes two. While the other side hangs, no more do. */
const mostCalls = 50

export const createPace = ({ environment, whole = unlimited, shut, opened }: PaceDeps): Pace => {
  const { elapsed, sleep } = environment
  const meter = createMeter(whole)
  const breaker = createBreaker({ shut, opened })
  const replies = new Map<ChatRef, (pass: Pass | null) => void>()
  const bulk: typeof replies = new Map()
  const underWay = new Set<Pass>()
  let isClosed = false
  let alarm = Number.POSITIVE_INFINITY

  const isShut = (): boolean => isClosed || breaker.isShut(elapsed())

  const sendAllAway = (): void => {
    const waiting = [...replies.values(), ...bulk.values()]
    replies.clear()
    bulk.clear()
    for (const resolve of waiting) resolve(null)
  }

  const isFull = (now: number): boolean => {
    if (underWay.size >= mostCalls) for (const pass of underWay) if (pass.until <= now) underWay.delete(pass)
    return underWay.size >= mostCalls
  }

  /** Gives leave to all that may go now, and comes back when the next one may. */
  const serve = (): void => {
    if (isShut()) sendAllAway()
    for (;;) {
      const now = elapsed()
      const queue = replies.size > 0 ? replies : bulk
      const [first] = queue
      if (!first || isFull(now) || !breaker.isOpen(now)) return
      const waitMs = meter.waitMs(now, queue === bulk)
      if (waitMs > 0) {
        serveAt(now + waitMs)
        return
      }
      const [chat, resolve] = first
      const pass = { chat, until: now + longestCallMs }
      queue.delete(chat)
      meter.count(now)
      underWay.add(pass)
      breaker.passed(pass)
      resolve(pass)
    }
  }

  /** On Workers an alarm whose time is over was set by a request that has ended: it never comes. */
  const serveAt = (at: number): void => {
    if (alarm <= at && alarm > elapsed()) return
    alarm = at
    void sleep(Math.max(1, at - elapsed())).then(() => {
      if (alarm === at) alarm = Number.POSITIVE_INFINITY
      serve()
    })
  }

  return {
    ask: (chat, isBulk) =>
      new Promise(resolve => {
        const queue = isBulk && !replies.has(chat) ? bulk : replies
        for (const each of [replies, bulk]) each.get(chat)?.(null)
        if (queue === replies) bulk.delete(chat)
        queue.set(chat, resolve) // in the place of the one before
        serve()
      }),
    prefer: chat => {
      const resolve = bulk.get(chat)
      if (resolve) {
        bulk.delete(chat)
        replies.set(chat, resolve)
      }
      serve()
    },
    ended: (pass, end) => {
      underWay.delete(pass)
      breaker.ended(pass, end, elapsed())
      serve()
    },
    isShut,
    close: () => {
      isClosed = true
      serve()
    },
  }
}
