// The office's queue and reviews as pages show them, as types. No code.

import type { FilingId } from '../engine/filing.ts'
import type { ReviewAct } from './desk/open-acts.ts'
import type { AccountRef } from './message.ts'
import type { FileBody } from './ports/channel.ts'

/** A report that waits for the office; `standing` in the office's words. */
export type WaitingShown = { readonly filing: FilingId; readonly unit: string; readonly standing: string }

/** A place of a report by its key. */
export type PlaceShown = { readonly key: string; readonly name: string }

/** One unit's report before the office. */
export type ReviewShown = {
  readonly filing: FilingId
  /** Each act names it: of another one nothing is done. */
  readonly content: number
  readonly unit: string
  readonly year: number
  readonly state: string
  /** Headline figures with last year's, findings with reasons, the sign-off. */
  readonly figures: readonly string[]
  readonly changes: readonly string[]
  /** The notes of each round, the first round first. */
  readonly rounds: readonly {
    readonly round: number
    readonly notes: readonly { readonly head: string; readonly body: string; readonly places: string }[]
  }[]
  readonly acts: readonly { readonly act: ReviewAct; readonly isMain: boolean; readonly label: string }[]
  /** Offered for a note: those of findings and all texts, then all that hold a figure, by their table. */
  readonly places: readonly PlaceShown[]
  readonly tables: readonly { readonly name: string; readonly places: readonly PlaceShown[] }[]
  readonly reasons: readonly string[]
  /** The hours in which a return rings are over. */
  readonly isLate: boolean
}

/** `note` and `cells` of acts that say something; places named in the note count beside those of `cells`. */
export type ReviewWish = {
  readonly act: ReviewAct
  readonly content: number
  readonly note: string
  readonly cells: readonly string[]
  readonly isAtOnce: boolean
}

/** The office's queue and reviews; each is null for somebody who may not see them. */
export type ReviewPages = {
  readonly queue: (
    account: AccountRef,
  ) => Promise<{ readonly unit: string; readonly waiting: readonly WaitingShown[] } | null>
  readonly review: (account: AccountRef, filing: string) => Promise<ReviewShown | null>
  /** The report in full, as it prints: a page, or a document. */
  readonly reviewFile: (account: AccountRef, filing: string, as: 'html' | 'docx') => Promise<FileBody | null>
  /** The same use case as the desk's; a refusal says why, and what changed. */
  readonly actOnReview: (
    account: AccountRef,
    filing: string,
    wish: ReviewWish,
  ) => Promise<{
    readonly isDone: boolean
    readonly lines: readonly string[]
  } | null>
}
