// Carries out the calls of one message and reports the outcome. A message of several pieces that is tried again goes
// on where it stopped, as far as this process remembers. It never throws and never waits.

import type { Outgoing } from '../../app/message.ts'
import type { Channel, FileBody, Sent } from '../../app/ports/channel.ts'
import type { Log } from '../../app/ports/environment.ts'
import { assertNever } from '../../faults.ts'
import type { Api } from './api.ts'
import type { Failure } from './failure.ts'
import { createPace } from './pace.ts'
import { createRecent } from './recent.ts'
import { type Call, chatIdOf, write } from './write.ts'

export type SendOptions = { readonly api: Api; readonly log: Log; readonly now: () => number }

/** The state of a message that could not be finished. */
type Progress = {
  readonly edits: string | null
  next: number
  failures: number
  cannotEdit: boolean
  message: string | null
}

const notModified = /message is not modified/i
const lostMessage =
  /message to edit not found|message can't be edited|no text in the message to edit|message_id_invalid|message identifier is not specified/i
/** Until somebody has put the token right. */
const unauthorizedMs = 60_000
const remembered = 1000

const idOf = (result: unknown): string | null => {
  const id = (result as { message_id?: unknown } | null)?.message_id
  return typeof id === 'number' ? String(id) : null
}

/** `refused` that is as good as done: nothing to change, or nothing there any more to close. */
const asGoodAsDone = (call: Call, failure: Failure, closing: boolean): boolean => {
  if (failure.type === 'transport') return call.optional
  if (failure.type !== 'refused') return false
  return call.optional || notModified.test(failure.reason) || (closing && lostMessage.test(failure.reason))
}

/** The channel's `send`. */
export const createSend = ({ api, log, now }: SendOptions): Channel['send'] => {
  const pace = createPace(now)
  const unfinished = createRecent<Progress>(remembered)

  const verdict = (failure: Failure, outgoing: Outgoing, progress: Progress): Sent => {
    switch (failure.type) {
      case 'flood':
        return { type: 'retry', afterMs: failure.afterMs, scope: pace.flooded(chatIdOf(outgoing.to) ?? 0) }
      case 'transport': {
        const wait = pace.failed(outgoing.id, progress.failures)
        progress.failures += 1
        return { type: 'retry', ...wait }
      }
      case 'unauthorized':
        return { type: 'retry', afterMs: unauthorizedMs, scope: 'channel' }
      case 'unreachable':
        return { type: 'unreachable' }
      case 'moved':
        return { type: 'moved', to: `telegram:${failure.toChat}` }
      case 'refused':
        return { type: 'refused', reason: `${failure.code} ${failure.reason}` }
      default:
        return assertNever(failure)
    }
  }

  const carryOut = async (
    outgoing: Outgoing,
    edits: string | null,
    file: FileBody | null,
    progress: Progress,
  ): Promise<Sent> => {
    const calls = write(outgoing, progress.cannotEdit ? null : edits, file)
    if (calls === null) return { type: 'refused', reason: 'nothing that can be written' }
    for (let call = calls[progress.next]; call !== undefined; call = calls[progress.next]) {
      const answer = await api(call.method, call.payload)
      if (answer.ok) {
        pace.sent(chatIdOf(outgoing.to) ?? 0)
        if (!call.optional) progress.message = idOf(answer.result) ?? edits
      } else if (asGoodAsDone(call, answer.failure, outgoing.kind === 'close')) {
        if (!call.optional) progress.message = edits
      } else if (
        call.method === 'editMessageText' &&
        answer.failure.type === 'refused' &&
        lostMessage.test(answer.failure.reason)
      ) {
        Object.assign(progress, { cannotEdit: true, next: 0 })
        return carryOut(outgoing, edits, file, progress)
      } else {
        const { type } = answer.failure
        const why = 'reason' in answer.failure ? { reason: answer.failure.reason } : {}
        log(`telegram.${type}`, { method: call.method, message: outgoing.id, ...why })
        return verdict(answer.failure, outgoing, progress)
      }
      progress.next += 1
    }
    return { type: 'sent', message: progress.message }
  }

  return async (outgoing, edits, file) => {
    const before = unfinished.get(outgoing.id)
    const anew: Progress = {
      edits,
      next: 0,
      failures: before?.failures ?? 0,
      cannotEdit: false,
      message: null,
    }
    const progress = before?.edits === edits ? before : anew
    unfinished.delete(outgoing.id)
    const sent = await carryOut(outgoing, edits, file, progress)
    if (sent.type === 'retry') unfinished.set(outgoing.id, progress)
    return sent
  }
}
