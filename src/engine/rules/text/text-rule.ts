// The kinds of rule about written words, alone or against the tables. A form lists them as data, with the cells that
// each quantity may mean; what the words say is read in reading/narrative.

import type { Deed, Subject } from '../../../reading/narrative/figures.ts'
import type { Quantity } from '../../../reading/narrative/labels.ts'
import type { CellKey, TextKey } from '../../form.ts'

export type TextRuleId =
  | 'F03'
  | 'F05'
  | 'F06'
  | 'F09'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'N01'
  | 'N02'
  | 'N03'
  | 'N04'
  | 'N05'
  | 'N06'
  | 'N07'
  | 'N08'
  | 'N09'
  | 'N10'
  | 'N11'
  | 'T204'
  | 'T405'
  | 'Y03'

export type TextMessageId =
  | Exclude<TextRuleId, 'F10' | 'F11' | 'T405' | 'N03' | 'N07' | 'N09'>
  | `F10.${'mark' | 'instruction' | 'name' | 'year' | 'personal'}`
  | `F11.${'figure' | 'section'}`
  | `N03.${'scope' | 'part' | 'none' | 'disputes'}`
  | `N07.${'requests' | 'words'}`
  | `N09.${'amount' | 'cases' | 'unsaid'}`
  | `T405.${'corrected' | 'pending'}`

/** One way to take a quantity: the printed cells that are added, and the entered cells behind them. */
export type Meaning = {
  /** What it is called in the table. */
  readonly name: string
  readonly cells: readonly CellKey[]
  readonly parts: readonly CellKey[]
  /** Rows that a writer may leave out, each as a whole; of the last one any part. */
  readonly less?: readonly CellKey[]
}

export type Meanings = Readonly<Record<Quantity, readonly Meaning[]>>

type Texts = { readonly type: 'text'; readonly texts: readonly TextKey[] }

/** N01 and, where the sentence counts for others too, N03. */
export type RequestsRule = Texts & { readonly rule: 'N01'; readonly meanings: Meanings }
export type NoRequestsRule = Texts & { readonly rule: 'N02'; readonly received: CellKey }
/** N03 about 表四: its totals, and what may be added to them. */
export type DisputesRule = Texts & {
  readonly rule: 'N03'
  readonly reviews: readonly Meaning[]
  readonly suits: readonly Meaning[]
}
export type SharesRule = Texts & { readonly rule: 'N04'; readonly bases: readonly Meaning[] }
export type GrowthRule = Texts & { readonly rule: 'N05'; readonly meanings: Meanings }
export type AllDoneRule = Texts & { readonly rule: 'N08'; readonly carriedOut: CellKey }
/** N09, and N10 about the same sums; `unsaid` asks for a word about fees in this text. */
export type FeesRule = Texts & { readonly rule: 'N09' | 'N10'; readonly unsaid?: TextKey }
export type FiguresRule = Texts & {
  readonly rule: 'N11'
  readonly cells: Readonly<Record<Subject, { readonly [deed in Deed]?: readonly CellKey[] }>>
}
export type PapersRule = Texts & { readonly rule: 'T204'; readonly cells: readonly CellKey[] }
export type Court = { readonly corrected: readonly CellKey[]; readonly pending: readonly CellKey[] }
export type CleanRecordRule = Texts & {
  readonly rule: 'T405'
  readonly reviews: Court
  readonly suits: Court
}
/** F06: the notice in force, and what cites another one by its number or its title. */
export type BasisRule = Texts & {
  readonly rule: 'F06'
  readonly notice: string
  readonly others: readonly string[]
}
export type SimilarRule = Texts & { readonly rule: 'Y03'; readonly supplied: readonly string[] }
/** Words alone. */
export type WordsRule = Texts & {
  readonly rule: 'F03' | 'F05' | 'F09' | 'F10' | 'F11' | 'F12' | 'N06'
}
export type TwiceRule = Texts & { readonly rule: 'N07'; readonly meanings: Meanings }

export type TextRule =
  | RequestsRule
  | NoRequestsRule
  | DisputesRule
  | SharesRule
  | GrowthRule
  | AllDoneRule
  | FeesRule
  | FiguresRule
  | PapersRule
  | CleanRecordRule
  | BasisRule
  | SimilarRule
  | TwiceRule
  | WordsRule
