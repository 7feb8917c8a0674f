// Turns an outgoing message into Bot API calls, as data and in order. It must not call anything, nor remember.

import type { Opts } from '@grammyjs/types'
import type { Outgoing } from '../../app/message.ts'
import type { FileBody } from '../../app/ports/channel.ts'
import type { Upload } from './api.ts'
import { keyboardOf } from './keyboard.ts'
import { captionUnits, type Piece, piecesOf } from './pieces.ts'

type Method = 'sendMessage' | 'editMessageText' | 'editMessageReplyMarkup' | 'sendDocument' | 'sendChatAction'

/** One call. An `optional` one may be refused without harm: a courtesy, or tidying up. */
export type Call = {
  [M in Method]: { readonly method: M; readonly payload: Opts<Upload>[M]; readonly optional: boolean }
}[Method]

/** The number in `telegram:<id>`, or null when the chat is not Telegram's. */
const chatIdOf = (ref: string): number | null => {
  const [, id] = /^telegram:(-?\d{1,16})$/.exec(ref) ?? []
  return id === undefined ? null : Number(id)
}

const messageIdOf = (edits: string | null): number | null =>
  edits !== null && /^\d{1,15}$/.test(edits) ? Number(edits) : null

const html = { parse_mode: 'HTML' } as const
const noPreview = { link_preview_options: { is_disabled: true } } as const

const close = (chat_id: number, message_id: number, optional: boolean): Call => ({
  method: 'editMessageReplyMarkup',
  payload: { chat_id, message_id, reply_markup: { inline_keyboard: [] } },
  optional,
})

const texts = (
  chat_id: number,
  pieces: readonly Piece[],
  markup: ReturnType<typeof keyboardOf>,
  isSilent = false,
): Call[] =>
  pieces.map(({ html: text }, index) => ({
    method: 'sendMessage',
    payload: {
      chat_id,
      text,
      ...html,
      ...noPreview,
      ...(isSilent && { disable_notification: true }),
      ...(markup !== null && index === pieces.length - 1 ? { reply_markup: markup } : {}),
    },
    optional: false,
  }))

const document = (chat_id: number, outgoing: Outgoing, { name, body }: FileBody): Call[] => {
  const markup = keyboardOf(outgoing)
  const [caption, ...more] = piecesOf(outgoing.lines, captionUnits)
  // A caption that is too long stands above the document instead, whole.
  const above = more.length > 0 ? texts(chat_id, piecesOf(outgoing.lines), null) : []
  return [
    ...above,
    { method: 'sendChatAction', payload: { chat_id, action: 'upload_document' }, optional: true },
    {
      method: 'sendDocument',
      payload: {
        chat_id,
        document: { source: body, filename: name },
        ...(caption !== undefined && more.length === 0 ? { caption: caption.html, ...html } : {}),
        ...(markup === null ? {} : { reply_markup: markup }),
      },
      optional: false,
    },
  ]
}

const edit = (chat_id: number, message_id: number, text: string, outgoing: Outgoing): Call => {
  const markup = keyboardOf(outgoing)
  // An edit carries buttons of its own or none; the keyboard below the input field stays as it is.
  const inline = markup !== null && 'inline_keyboard' in markup ? { reply_markup: markup } : {}
  return {
    method: 'editMessageText',
    payload: { chat_id, message_id, text, ...html, ...noPreview, ...inline },
    optional: false,
  }
}

/**
 * The calls for one message; `edits` is the message to change. Content that an edit cannot carry (a text over one
 * message, a document) is sent below, and the old message loses its buttons. Null when it cannot be written at all.
 */
export const write = (
  outgoing: Outgoing,
  edits: string | null,
  file: FileBody | null,
): readonly Call[] | null => {
  const chat = chatIdOf(outgoing.to)
  const old = messageIdOf(edits)
  if (chat === null) return null
  if (outgoing.kind === 'close') return old === null ? [] : [close(chat, old, false)]
  const tidy = old === null ? [] : [close(chat, old, true)]
  if (outgoing.kind === 'file') return file === null ? null : [...tidy, ...document(chat, outgoing, file)]
  const pieces = piecesOf(outgoing.lines)
  const [only] = pieces
  if (only === undefined) return null
  if (old !== null && pieces.length === 1) return [edit(chat, old, only.html, outgoing)]
  return [...tidy, ...texts(chat, pieces, keyboardOf(outgoing), outgoing.isSilent)]
}
