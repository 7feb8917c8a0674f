// Sends one message, and makes its document on the way out; a person whose document cannot be made is told so. It holds
// no chat and stores nothing.

import { isFault, mayPass } from '../../faults.ts'

import type { Words } from '../../i18n/words.ts'
import { type FileOrder, wordsMessage } from '../message.ts'
import type { AskTurn, Channel, FileBody, Sent } from '../ports/channel.ts'
import type { Environment, Log } from '../ports/environment.ts'
import type { Mail } from '../ports/outbox.ts'
import { type AssembleDeps, assemble } from './assemble.ts'

export type SendDeps = AssembleDeps & {
  readonly environment: Environment
  readonly words: Words
  readonly log: Log
}

/** `unmade`: its document waits for the database. */
export const sendMail = async (
  deps: SendDeps,
  channel: Channel,
  { outgoing, editsMessage }: Mail,
  askTurn: AskTurn,
): Promise<Sent | { readonly type: 'unmade' }> => {
  if (!outgoing.file) return channel.send(outgoing, editsMessage, null, askTurn)
  const file = await made(deps, outgoing.file)
  if (file === 'later') return { type: 'unmade' }
  if (file) return channel.send(outgoing, editsMessage, file, askTurn)
  const line = { text: deps.words.say('document.failed'), style: 'plain' } as const
  return channel.send(wordsMessage(outgoing.id, outgoing.to, [line]), editsMessage, null, askTurn)
}

/** The file; null when it cannot be made, `later` while the database is in trouble. */
const made = async (deps: SendDeps, order: FileOrder): Promise<FileBody | 'later' | null> => {
  try {
    return await assemble(deps, order)
  } catch (error) {
    if (mayPass(error)) return 'later'
    const code = isFault(error) ? error.code : error instanceof Error ? error.name : 'unknown'
    deps.log('deliver.document-failed', {
      fault: code,
      ...('office' in order ? { office: order.office } : { content: order.content }),
    })
    return null
  }
}
