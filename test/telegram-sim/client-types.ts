// What a person can do in one chat; the tests' side of the conversation.

import type { Fields, SimChat, SimMessage, SimUser } from './types.ts'

export type Label = string | RegExp
export type WhichMessage = number | ((message: SimMessage) => boolean)

export interface Client {
  readonly user: SimUser
  readonly chat: SimChat
  /** Sends a text; a long one leaves as several messages. Returns their ids. */
  send(text: string): number[]
  /** Presses Start, or opens a deep link with its payload. */
  start(payload?: string): number[]
  /** Taps the newest inline button of that label; returns the tap's id. */
  tap(label: Label): string
  /** Taps a button that a message shows or once showed. */
  tapOld(messageId: number, label: Label): string
  /** Presses a button of the reply keyboard. */
  press(label: Label): number[]
  /** Edits an own message of the last 48 hours. */
  edit(which: WhichMessage, text: string): void
  sendDocument(name: string, bytes: Uint8Array, caption?: string): number
  sendPhoto(caption?: string): number
  sendSticker(emoji?: string): number
  /** Any other content, as the Bot API shows it; `line` is what the transcript says. */
  sendContent(content: Fields, line: string): number
  /** Sends callback data of one's own making, as a modified client can. */
  forge(data: string, messageId: number): string
  block(): void
  unblock(): void
  /** The bot's messages, oldest first; deleted ones are left out. */
  received(): SimMessage[]
  last(): SimMessage
  /** The same person in another chat. */
  in(chat: SimChat): Client
}
