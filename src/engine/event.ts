// The events: everything a person can do at any moment. A choice on a card is one of these, kept in the card's row: a
// client sends only its number. Every event names what it is about, so that it means the same whenever it arrives.

import type { Draft, Unimported, UnreadPart } from './draft.ts'
import type { MessageRef, Value } from './filing.ts'
import type { Question } from './focus.ts'
import type { CellKey, GateKey, SectionKey, TextKey } from './form.ts'
import type { Rest } from './mentions/said.ts'

export type Event =
  /** Words typed in answer to the focus. `early`: sent before the question was on the screen. */
  | { readonly type: 'typed'; readonly text: string; readonly early?: boolean }
  /** A figure written straight into its cell; `shown` is what stood there as `standsIn` says it. */
  | { readonly type: 'answered'; readonly cell: CellKey; readonly text: string; readonly shown: string }
  /** A text reads otherwise as a whole; `shown` is how it read before, empty where nothing was written. */
  | { readonly type: 'replaced'; readonly text: TextKey; readonly body: string; readonly shown: string }
  /** Figures written straight into many cells at once, all of them or none. */
  | { readonly type: 'filled'; readonly values: readonly (readonly [CellKey, Value, string | null])[] }
  /** An earlier message was edited. */
  | { readonly type: 'edited'; readonly message: MessageRef; readonly text: string }
  /** Go on with what is open. */
  | { readonly type: 'next' }
  /** Put this question, whatever is open. */
  | { readonly type: 'put'; readonly question: Question }
  /** Enter figures with one tap: a remainder, last year's value, rows shown back, blanks confirmed as 0. */
  | {
      readonly type: 'set'
      readonly values: readonly (readonly [CellKey, Value, (string | null)?])[]
      readonly source: 'typed' | 'carried'
      /** The message the figures were pasted in, when it is not this one. */
      readonly message?: MessageRef | null
      /** The cells that are open there are 0. */
      readonly rest?: Rest
    }
  /** Tick or untick a branch on a card with these ticks; nothing is stored before `open`. */
  | {
      readonly type: 'tick'
      readonly gate: GateKey
      readonly branch: string
      readonly ticked: readonly string[]
    }
  /** Exactly these branches have figures. */
  | { readonly type: 'open'; readonly gate: GateKey; readonly branches: readonly string[] }
  /** The cells still open in this section are 0. */
  | { readonly type: 'rest'; readonly section: SectionKey }
  /** The text is finished; written anew; its standard wording used; left out. */
  | { readonly type: 'written'; readonly text: TextKey }
  | { readonly type: 'rewrite'; readonly text: TextKey }
  /** These words are a part of the text after all. */
  | {
      readonly type: 'write'
      readonly text: TextKey
      readonly topic?: string
      readonly body: string
      readonly message: MessageRef | null
    }
  | { readonly type: 'standard'; readonly text: TextKey }
  | { readonly type: 'omit'; readonly text: TextKey }
  /** The sentence that the figures make is a part of the text. */
  | { readonly type: 'sentence'; readonly text: TextKey; readonly topic?: string }
  /** Take the printed note of a figure away. */
  | { readonly type: 'unnote'; readonly cell: CellKey }
  /** The reason for what a finding says. */
  | { readonly type: 'explain'; readonly finding: string; readonly body: string }
  | { readonly type: 'later' }
  | { readonly type: 'back' }
  | { readonly type: 'undo' }
  /** Look without moving: help for the question, the page as it prints. */
  | { readonly type: 'help' }
  | { readonly type: 'preview' }
  /** Say what is filled in and what is open. */
  | { readonly type: 'progress' }
  /** Received, or thanks: neither yes nor no. */
  | { readonly type: 'thanked' }
  /** Make the document. */
  | { readonly type: 'document' }
  /** A document of this report was sent; `sure`: it counts, whatever unit, year or form it names. */
  | { readonly type: 'imported'; readonly draft: Draft; readonly sure: boolean }
  /** A file was sent that gave nothing. */
  | { readonly type: 'unimported'; readonly why: Unimported }
  /** Last year's report was sent, and stored or not; this year's stays as it is. */
  | LastYearSent
  /** Nothing was added to the figures before the year's end. */
  | { readonly type: 'confirm-year-end' }
  /**
   * A reminder is put off until an instant (epoch milliseconds), which is `moment` as clocks there show it,
   * `YYYY-MM-DDTHH:MM`. `isSigning`: it is under signature and is handed in on that day.
   */
  | {
      readonly type: 'put-off'
      readonly until: number
      readonly moment: string
      readonly isSigning: boolean
    }
  /** Something that is no answer: a sticker, a photo. The question stands again. */
  | { readonly type: 'unsupported' }
  /** A tap on a card whose cells somebody changed since. */
  | { readonly type: 'stale'; readonly keys: readonly string[] }
  /** A stored question or choice that this code or form does not know: the contents are put in its place. */
  | { readonly type: 'outdated' }
  /** A stored conversation is picked up: put its question again. */
  | { readonly type: 'resume' }

/** `kept`: one that was filled in here stands, and was not replaced. */
export type LastYearSent = {
  readonly type: 'last-year'
  readonly outcome: 'stored' | 'replaced' | 'kept'
  readonly year: number
  readonly figures: number
  readonly texts: number
  readonly unread: readonly UnreadPart[]
}
