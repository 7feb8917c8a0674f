// What a person says, as the update that Telegram would post.
// Only the fields that every private message or tap carries.

import type { Said } from './subject.ts'

const BOT = { id: 42, is_bot: true, first_name: 'Bench', username: 'bench_bot' }

/** `number` rises by one for every update to the same bot; it is the message id too. */
export function updateOf(chat: number, number: number, said: Said): string {
  const from = { id: chat, is_bot: false, first_name: `Person ${chat}`, language_code: 'zh-hans' }
  const room = { id: chat, type: 'private', first_name: from.first_name }
  const date = Math.floor(Date.now() / 1_000)
  if ('tap' in said) {
    const message = { message_id: said.message, date, from: BOT, chat: room, text: said.shown ?? '' }
    const tap = { id: String(number), from, message, chat_instance: String(chat), data: said.tap }
    return JSON.stringify({ update_id: number, callback_query: tap })
  }
  const { text } = said
  const length = text.indexOf(' ') < 0 ? text.length : text.indexOf(' ')
  const entities = text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}
  const message = { message_id: number, from, chat: room, date, text, ...entities }
  return JSON.stringify({ update_id: number, message })
}
