// Whether a channel may be called at all. After a refusal one other chat goes first, as a probe; only when that is refused
// too, all wait. It keeps nothing beyond this process: several share one bot, and its 429 stays the law.

import type { ChatRef } from '../message.ts'

/** Leave for one call. `until`, of elapsed time, nobody waits for its end any longer. */
export type Pass = { readonly chat: ChatRef; readonly until: number }

/** A call's end: answered, never made, or refused, and for how long where that was said. */
export type CallEnd = 'answered' | 'unused' | { readonly refusedMs: number | null }

export type Breaker = {
  readonly isShut: (now: number) => boolean
  /** Whether one more call may be made now. */
  readonly isOpen: (now: number) => boolean
  readonly passed: (pass: Pass) => void
  readonly ended: (pass: Pass, end: CallEnd, now: number) => void
}

type State =
  | { readonly type: 'open' }
  /** Refused in `chat`; the call of another is to tell whether in all. */
  | { readonly type: 'doubt'; readonly chat: ChatRef; readonly probe: Pass | null }
  | { readonly type: 'shut'; readonly chat: ChatRef; readonly until: number }

/** Told once each, however often it is tried in between. */
type Watchers = { readonly shut: () => void; readonly opened: () => void }

const second = 1_000
/** The channel is tried again after a minute at the latest, whatever a single chat was told. */
const longestShutMs = 60_000

export const createBreaker = ({ shut, opened }: Watchers): Breaker => {
  let state: State = { type: 'open' }
  let refusals = 0

  const refuse = (pass: Pass, forMs: number | null, now: number): void => {
    if (state.type === 'open') state = { type: 'doubt', chat: pass.chat, probe: null }
    if (state.type !== 'doubt' || state.probe !== pass) return
    if (pass.chat === state.chat) {
      state = { ...state, probe: null }
      return
    }
    refusals += 1
    if (refusals === 1) shut()
    const growingMs = second * 2 ** Math.min(refusals - 1, 10)
    const pauseMs = Math.min(longestShutMs, Math.max(forMs ?? 0, growingMs))
    state = { type: 'shut', chat: pass.chat, until: now + pauseMs }
  }

  const isShut = (now: number): boolean => state.type === 'shut' && state.until > now
  return {
    isShut,
    isOpen: now => {
      if (isShut(now)) return false
      if (state.type === 'shut') state = { type: 'doubt', chat: state.chat, probe: null }
      return state.type === 'open' || state.probe === null || state.probe.until <= now
    },
    passed: pass => {
      if (state.type === 'doubt') state = { ...state, probe: pass }
    },
    ended: (pass, end, now) => {
      if (typeof end === 'object') refuse(pass, end.refusedMs, now)
      else if (state.type === 'doubt' && state.probe === pass) {
        if (end === 'unused') {
          state = { ...state, probe: null }
          return
        }
        state = { type: 'open' }
        const wasShut = refusals > 0
        refusals = 0
        if (wasShut) opened()
      }
    },
  }
}
