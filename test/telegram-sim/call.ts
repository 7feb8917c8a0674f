// What all methods share: the call, the server they act on, finding the chat and the message that a call names.

import type { UploadedFile } from './body.ts'
import type { Delivery } from './delivery-types.ts'
import type { Journal } from './journal.ts'
import type { Rates } from './rates.ts'
import { bad, refuse } from './refusal.ts'
import type { Fields, SimChat, SimMessage } from './types.ts'
import type { World } from './world.ts'

export interface Call {
  readonly method: string
  readonly params: Fields
  readonly files: ReadonlyMap<string, UploadedFile>
}

export interface Server {
  readonly world: World
  readonly journal: Journal
  readonly delivery: Delivery
  readonly rates: Rates
  readonly showBytes: boolean
}

export type Method = (server: Server, call: Call) => unknown

/** The chat a call names, if the bot may write there. */
export function chatOf({ world, rates }: Server, { method, params }: Call): SimChat {
  const id = params.chat_id
  if (id === undefined || id === null || id === '') return bad('chat_id is empty')
  const chat = /^-?\d+$/u.test(String(id)) ? world.chats.get(Number(id)) : undefined
  if (chat === undefined) return bad('chat not found')
  if (chat.migratedTo !== undefined) {
    refuse({
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: chat.migratedTo },
    })
  }
  const forbidden = (description: string) => refuse({ code: 403, description: `Forbidden: ${description}` })
  if (chat.deactivated) forbidden('user is deactivated')
  if (!chat.started) forbidden("bot can't initiate conversation with a user")
  if (chat.blocked) forbidden(chat.type === 'private' ? 'bot was blocked by the user' : kicked(chat))
  rates.check(method, chat)
  return chat
}

const kicked = (chat: SimChat) =>
  `bot was kicked from the ${chat.type === 'group' ? 'group' : 'supergroup'} chat`

/** The message a call names; `role` is Telegram's word for it ("message to edit"). */
export function messageOf(chat: SimChat, params: Fields, role: string): SimMessage {
  const message = chat.messages.get(Number(params.message_id))
  return message === undefined || message.deleted ? bad(`${role} not found`) : message
}
