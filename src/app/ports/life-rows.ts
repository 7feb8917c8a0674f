// The rows that an act in a filing's life leaves beside it, as types.

import type { PersonId } from '../../engine/filing.ts'

/** Marks of a standing: null takes one away, and one that is absent stays. The first hand-in is set once. */
export type StandingMarks = {
  readonly submittedAt?: number | null
  readonly firstSubmittedAt?: number
  readonly returnedAt?: number | null
  readonly returnedTimes?: number
  /** `YYYY-MM-DD`. */
  readonly mendBy?: string | null
  readonly mendedInTime?: boolean | null
  readonly askedAt?: number | null
  readonly approvedAt?: number | null
  /** Of the last hand-in. */
  readonly onBehalf?: boolean
  readonly signedContent?: number
  /** The day on which it is handed in, as its filler said. */
  readonly promisedOn?: string | null
}

export const noteKinds = ['return', 'question', 'answer', 'undo', 'exemption'] as const

/** Words beside a report: a return note, a question, its answer, why an approval was undone, why nothing is filed. */
export type Note = {
  readonly id: string
  readonly kind: (typeof noteKinds)[number]
  /** Cells and texts that it speaks of. */
  readonly cells: readonly string[]
  readonly body: string
  /** How many times the report had been returned with it. */
  readonly round: number
}

export const capacities = ['leader-in-charge', 'head'] as const
export const signingWays = ['paper', 'oa', 'bot'] as const

/** A sign-off is a fact; who signed needs no account. */
export type SignOff = {
  readonly who: string
  /** 分管领导, 主要领导. */
  readonly capacity: (typeof capacities)[number]
  readonly way: (typeof signingWays)[number]
  /** `YYYY-MM-DD`. */
  readonly signedOn: string
  /** The number in the office's own system. */
  readonly number: string | null
  /** 经授权. */
  readonly isUnderAuthority: boolean
}

/** All of one act; `by` and `at` hold for every row. */
export type LifeRows = {
  readonly by: PersonId
  readonly at: number
  readonly marks: StandingMarks
  readonly notes: readonly Note[]
  /** Notes that it closes, by id. */
  readonly closed: readonly string[]
  readonly signOff: (SignOff & { readonly id: string }) | null
  /** The content is kept as it was handed in. */
  readonly isHandIn: boolean
}
