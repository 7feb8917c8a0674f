// Serves one chat: its mail is leased, sent in order, and each outcome is stored before the next message goes, which also
// holds the chat for longer. It ends where something must wait; whatever waits is for a later sweep.

import { assertNever } from '../../faults.ts'
import type { ChatRef } from '../message.ts'
import type { Channel } from '../ports/channel.ts'
import { type Delivered, leaseMs, type Mail, type Outbox } from '../ports/outbox.ts'
import type { CallEnd } from './breaker.ts'
import type { Calls } from './calls.ts'
import { type SendDeps, sendMail } from './send.ts'
import type { Unsaved } from './unsaved.ts'

export type ServeDeps = SendDeps & {
  readonly outbox: Pick<Outbox, 'lease' | 'unreachable' | 'moveChat'>
  readonly unsaved: Pick<Unsaved, 'save' | 'has' | 'isStored'>
  /** A message that had to be left for later; of many, few reach the log. */
  readonly troubled: (channel: string, reason: string) => void
  /** This chat's mail is due again after so long. */
  readonly pauses: (chat: ChatRef, ms: number) => void
}

/** One serving of a chat, as its keeper sees it. */
export type ChatServing = {
  readonly channel: Channel
  readonly calls: Calls
  /** Mail that its committer leased just now, if it may be sent without a further look; undefined when there is none. */
  readonly takeGiven: () => readonly Mail[] | 'stale' | undefined
  /** Says that this one lives; false when it must stop. */
  readonly goesOn: () => boolean
  /** Another has taken its place. */
  readonly isReplaced: () => boolean
  /** Whether mail may have come since the last lease; if not, the chat is free for another serving from here on. */
  readonly hasMore: () => boolean
}

const second = 1_000
const longestPauseMs = 60_000
/** A message that is never answered to is given up, after a week of a minute each; while nothing goes through only few are tried. */
const mostAttempts = 10_000

export const serveChat = async (deps: ServeDeps, chat: ChatRef, serving: ChatServing): Promise<void> => {
  const { outbox, unsaved, environment } = deps
  const { calls, takeGiven, goesOn, hasMore } = serving
  for (;;) {
    if (unsaved.has(chat) && !(await (await unsaved.save(chat, [])).stored)) return
    const isLet = goesOn() && (await calls.wait()) && (await unsaved.isStored(chat)) && goesOn()
    if (serving.isReplaced()) return
    const handed = takeGiven()
    if (handed === 'stale' || (handed && !isLet)) await unsaved.save(chat, [])
    if (!isLet) return
    const now = environment.now()
    const mails = Array.isArray(handed) ? handed : await outbox.lease(chat, now, now + leaseMs)
    const isDone = await sendInOrder(deps, chat, serving, mails)
    // Mail behind an unsent message is for a later sweep. Of a pile a lease takes what no unsent message is changed by:
    // there may be more of it, while one message alone is mostly all there is.
    if (isDone && !handed && mails.length > 1) continue
    calls.over()
    if (!hasMore()) return
  }
}

/** Whether all were sent or given up. */
const sendInOrder = async (
  deps: ServeDeps,
  chat: ChatRef,
  { channel, calls, goesOn, isReplaced }: ChatServing,
  mails: readonly Mail[],
): Promise<boolean> => {
  const { unsaved, environment } = deps
  let heldSince = environment.elapsed()
  const isLost = (): boolean => isReplaced() || environment.elapsed() - heldSince >= leaseMs
  /** Holds the chat for longer when its lease is half over. */
  const hold = async (outcomes: readonly Delivered[]): Promise<boolean> => {
    heldSince = environment.elapsed()
    return (await unsaved.save(chat, outcomes, environment.now() + leaseMs)).stored
  }
  const askTurn = async (): Promise<boolean> => {
    if (!(await calls.askTurn())) return false
    const isOld = environment.elapsed() - heldSince >= leaseMs / 2
    if (goesOn() && !isLost() && (!isOld || (await hold([])))) return true
    calls.ended('unused')
    return false
  }
  for (const [at, mail] of mails.entries()) {
    const outcome = goesOn() ? await outcomeOf(deps, channel, { ...calls, askTurn }, mail) : null
    if (isReplaced()) {
      if (outcome?.state === 'sent') await unsaved.save(chat, [outcome], 'as it is')
      return false
    }
    if (!outcome && isLost()) return false
    const outcomes = outcome ? [outcome] : []
    if (!outcome || outcome.state === 'queued' || at === mails.length - 1) {
      await unsaved.save(chat, outcomes)
      if (outcome?.state === 'queued') deps.pauses(chat, outcome.pauseMs)
      return outcome !== null && outcome.state !== 'queued'
    }
    if (!(await hold(outcomes))) return false
  }
  return true
}

/** The message's outcome; null when it waits as it is, or its chat has none any more. */
const outcomeOf = async (
  deps: ServeDeps,
  channel: Channel,
  calls: Calls,
  mail: Mail,
): Promise<Delivered | null> => {
  const { outbox, environment, log, troubled } = deps
  const { id, to } = mail.outgoing
  const later = (pauseMs: number, isAttempt: boolean): Delivered => ({
    ...{ id, state: 'queued', pauseMs, isAttempt },
    dueAt: environment.now() + pauseMs,
  })
  const tryAgain = (reason: string): Delivered => {
    troubled(channel.name, reason)
    if (mail.attempts + 1 < mostAttempts)
      return later(Math.min(longestPauseMs, second * 2 ** Math.min(mail.attempts, 10)), true)
    log('deliver.given-up', { channel: channel.name, reason })
    return { id, state: 'failed' }
  }
  const sent = await sendMail(deps, channel, mail, calls.askTurn)
  calls.ended(endOf(sent))
  switch (sent.type) {
    case 'sent':
      return { id, state: 'sent', message: sent.message }
    case 'flood':
      troubled(channel.name, 'too many requests')
      return later(sent.afterMs, false)
    case 'trouble':
      return tryAgain(sent.reason)
    case 'unmade':
      return tryAgain('no document')
    case 'stopped':
      return null
    case 'refused':
      log('deliver.refused', { channel: channel.name, reason: sent.reason })
      return { id, state: 'failed' }
    case 'unreachable':
      log('deliver.unreachable', { channel: channel.name })
      await outbox.unreachable(to, environment.now())
      return null
    case 'moved':
      if (sent.to === to) return tryAgain('moved to itself')
      await outbox.moveChat(to, sent.to)
      return null
    default:
      return assertNever(sent)
  }
}

const endOf = (sent: Awaited<ReturnType<typeof sendMail>>): CallEnd => {
  if (sent.type === 'flood') return { refusedMs: sent.afterMs }
  return sent.type === 'trouble' ? { refusedMs: null } : 'answered'
}
