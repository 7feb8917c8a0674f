// The kind of an answer: how it is read from words, printed, compared and added up. One file each beside this one.

import type { Value } from '../filing.ts'
import type { Option } from '../form.ts'

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
  | 'too-many-rows'
  | 'unknown-row'
  | 'required'
  | 'too-many-figures'
  | 'too-few-figures'
  | 'no-date'
  | 'no-such-day'
  | 'no-year'
  | 'not-an-address'
  | 'no-words'

export type Read =
  | { readonly value: Value; readonly note: string | null }
  | { readonly unread: Unread; readonly limit?: number }

/** The asked cell as far as a kind needs it, and the year of the report. */
export type Asked = { readonly options?: readonly Option[]; readonly year?: number }

/** A value in a report file: a number, a yes or no, words, the keys of options, or null for a printed blank. */
export type StatedValue = number | string | boolean | readonly string[] | null

export type AnswerKind = {
  /** Whether a stored value is one of this kind, its options among the asked cell's. A blank is of every kind. */
  readonly fits: (value: Value, asked?: Asked) => boolean
  /** The value behind a closed gate. A kind without one cannot stand behind a gate. */
  readonly zero?: Value
  /** Read what a person wrote. Words of the language stay in reading/; this decides what the cell takes. */
  readonly read: (typed: string, asked?: Asked) => Read
  /** As it prints in the document, without the note; a blank prints as nothing. `read` takes it for the same value. */
  readonly print: (value: Value, options?: readonly Option[]) => string
  /** As it is said in the chat, with its unit where the document has none. */
  readonly say: (value: Value, options?: readonly Option[]) => string
  /** For equations: a count as it is, an amount in 分, a blank as 0. Absent where the answer does not count. */
  readonly amount?: (value: Value) => number
  /**
   * The value of an amount, in the unit of `like` where the kind has several; undefined where the kind has no such value.
   * Absent where the answer does not count.
   */
  readonly ofAmount?: (amount: number, like?: Value) => Value | undefined
  /** Whether two values of this kind say the same. */
  readonly equal: (one: Value, other: Value) => boolean
  /** The exact sum; a blank counts as 0. Absent where nothing adds up. */
  readonly add?: (values: readonly Value[]) => Value
  /**
   * As a report file states it, and back without loss. Absent for figures: their number is stated as it stands, so that
   * the rules can judge one that nobody could have typed.
   */
  readonly stated?: {
    readonly write: (value: Value) => StatedValue
    readonly read: (stated: StatedValue, asked?: Asked) => Read
  }
}
