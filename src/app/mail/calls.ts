// The calls of one chat while it is served: each takes its turn, within the chat's own limit and the whole channel's, and
// its end is told to the channel's pace.

import type { ChatRef } from '../message.ts'
import type { AskTurn, Channel } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'
import type { CallEnd, Pass } from './breaker.ts'
import { createMeter } from './meter.ts'
import type { Pace } from './pace.ts'

export type Calls = {
  /** Waits for leave before anything is leased; false when there is none now. */
  readonly wait: AskTurn
  /** Handed to the channel, which asks before each call. */
  readonly askTurn: AskTurn
  /** The last call's end. */
  readonly ended: (end: CallEnd) => void
  /** Gives back a leave that nobody uses any more. */
  readonly over: () => void
}

export const createCalls = (
  { elapsed, sleep }: Pick<Environment, 'elapsed' | 'sleep'>,
  { limits }: Channel,
  pace: Pace,
  chat: ChatRef,
  isBulk: () => boolean,
): Calls => {
  // People set their own pace: only mail that has piled up is counted, while it is sent.
  const meter = limits && createMeter(limits.chat(chat))
  let pass: Pass | null = null
  let isUsed = false

  const ended = (end: CallEnd): void => {
    if (!pass || !isUsed) return
    const over = pass
    pass = null
    isUsed = false
    pace.ended(over, end)
  }
  const wait = async (): Promise<boolean> => {
    if (pass) return true
    const restMs = meter?.waitMs(elapsed()) ?? 0
    if (restMs > 0) await sleep(restMs)
    pass = await pace.ask(chat, isBulk())
    return pass !== null
  }
  return {
    wait,
    ended,
    askTurn: async () => {
      ended('answered')
      if (!(await wait())) return false
      isUsed = true
      meter?.count(elapsed())
      return true
    },
    over: () => {
      if (pass) pace.ended(pass, isUsed ? 'answered' : 'unused')
      pass = null
    },
  }
}
