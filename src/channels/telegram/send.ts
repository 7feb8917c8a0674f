// Carries out the calls of one message, each in its turn, and reports the outcome. A message of several pieces that is
// tried again goes on where it stopped, as far as this process remembers. It never throws.

import type { Outgoing } from '../../app/message.ts'
import type { AskTurn, Channel, FileBody, Sent } from '../../app/ports/channel.ts'
import { assertNever } from '../../faults.ts'
import type { Api } from './api.ts'
import type { Failure } from './failure.ts'
import { createRecent } from './recent.ts'
import { type Call, write } from './write.ts'

/** The state of a message that could not be finished. */
type Progress = {
  readonly edits: string | null
  next: number
  cannotEdit: boolean
  message: string | null
}

const notModified = /message is not modified/i
const lostMessage =
  /message to edit not found|message can't be edited|no text in the message to edit|message_id_invalid|message identifier is not specified/i
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

const verdict = (failure: Failure): Sent => {
  switch (failure.type) {
    case 'flood':
      return failure
    case 'transport':
    case 'unauthorized':
      return { type: 'trouble', reason: failure.reason }
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

/** The channel's `send`. */
export const createSend = (api: Api): Channel['send'] => {
  const unfinished = createRecent<Progress>(remembered)

  const carryOut = async (
    outgoing: Outgoing,
    file: FileBody | null,
    progress: Progress,
    askTurn: AskTurn,
  ): Promise<Sent> => {
    const { edits } = progress
    const calls = write(outgoing, progress.cannotEdit ? null : edits, file)
    if (calls === null) return { type: 'refused', reason: 'nothing that can be written' }
    for (let call = calls[progress.next]; call !== undefined; call = calls[progress.next]) {
      if (!(await askTurn())) return { type: 'stopped' }
      const answer = await api(call.method, call.payload)
      if (answer.ok) {
        if (!call.optional) progress.message = idOf(answer.result) ?? edits
      } else if (asGoodAsDone(call, answer.failure, outgoing.kind === 'close')) {
        if (!call.optional) progress.message = edits
      } else if (
        call.method === 'editMessageText' &&
        answer.failure.type === 'refused' &&
        lostMessage.test(answer.failure.reason)
      ) {
        Object.assign(progress, { cannotEdit: true, next: 0 })
        return carryOut(outgoing, file, progress, askTurn)
      } else return verdict(answer.failure)
      progress.next += 1
    }
    return { type: 'sent', message: progress.message }
  }

  return async (outgoing, edits, file, askTurn) => {
    const before = unfinished.get(outgoing.id)
    const anew: Progress = { edits, next: 0, cannotEdit: false, message: null }
    const progress = before?.edits === edits ? before : anew
    unfinished.delete(outgoing.id)
    const sent = await carryOut(outgoing, file, progress, askTurn)
    if (['flood', 'trouble', 'stopped'].includes(sent.type)) unfinished.set(outgoing.id, progress)
    return sent
  }
}
