// Who may call a channel, and when: replies before bulk, all of them within the limit of the whole, and after a refusal
// one chat before the others. It keeps nothing beyond this process: several share one bot, and its 429 stays the law.

import type { ChatRef } from '../message.ts'
import type { Rate } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'
import { createMeter } from './meter.ts'

/** Leave for one call. */
export type Pass = { readonly chat: ChatRef; readonly until: number }

/** A call's end: answered, never made, or refused, and for how long where that was said. */
export type CallEnd = 'answered' | 'unused' | { readonly refusedMs: number | null }

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
  /** Two chats in a row were refused, and nobody may call for a while. */
  readonly shut: () => void
  /** The channel goes on after that: chats that were sent away may come again. */
  readonly opened: () => void
}

/** After a refusal in `chat` the channel is in doubt until the call of another chat, its probe, is answered. */
type State =
  | { readonly type: 'open' }
  | { readonly type: 'doubt'; readonly chat: ChatRef; readonly probe: Pass | null }
  | { readonly type: 'shut'; readonly until: number; readonly chat: ChatRef }

const unlimited: Rate = { everyMs: 0, burst: 0 }
const second = 1_000
/** The channel is tried again after a minute at the latest, whatever a single chat was told. */
const longestShutMs = 60_000
/** On Workers a call may never come to an end; another probe takes over then. */
const longestCallMs = 60_000
/** Calls at once: twice what a limit of 25 a second needs when each takes a second. While the other side hangs, no more do. */
const mostCalls = 50

export const createPace = ({ environment, whole = unlimited, shut, opened }: PaceDeps): Pace => {
  const { elapsed, sleep } = environment
  const meter = createMeter(whole)
  const replies = new Map<ChatRef, (pass: Pass | null) => void>()
  const bulk: typeof replies = new Map()
  const underWay = new Set<Pass>()
  let state: State = { type: 'open' }
  let refusals = 0
  let isClosed = false
  let alarm = Number.POSITIVE_INFINITY

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
    for (;;) {
      const now = elapsed()
      if (isClosed || isShut()) return sendAllAway()
      if (state.type === 'shut') state = { type: 'doubt', chat: state.chat, probe: null }
      if (state.type === 'doubt' && state.probe && state.probe.until > now) return
      if (isFull(now)) return
      const queue = replies.size > 0 ? replies : bulk
      const [first] = queue
      if (!first) return
      const waitMs = meter.waitMs(now, queue === bulk)
      if (waitMs > 0) return serveAt(now + waitMs)
      const [chat, resolve] = first
      queue.delete(chat)
      meter.count(now)
      const pass = { chat, until: now + longestCallMs }
      underWay.add(pass)
      if (state.type === 'doubt') state = { ...state, probe: pass }
      resolve(pass)
    }
  }

  /** An alarm whose time is over was set by a request that has ended, on Workers: it never comes. */
  const serveAt = (at: number): void => {
    if (alarm <= at && alarm > elapsed()) return
    alarm = at
    void sleep(Math.max(1, at - elapsed())).then(() => {
      if (alarm === at) alarm = Number.POSITIVE_INFINITY
      serve()
    })
  }

  const isShut = (): boolean => state.type === 'shut' && state.until > elapsed()

  const refused = (pass: Pass, forMs: number | null): void => {
    if (state.type === 'open') state = { type: 'doubt', chat: pass.chat, probe: null }
    else if (state.type === 'doubt' && state.probe === pass) {
      if (pass.chat === state.chat) state = { ...state, probe: null }
      else {
        refusals += 1
        if (refusals === 1) shut()
        const pauseMs = Math.min(longestShutMs, forMs ?? second * 2 ** Math.min(refusals, 10))
        state = { type: 'shut', until: elapsed() + pauseMs, chat: pass.chat }
      }
    }
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
      if (typeof end === 'object') refused(pass, end.refusedMs)
      else if (state.type === 'doubt' && state.probe === pass) {
        if (end === 'unused') state = { ...state, probe: null }
        else {
          state = { type: 'open' }
          const wasShut = refusals > 0
          refusals = 0
          if (wasShut) opened()
        }
      }
      serve()
    },
    isShut,
    close: () => {
      isClosed = true
      serve()
    },
  }
}
