// What pages ask of the app, as types: who may come in, whose session it is, what stands on the screen. No code.

import type { FilingId, PersonId } from '../engine/filing.ts'
import type { AccountRef, ChatRef, ShownTable } from './message.ts'
import type { FileBody } from './ports/channel.ts'
import type { Outbox } from './ports/outbox.ts'

/** Whom an invitation lets in where, for the page that asks whether it is them. */
export type Invited = {
  readonly unit: string
  readonly year: number
  readonly name: string | null
  /** It leads this person to the same place in another channel. */
  readonly person: PersonId | null
}

/** A filing beside the chat. */
export type Board = {
  readonly person: { readonly id: PersonId; readonly name: string }
  readonly unit: string
  readonly year: number
  readonly filing: FilingId
  readonly version: number
  /** The card whose buttons are live, and the message that put the question. */
  readonly card: string | null
  readonly asked: string | null
  readonly open: number
  /** How many findings stop the report. */
  readonly errors: number
  readonly sections: readonly { readonly name: string; readonly open: number }[]
}

/** The statutory tables of a filing as on paper. */
export type Tables = {
  readonly unit: string
  readonly year: number
  readonly version: number
  readonly open: number
  readonly errors: number
  readonly sections: readonly TableShown[]
}

export type TableShown = {
  readonly heading: string
  readonly table: ShownTable
  /** By cell. */
  readonly figures: Readonly<Record<string, TableFigure>>
  /** What does not agree here and nobody has explained. */
  readonly findings: readonly TableFinding[]
}

export type TableFigure = {
  /** Row and column, as people say them. */
  readonly name: string
  readonly isComputed: boolean
  /** Digits and a decimal point write any answer to it. */
  readonly isNumber: boolean
  /** What stands there, to be sent back with what is typed over it. */
  readonly shown: string
}

export type TableFinding = {
  readonly key: string
  readonly severity: 'error' | 'explain' | 'warning'
  readonly text: string
  readonly cells: readonly { readonly key: string; readonly name: string }[]
}

/** What browsers ask of the app: who may come in, what their page shows. Messages go through `Receive`. */
export type Visits = {
  /** Whom a link lets in; null when it cannot be taken. Looking takes nothing. */
  readonly invited: (code: string) => Promise<Invited | null>
  /**
   * Take the invitation. `account` is whose browser this is already, null when nobody's. The token opens the session
   * and is known to nobody else; null when the invitation could not be taken.
   */
  readonly enter: (code: string, name: string, account: AccountRef | null) => Promise<string | null>
  /** Whose session this token opens; `isRenewed` when it now lasts longer. */
  readonly session: (
    token: string,
  ) => Promise<{ readonly account: AccountRef; readonly isRenewed: boolean } | null>
  readonly leave: (token: string) => Promise<void>
  /** Null when this account has no place any more. */
  readonly board: (account: AccountRef) => Promise<Board | null>
  /** Null when this account has no place any more. */
  readonly tables: (account: AccountRef) => Promise<Tables | null>
  readonly messages: Outbox['messages']
  /** The document that a message of this chat ordered; null when there is none. */
  readonly file: (chat: ChatRef, id: string) => Promise<FileBody | null>
}
