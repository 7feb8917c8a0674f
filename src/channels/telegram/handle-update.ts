// Handles one update: the app stores it first, and only then it is answered to. A rejection means that nothing was
// stored and that Telegram must send it again; so nothing here may swallow one of `receive`'s.

import type { ChatRef } from '../../app/message.ts'
import type { Receive } from '../../app/ports/channel.ts'
import type { Log } from '../../app/ports/environment.ts'
import { assertNever } from '../../faults.ts'
import type { Api } from './api.ts'
import type { FetchFile } from './fetch-file.ts'
import { cut } from './keyboard.ts'
import { read } from './read.ts'
import { createRecent } from './recent.ts'

/** The bot's words in a group: where filling happens, and the label of the button that leads there. */
export type GroupNotice = { readonly text: string; readonly button: string }

export type HandleOptions = {
  readonly api: Api
  readonly receive: Receive
  /** The bot's own name without @; null while it cannot be learnt. */
  readonly username: () => Promise<string | null>
  readonly knownUsername: () => string | null
  readonly fetchFile: FetchFile
  readonly onBlocked: (chat: ChatRef) => Promise<void>
  readonly onUnblocked: (chat: ChatRef) => Promise<void>
  /** Null: the bot is silent in groups. */
  readonly groupNotice: GroupNotice | null
  readonly now: () => number
  readonly log: Log
}

/** While we answer a tap, the person's next tap waits: it must not be long. */
const courtesyMs = 5_000
/** Bot API, answerCallbackQuery: text 0–200 characters. */
const noticeUnits = 200
const remembered = 2_000

/** Takes one update; rejects when it must come again. */
export const createHandleUpdate = (options: HandleOptions): ((update: unknown) => Promise<void>) => {
  const { api, receive, log, now, fetchFile } = options
  const answered = createRecent<true>(remembered)
  const albums = createRecent<true>(remembered)

  const answerTap = async (tap: string, notice: string | null) => {
    if (answered.get(tap)) return
    // Remembered before the call, which is never repeated, however it ends.
    answered.set(tap, true)
    const text = notice === null ? {} : { text: cut(notice, noticeUnits) }
    const answer = await api('answerCallbackQuery', { callback_query_id: tap, ...text }, courtesyMs)
    if (!answer.ok && !('reason' in answer.failure && /query is too old/i.test(answer.failure.reason))) {
      log('telegram.tap-unanswered', { why: answer.failure.type })
    }
  }

  const pointToPrivateChat = async (chat_id: number, addressed: string | null) => {
    if (options.groupNotice === null) return
    const name = await options.username()
    const toAnother =
      addressed !== null && addressed !== '' && addressed.toLowerCase() !== name?.toLowerCase()
    if (name === null || toAnother) return
    const { text, button } = options.groupNotice
    const reply_markup = { inline_keyboard: [[{ text: button, url: `https://t.me/${name}` }]] }
    const answer = await api('sendMessage', { chat_id, text, reply_markup }, courtesyMs)
    if (!answer.ok) log('telegram.group-notice-unsent', { why: answer.failure.type })
  }

  return async update => {
    const reading = read(update, { username: options.knownUsername(), now: now(), fetchFile })
    if (reading === null) return
    switch (reading.type) {
      case 'incoming': {
        const { incoming, tap, album } = reading
        if (album !== null && albums.get(album)) return
        const { notice } = await receive(incoming)
        if (album !== null) albums.set(album, true)
        if (tap !== null) await answerTap(tap, notice)
        return
      }
      case 'reach':
        return reading.reachable ? options.onUnblocked(reading.chat) : options.onBlocked(reading.chat)
      case 'tap':
        return answerTap(reading.tap, null)
      case 'group':
        return pointToPrivateChat(reading.chatId, reading.addressed)
      default:
        return assertNever(reading)
    }
  }
}
