// Methods that make something appear in a chat: messages, documents, the "typing" sign.

import { type Call, chatOf, type Method, type Server } from './call.ts'
import { contentLines, keyboardLines } from './journal.ts'
import { readMarkup } from './markup.ts'
import { bad, refuse } from './refusal.ts'
import { readCaption, readMessageText } from './text.ts'
import type { Markup, SimChat, SimMessage, StoredFile } from './types.ts'
import { messageJson } from './world.ts'

const UPLOAD_LIMIT = 50 * 1024 * 1024
const ACTIONS = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker ' +
    'find_location record_video_note upload_video_note'
  ).split(' '),
)

function replyTarget(chat: SimChat, call: Call): number | undefined {
  const wanted = call.params.reply_parameters
  if (wanted === undefined || wanted === null || wanted === '') return undefined
  if (typeof wanted !== 'object') return bad("Can't parse reply parameters JSON object")
  const { message_id, allow_sending_without_reply } = wanted as Record<string, unknown>
  const target = chat.messages.get(Number(message_id))
  if (target !== undefined && !target.deleted) return target.id
  return allow_sending_without_reply === true ? undefined : bad('message to be replied not found')
}

/** Puts a bot's message into the chat, moves the reply keyboard, writes the journal. */
function place(
  server: Server,
  call: Call,
  chat: SimChat,
  markup: Markup,
  parts: Partial<SimMessage>,
): unknown {
  const inline = markup.type === 'inline' ? markup.rows : undefined
  const message = server.world.addMessage(chat, {
    ...parts,
    inline,
    pastButtons: inline?.flat() ?? [],
    plainMarkup: markup.type !== 'none' && markup.type !== 'inline',
    replyTo: replyTarget(chat, call),
  })
  const before = keyboardLines(chat.keyboard).join('\n')
  if (markup.type === 'keyboard') {
    const { rows, placeholder } = markup
    chat.keyboard = placeholder === undefined ? { rows } : { rows, placeholder }
  } else if (markup.type === 'remove' || markup.type === 'force') {
    chat.keyboard = undefined
  }
  const after = keyboardLines(chat.keyboard)
  const keyboard = after.join('\n') === before ? [] : after
  const hint = markup.type === 'force' && markup.placeholder !== undefined ? [`⌨ …${markup.placeholder}`] : []
  server.journal.bot(chat, [...contentLines(message, server.showBytes), ...keyboard, ...hint])
  return messageJson(server.world, chat, message)
}

function documentOf(server: Server, { params, files }: Call): StoredFile {
  const named = typeof params.document === 'string' ? params.document : undefined
  const upload = files.get(named?.startsWith('attach://') ? named.slice('attach://'.length) : 'document')
  if (upload !== undefined) {
    if (upload.bytes.length === 0) bad('file must be non-empty')
    if (upload.bytes.length > UPLOAD_LIMIT) refuse({ code: 413, description: 'Request Entity Too Large' })
    return server.world.addFile(upload.name, upload.bytes)
  }
  if (named === undefined || named === '') return bad('there is no document in the request')
  return server.world.files.get(named) ?? bad('wrong file identifier/HTTP URL specified')
}

export const sendMethods: Readonly<Record<string, Method>> = {
  sendMessage: (server, call) => {
    const { text, entities } = readMessageText(call.params)
    const markup = readMarkup(call.params.reply_markup)
    return place(server, call, chatOf(server, call), markup, { text, entities })
  },
  sendDocument: (server, call) => {
    const { text, entities } = readCaption(call.params)
    const markup = readMarkup(call.params.reply_markup)
    const chat = chatOf(server, call)
    const document = documentOf(server, call)
    return place(server, call, chat, markup, { document, caption: text === '' ? undefined : text, entities })
  },
  sendChatAction: (server, call) => {
    if (!ACTIONS.has(String(call.params.action).toLowerCase())) bad('wrong parameter action in request')
    chatOf(server, call)
    return true
  },
}
