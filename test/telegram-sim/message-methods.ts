// Methods on what is already there: edits, deletions, answers to taps. Edits that change nothing are refused.

import { type Call, chatOf, type Method, messageOf, type Server } from './call.ts'
import { contentLines, quote, rowLines } from './journal.ts'
import { readMarkup } from './markup.ts'
import { bad, refuse } from './refusal.ts'
import { readCaption, readMessageText } from './text.ts'
import type { Button, FormattedText, SimChat, SimMessage } from './types.ts'
import { messageJson } from './world.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message'
const OLD_QUERY = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
/** How long a tap can still be answered; the same as the life of its update. */
export const TAP_LIFE = 150_000
const DELETE_LIFE = 48 * 3_600_000

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? []) === JSON.stringify(b ?? [])

interface Change {
  readonly chat: SimChat
  readonly message: SimMessage
  readonly inline: readonly (readonly Button[])[] | undefined
  readonly content: FormattedText | undefined
}

function editable(server: Server, call: Call): Pick<Change, 'chat' | 'message' | 'inline'> {
  const markup = readMarkup(call.params.reply_markup)
  const chat = chatOf(server, call)
  const message = messageOf(chat, call.params, 'message to edit')
  if (message.from !== undefined || message.plainMarkup) bad("message can't be edited")
  if (markup.type !== 'none' && markup.type !== 'inline') bad('inline keyboard expected')
  return { chat, message, inline: markup.type === 'inline' ? markup.rows : undefined }
}

function apply(server: Server, { chat, message, inline, content }: Change): unknown {
  const text = message.text ?? message.caption ?? ''
  const newText = content === undefined || (content.text === text && same(content.entities, message.entities))
  const newButtons = same(inline, message.inline)
  if (newText && newButtons) bad(NOT_MODIFIED)
  const latest = chat.order.findLast(id => chat.messages.get(id)?.deleted === false) === message.id
  const pointer = latest ? [] : [quote(message)]
  message.inline = inline
  message.pastButtons.push(...(inline?.flat() ?? []))
  message.editedAt = server.world.clock.now()
  if (content !== undefined) {
    if (message.text === undefined) message.caption = content.text === '' ? undefined : content.text
    else message.text = content.text
    message.entities = content.entities
  }
  const buttons = inline === undefined ? ['[]'] : rowLines(inline)
  const lines = newText ? buttons : contentLines(message, server.showBytes)
  server.journal.bot(chat, [['✎', ...pointer, lines[0] ?? ''].join(' '), ...lines.slice(1)])
  return messageJson(server.world, chat, message)
}

function remove(server: Server, chat: SimChat, message: SimMessage): void {
  const age = server.world.clock.now() - message.at
  if (age > DELETE_LIFE) bad("message can't be deleted for everyone")
  message.deleted = true
  message.inline = undefined
  server.journal.bot(chat, [`✖ ${quote(message)}`])
}

export const messageMethods: Readonly<Record<string, Method>> = {
  editMessageText: (server, call) => {
    const content = readMessageText(call.params)
    const found = editable(server, call)
    if (found.message.text === undefined) bad('there is no text in the message to edit')
    return apply(server, { ...found, content })
  },
  editMessageCaption: (server, call) => {
    const content = readCaption(call.params)
    const found = editable(server, call)
    if (found.message.document === undefined) bad('there is no caption in the message to edit')
    return apply(server, { ...found, content })
  },
  editMessageReplyMarkup: (server, call) => apply(server, { ...editable(server, call), content: undefined }),
  deleteMessage: (server, call) => {
    const chat = chatOf(server, call)
    remove(server, chat, messageOf(chat, call.params, 'message to delete'))
    return true
  },
  answerCallbackQuery: ({ world, journal }, { params }) => {
    const tap = world.taps.get(String(params.callback_query_id ?? ''))
    const text = String(params.text ?? '')
    if (text.length > 200) bad('MESSAGE_TOO_LONG')
    if (tap === undefined || tap.answers > 0) return refuse({ code: 400, description: OLD_QUERY })
    tap.answers += 1
    if (world.clock.now() - tap.at > TAP_LIFE) {
      return refuse({ code: 400, description: OLD_QUERY, tolerated: true })
    }
    const chat = world.chats.get(tap.chat)
    const alert = params.show_alert === true || params.show_alert === 'true'
    if (chat !== undefined && text !== '') journal.bot(chat, `${alert ? '❗' : '💬'} ${text}`.split('\n'))
    return true
  },
}
