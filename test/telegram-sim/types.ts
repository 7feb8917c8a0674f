// The nouns of the simulator: what Telegram's server remembers of chats, messages, files and taps.
// Names follow the Bot API; instants are epoch milliseconds of the simulator's clock.

export type Fields = Record<string, unknown>

export interface Entity {
  type: string
  offset: number
  length: number
  [field: string]: unknown
}

export interface FormattedText {
  readonly text: string
  readonly entities: readonly Entity[]
}

export interface Button {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly [field: string]: unknown
}

export type Markup =
  | { readonly type: 'none' }
  | { readonly type: 'inline'; readonly rows: readonly (readonly Button[])[] }
  | {
      readonly type: 'keyboard'
      readonly rows: readonly (readonly Button[])[]
      readonly placeholder?: string
    }
  | { readonly type: 'remove' }
  | { readonly type: 'force'; readonly placeholder?: string }

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array
}

export interface SimUser {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly label: string | undefined
}

export interface SimChat {
  id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title: string
  readonly user: SimUser | undefined
  readonly messages: Map<number, SimMessage>
  /** Message ids, oldest first. */
  readonly order: number[]
  started: boolean
  blocked: boolean
  deactivated: boolean
  migratedTo: number | undefined
  /** The reply keyboard now under the input field, or undefined. */
  keyboard: { readonly rows: readonly (readonly Button[])[]; readonly placeholder?: string } | undefined
}

export interface SimMessage {
  readonly id: number
  readonly chat: number
  /** Undefined when the bot wrote it. */
  readonly from: SimUser | undefined
  readonly at: number
  editedAt: number | undefined
  text: string | undefined
  caption: string | undefined
  entities: readonly Entity[]
  readonly document: StoredFile | undefined
  /** Other content of a person's message (photo, sticker, …), as the Bot API shows it. */
  readonly content: Fields
  inline: readonly (readonly Button[])[] | undefined
  /** Every button the message ever had: what a slow or modified client can still tap. */
  readonly pastButtons: Button[]
  /** Sent with a reply keyboard, its removal or a forced reply: such a message cannot be edited. */
  readonly plainMarkup: boolean
  readonly replyTo: number | undefined
  deleted: boolean
}

export interface Tap {
  readonly id: string
  readonly user: number
  readonly chat: number
  readonly at: number
  readonly label: string
  /** The bot acknowledged the update with a 2xx. */
  acknowledged: boolean
  /** The update's lifetime ended before the bot acknowledged it. */
  expired: boolean
  /** An answer met a fault on order: it is never to be repeated, so it counts for the judge. */
  attempted: boolean
  answers: number
}
