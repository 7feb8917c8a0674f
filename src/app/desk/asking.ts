// The types of the desk: what somebody asks, who asks it where, and the answer. No code.

import type { AskingName } from '../doors.ts'
import type { FileOrder, Input, Line } from '../message.ts'
import type { Caller } from '../open.ts'
import type { Commit } from '../ports/commit.ts'
import type { StoredAsking } from '../ports/desks.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Desk } from './desk-of.ts'

/** A thing that is asked, named in this code. */
export type NamedAsking = StoredAsking & { readonly asking: AskingName }

/** `text` are the words beside the asking's own, empty where there are none, and null on a tap; `args` stood on the button, or with the words that were awaited. */
export type AskedWith = {
  readonly text: string | null
  readonly args: readonly string[]
  /** All the words, where they were heard by their signs. */
  readonly said?: string
  /** A file that was sent. */
  readonly file?: Extract<Input, { type: 'file' }>
}

/** The person that asks, and at which desk. */
export type Asker = Desk & {
  /** As use cases of the registry and of filings ask the door. */
  readonly caller: Caller
  /** The message's own name, the same when it is sent again: what an act makes of it can be made once. */
  readonly message: string
}

export type AskingChoice = NamedAsking & {
  readonly label: string
  /** A way on to something else, below the others. */
  readonly nav?: true
  /** It goes on with what was asked. */
  readonly main?: true
}

export type DeskAnswer = {
  readonly lines: readonly Line[]
  /** Without any the buttons that stand, stand. */
  readonly choices?: readonly AskingChoice[]
  /** Messages before the answer that keep their words whatever is tapped later: a text to be forwarded. */
  readonly kept?: readonly (readonly Line[])[]
  /** As `kept`, with a key of a reader's own: the outbox forgets its words. */
  readonly links?: readonly (readonly Line[])[]
  /** A document, behind the messages before the answer. */
  readonly file?: FileOrder
  /** The next words go to this asking; `question` says what is awaited. */
  readonly pending?: NamedAsking & { readonly question: string }
  /** Rows that an act writes besides, in the same commit. */
  readonly commit?: Pick<Commit, 'filings' | 'seen' | 'chains' | 'rights' | 'outbox'>
  /** The person goes there, and this is not said. */
  readonly goes?: OtherPlace
}

export type OtherPlace = { readonly filing: string } | { readonly desk: string }

/** One thing that can be asked at the desk: its words and its right stand under its name, in `locales/*\/desk.json` and in doors.ts. */
export type Asking = (deps: DeskDeps, asker: Asker, asked: AskedWith) => Promise<DeskAnswer>
