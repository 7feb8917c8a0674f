// What a kind of answer is: how it is read from words, printed, and compared. One file each beside this one.

import type { Value } from '../filing.ts'

/** Why words could not be read as an answer. */
export type Unread =
  | 'no-number'
  | 'vague'
  | 'several'
  | 'negative'
  | 'fraction'
  | 'too-large'
  | 'no-unit'
  | 'not-money'
  | 'not-a-count'
  | 'too-fine'
  | 'not-a-choice'
  | 'too-long'
  | 'wrong-total'
  | 'too-many-rows'
  | 'unknown-row'
  | 'required'
  | 'tick-first'
  | 'too-many-figures'
  | 'too-few-figures'

export type Read =
  | { readonly value: Value; readonly note: string | null }
  | { readonly unread: Unread; readonly limit?: number }

export type AnswerKind = {
  readonly zero: Value
  /** Read what a person wrote. Words of the language stay in reading/; this decides what the cell takes. */
  readonly read: (said: string) => Read
  /** As it prints in the document, without the note; a blank prints as nothing. */
  readonly print: (value: Value) => string
  /** As it is said in the chat, with its unit where the document has none. */
  readonly say: (value: Value) => string
  /** For equations: a count as it is, an amount in 分, a blank as 0. */
  readonly amount: (value: Value) => number
}
