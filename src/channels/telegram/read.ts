// Turns a native update into Incoming. It trusts nothing that a client sends and throws at nothing: an update it does
// not know is null, and is acknowledged and ignored.

import type { Incoming, Input } from '../../app/message.ts'
import type { FetchFile } from './fetch-file.ts'
import {
  type Chat,
  contentKinds,
  documentSchema,
  type Message,
  type Person,
  updateSchema,
} from './update-schema.ts'

export type Reading =
  /** For the app. `tap` is to be answered; `album` joins the pictures of one message. */
  | {
      readonly type: 'incoming'
      readonly incoming: Incoming
      readonly tap: string | null
      readonly album: string | null
    }
  /** The person blocked the bot, or came back. */
  | { readonly type: 'reach'; readonly chat: string; readonly reachable: boolean }
  /** The bot was added to a group (`addressed` null), or was given a command there, with or without its name. */
  | { readonly type: 'group'; readonly chatId: number; readonly addressed: string | null }
  /** A tap that cannot mean anything (a card in a group): answered, without words. */
  | { readonly type: 'tap'; readonly tap: string }

export type ReadContext = {
  /** The bot's own name without @, when it is known. */
  readonly username: string | null
  /** Epoch milliseconds, for taps, to which Telegram gives no time. */
  readonly now: number
  /** Fetches a document, if the app wants it. */
  readonly fetchFile: FetchFile
}

const channel = 'telegram'
const ref = (id: number): string => `${channel}:${id}`
const commandPattern = /^\/([a-z0-9_]{1,64})(?:@([a-z0-9_]{1,64}))?(?=\s|$)/i
const choicePattern = /^([0-9a-f]{16})\.(\d{1,4})$/

/** The content of a message; null for service messages. Kinds of content as listed in the Bot API, Message. */
const inputOf = (message: Message, { username, fetchFile }: ReadContext): Input | null => {
  const { text } = message
  if (text === undefined) {
    return (
      fileIn(message, fetchFile) ??
      (contentKinds.some(kind => message[kind] !== undefined) ? { type: 'unsupported' } : null)
    )
  }
  const [command = '', name, addressee] = commandPattern.exec(text) ?? []
  if (name === undefined) return { type: 'text', text: text.toWellFormed() }
  const ours =
    addressee === undefined || username === null || addressee.toLowerCase() === username.toLowerCase()
  if (!ours) return { type: 'unsupported' }
  return {
    type: 'command',
    name: name.toLowerCase(),
    argument: text.slice(command.length).trim().toWellFormed(),
  }
}

/** A document; Telegram shows an animation as one too. Its caption is not read: it belongs to no question. */
const fileIn = ({ document, animation }: Message, fetchFile: FetchFile): Input | null => {
  const { data: file } = documentSchema.safeParse(document)
  if (!file || animation !== undefined) return null
  const { file_id, file_name = '', file_size = null } = file
  return { type: 'file', name: file_name.toWellFormed(), size: file_size, read: () => fetchFile(file_id) }
}

/** A choice as its button was made by write.ts; anything else is no card of ours, and the app says so. */
const choiceOf = (data: string | undefined): Input => {
  const [, card = '', number = '0'] = choicePattern.exec(data ?? '') ?? []
  return { type: 'choice', card, number: Number(number) }
}

const groupCommand = (chat: Chat, text: string | undefined): Reading | null => {
  const [, name, addressee = ''] = commandPattern.exec(text ?? '') ?? []
  return chat.type === 'channel' || name === undefined
    ? null
    : { type: 'group', chatId: chat.id, addressed: addressee }
}

const present = new Set(['member', 'administrator', 'creator', 'restricted'])

/** Reads an update: any parsed JSON. */
export const read = (update: unknown, context: ReadContext): Reading | null => {
  const { now } = context
  const parsed = updateSchema.safeParse(update)
  if (!parsed.success) return null
  const {
    update_id,
    message,
    edited_message: edited,
    callback_query: query,
    my_chat_member: member,
  } = parsed.data
  const incoming = (
    chat: number,
    person: Person,
    at: number,
    input: Input,
    about: number | null,
  ): Incoming => ({
    id: String(update_id),
    channel,
    chat: ref(chat),
    person: ref(person.id),
    name: [person.first_name, person.last_name].filter(Boolean).join(' ').trim().toWellFormed(),
    at,
    input,
    message: about === null ? null : String(about),
  })

  if (message !== undefined) {
    const { chat, from } = message
    if (from === undefined || from.is_bot) return null
    if (chat.type !== 'private') return groupCommand(chat, message.text)
    const input = inputOf(message, context)
    if (input === null) return null
    // Pictures of one message are answered once; of documents each may be another report.
    const album = input.type === 'file' ? null : (message.media_group_id ?? null)
    return {
      type: 'incoming',
      incoming: incoming(chat.id, from, message.date * 1000, input, message.message_id),
      tap: null,
      album,
    }
  }
  if (edited !== undefined) {
    const { chat, from, text, message_id: about } = edited
    if (from === undefined || from.is_bot || chat.type !== 'private' || text === undefined) return null
    const input: Input = { type: 'edit', message: String(about), text: text.toWellFormed() }
    const at = (edited.edit_date ?? edited.date) * 1000
    return { type: 'incoming', incoming: incoming(chat.id, from, at, input, about), tap: null, album: null }
  }
  if (query !== undefined) {
    const chat = query.message?.chat ?? { id: query.from.id, type: 'private' }
    if (chat.type !== 'private') return { type: 'tap', tap: query.id }
    const about = query.message?.message_id ?? null
    return {
      type: 'incoming',
      incoming: incoming(chat.id, query.from, now, choiceOf(query.data), about),
      tap: query.id,
      album: null,
    }
  }
  if (member !== undefined) {
    const { chat, new_chat_member: after, old_chat_member: before } = member
    const here = present.has(after.status)
    if (chat.type === 'private') return { type: 'reach', chat: ref(chat.id), reachable: here }
    const added = here && !present.has(before.status) && chat.type !== 'channel'
    return added ? { type: 'group', chatId: chat.id, addressed: null } : null
  }
  return null
}
