// The mail of one chat, sent in order, and the outcome of each. Documents are made here, on the way out; a person whose
// document cannot be made is told so. It holds no chat and stores nothing.

import { assertNever, isFault, mayPass } from '../../faults.ts'
import type { Words } from '../../i18n/words.ts'
import { type ChatRef, type FileOrder, wordsMessage } from '../message.ts'
import type { Archive } from '../ports/archive.ts'
import type { Channel, FileBody, Sent } from '../ports/channel.ts'
import type { Environment, Log } from '../ports/environment.ts'
import type { Delivered, Mail, Outbox } from '../ports/outbox.ts'
import { assemble } from './assemble.ts'

export type SendDeps = {
  readonly outbox: Pick<Outbox, 'unreachable' | 'moveChat'>
  readonly archive: Pick<Archive, 'snapshot'>
  readonly environment: Environment
  readonly words: Words
  readonly log: Log
}

/** After so many attempts a message is given up (with growing pauses, about a day). */
const mostAttempts = 40
const second = 1_000
const longestMs = 1_800_000

type Round = {
  readonly outcomes: readonly Delivered[]
  /** How long the whole channel must rest. */
  readonly restMs: number | null
  readonly movedTo: ChatRef | null
}

/**
 * Send in order and stop at the first that must wait: its followers stay behind it. `goesOn` is asked before each;
 * when it says no, somebody else sends the rest.
 */
export const sendAll = async (
  deps: SendDeps,
  channel: Channel,
  chat: ChatRef,
  mails: readonly Mail[],
  goesOn: () => boolean,
): Promise<Round> => {
  const outcomes: Delivered[] = []
  for (const mail of mails) {
    if (!goesOn()) break
    const { id } = mail.outgoing
    const sent = await sendOne(deps, channel, mail)
    switch (sent.type) {
      case 'sent':
        outcomes.push({ id, state: 'sent', message: sent.message })
        break
      case 'retry': {
        const dueAt = deps.environment.now() + sent.afterMs
        const isLast = mail.attempts + 1 >= mostAttempts
        outcomes.push(isLast ? { id, state: 'failed' } : { id, state: 'queued', dueAt })
        return { outcomes, restMs: sent.scope === 'channel' ? sent.afterMs : null, movedTo: null }
      }
      case 'unreachable':
        deps.log('deliver.unreachable', { channel: channel.name })
        await deps.outbox.unreachable(chat, deps.environment.now())
        return { outcomes, restMs: null, movedTo: null }
      case 'moved':
        await deps.outbox.moveChat(chat, sent.to)
        return { outcomes, restMs: null, movedTo: sent.to }
      case 'refused':
        deps.log('deliver.refused', { channel: channel.name, reason: sent.reason })
        outcomes.push({ id, state: 'failed' })
        break
      default:
        assertNever(sent)
    }
  }
  return { outcomes, restMs: null, movedTo: null }
}

const sendOne = async (deps: SendDeps, channel: Channel, mail: Mail): Promise<Sent> => {
  const { outgoing, editsMessage, attempts } = mail
  if (!outgoing.file) return channel.send(outgoing, editsMessage, null)
  const file = await made(deps, outgoing.file)
  if (file === 'later') {
    return { type: 'retry', afterMs: Math.min(longestMs, second * 2 ** attempts), scope: 'chat' }
  }
  if (file) return channel.send(outgoing, editsMessage, file)
  const line = { text: deps.words.say('document.failed'), style: 'plain' } as const
  return channel.send(wordsMessage(outgoing.id, outgoing.to, [line]), editsMessage, null)
}

/** The file; null when it cannot be made, `later` while the database is in trouble. */
const made = async (deps: SendDeps, order: FileOrder): Promise<FileBody | 'later' | null> => {
  try {
    return await assemble(deps, order)
  } catch (error) {
    if (mayPass(error)) return 'later'
    const code = isFault(error) ? error.code : error instanceof Error ? error.name : 'unknown'
    deps.log('deliver.document-failed', { fault: code, content: order.content })
    return null
  }
}
