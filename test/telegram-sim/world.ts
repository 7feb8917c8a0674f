// What the server remembers: users, chats, messages, files, taps, the bot's commands.
// One counter numbers all messages, as it does in a bot's private chats.

import type { SimClock } from './clock.ts'
import type { Fields, SimChat, SimMessage, SimUser, StoredFile, Tap } from './types.ts'

export interface World {
  readonly clock: SimClock
  readonly bot: { readonly id: number; readonly username: string; name: string }
  readonly chats: Map<number, SimChat>
  readonly files: Map<string, StoredFile>
  /** Paths that getFile has named. */
  readonly offered: Set<string>
  readonly taps: Map<string, Tap>
  readonly commands: Map<string, readonly Fields[]>
  addChat(chat: Pick<SimChat, 'id' | 'type' | 'title' | 'user'>): SimChat
  addMessage(chat: SimChat, message: Partial<Omit<SimMessage, 'id' | 'chat' | 'at'>>): SimMessage
  addFile(name: string, bytes: Uint8Array): StoredFile
  addTap(tap: Pick<Tap, 'user' | 'chat' | 'label'>): Tap
}

/** An empty world. */
export function createWorld(clock: SimClock, bot: World['bot']): World {
  let lastMessage = 0
  let lastTap = 4_820_000_000_000_000
  const world: World = {
    clock,
    bot,
    chats: new Map(),
    files: new Map(),
    offered: new Set(),
    taps: new Map(),
    commands: new Map(),
    addChat: base => {
      const chat: SimChat = {
        ...base,
        messages: new Map(),
        order: [],
        started: base.type !== 'private',
        blocked: false,
        deactivated: false,
        migratedTo: undefined,
        keyboard: undefined,
      }
      world.chats.set(chat.id, chat)
      return chat
    },
    addMessage: (chat, parts) => {
      lastMessage += 1
      const message: SimMessage = {
        id: lastMessage,
        chat: chat.id,
        from: undefined,
        at: clock.now(),
        editedAt: undefined,
        text: undefined,
        caption: undefined,
        entities: [],
        document: undefined,
        content: {},
        inline: undefined,
        pastButtons: [],
        plainMarkup: false,
        replyTo: undefined,
        deleted: false,
        ...parts,
      }
      chat.messages.set(message.id, message)
      chat.order.push(message.id)
      return message
    },
    addFile: (name, bytes) => {
      const number = world.files.size + 1
      const dot = name.lastIndexOf('.')
      const extension = dot < 0 ? '' : name.slice(dot)
      const file = { id: `BQACAgUAAxkB${number}`, name, path: `documents/file_${number}${extension}`, bytes }
      world.files.set(file.id, file)
      return file
    },
    addTap: parts => {
      lastTap += 7
      const fresh = { acknowledged: false, expired: false, attempted: false, answers: 0 }
      const tap = { ...parts, id: String(lastTap), at: clock.now(), ...fresh }
      world.taps.set(tap.id, tap)
      return tap
    },
  }
  return world
}

const seconds = (ms: number) => Math.floor(ms / 1000)

/** A user as the Bot API shows one. */
export function userJson(user: SimUser): Fields {
  return { id: user.id, is_bot: false, first_name: user.name, language_code: user.language }
}

/** The bot as the Bot API shows it. */
export function botJson(world: World): Fields {
  return { id: world.bot.id, is_bot: true, first_name: world.bot.name, username: world.bot.username }
}

/** A chat as the Bot API shows one. */
export function chatJson(chat: SimChat): Fields {
  return chat.type === 'private'
    ? { id: chat.id, first_name: chat.title, type: chat.type }
    : { id: chat.id, title: chat.title, type: chat.type }
}

/** A document as the Bot API shows one. */
function documentJson(file: StoredFile): Fields {
  const unique = `AgAD${file.id.slice(-8)}`
  return { file_name: file.name, file_id: file.id, file_unique_id: unique, file_size: file.bytes.length }
}

/** A message as the Bot API shows one, at this moment. */
export function messageJson(world: World, chat: SimChat, message: SimMessage): Fields {
  const reply = message.replyTo === undefined ? undefined : chat.messages.get(message.replyTo)
  const entities = message.entities.length > 0 ? message.entities : undefined
  const all: Fields = {
    message_id: message.id,
    from: message.from === undefined ? botJson(world) : userJson(message.from),
    chat: chatJson(chat),
    date: seconds(message.at),
    edit_date: message.editedAt === undefined ? undefined : seconds(message.editedAt),
    reply_to_message:
      reply === undefined ? undefined : messageJson(world, chat, { ...reply, replyTo: undefined }),
    text: message.text,
    entities: message.text === undefined ? undefined : entities,
    document: message.document === undefined ? undefined : documentJson(message.document),
    caption: message.caption,
    caption_entities: message.caption === undefined ? undefined : entities,
    ...message.content,
    reply_markup: message.inline === undefined ? undefined : { inline_keyboard: message.inline },
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
