// What is measured: a subject is a bot's server in a process of its own, and the words that a person says to it.
// Nothing here starts or measures anything.

/** What a person does: writes, or taps a button of the message with that id. */
export type Said =
  | { readonly text: string }
  | { readonly tap: string; readonly message: number; readonly shown?: string }

/** The bot's message that answered: its id, its text and the inline buttons under it, row after row. */
export type Reply = {
  readonly message: number
  readonly text: string
  readonly choices: readonly { readonly text: string; readonly callback_data?: string }[]
}

/**
 * Says one thing in a chat and resolves when the reply has arrived and the webhook has answered 2xx. Only while opening
 * may more than one message be awaited; the last one is returned. A tap is also answered by editMessageText.
 */
export type Talk = (said: Said, messages?: number) => Promise<Reply>

/** Where a server is to run. Chats are numbered 1…people; a chat is private, so it is also the person's id. */
export type Place = {
  /** The local Bot API, without a slash at the end. */
  readonly apiRoot: string
  /** An empty folder on the project's own disk, removed after `stop`. */
  readonly folder: string
  readonly people: number
  /** How many questions a form has (the rivals' forms are as long as one wishes). */
  readonly questions: number
}

/** Of a server's process since its start, user and system, in microseconds; its memory in bytes. */
export type Usage = {
  /** All threads. */
  readonly cpu: number
  /** The thread that runs JavaScript, alone. */
  readonly main: number
  readonly rss: number
}

export type Server = {
  /** The webhook. */
  readonly url: string
  readonly secret?: string
  readonly pid: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

export type Subject = {
  readonly name: string
  /** Why it cannot be measured yet; it is then left out with this reason. */
  readonly missing?: string | undefined
  /** Work of the product that this one leaves out, for whoever reads its figures. */
  readonly lacks?: string
  start(place: Place): Promise<Server>
  /** Brings a fresh chat to its first question and returns that question. Not measured. */
  open(talk: Talk, chat: number): Promise<Reply>
  /**
   * The k-th answer (from 0) to the bot's latest message. Throws when that message shows a lost place.
   * A form asks for k < questions, the slope for k < 200; for updates per second k has no end.
   */
  answer(k: number, latest: Reply, chat: number): Said
}
