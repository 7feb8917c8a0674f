// The rows that an act in a filing's life leaves beside it, as types.

import type { PersonId } from '../../engine/filing.ts'

/** Marks of a standing: null takes one away, and one that is absent stays. The first hand-in is set once. */
export type StandingMarks = {
  readonly submittedAt?: number | null
  readonly firstSubmittedAt?: number
  readonly returnedAt?: number | null
  readonly returnedTimes?: number
  /** The last return rang whatever the hour. */
  readonly returnedAtOnce?: boolean
  /** `YYYY-MM-DD`. */
  readonly mendBy?: string | null
  readonly mendedInTime?: boolean | null
  readonly askedAt?: number | null
  readonly approvedAt?: number | null
  /** Of the last hand-in. */
  readonly onBehalf?: boolean
  readonly signedContent?: number
  /** When the present publication was recorded. */
  readonly publishedAt?: number | null
  /** When the sealed copy was recorded. */
  readonly sealedAt?: number | null
  /** The content about which the office has no more questions (预审无意见). */
  readonly clearedContent?: number | null
  /** The one who has taken the report up; null while nobody has. */
  readonly reviewer?: PersonId | null
  /** The day on which it is handed in, as its filler said. */
  readonly promisedOn?: string | null
}

/** `amendment`: the unit mends what a question is about. `request`: it asks to have its report returned. `opinion`: its leader does not sign yet. */
export const noteKinds = [
  ...(['return', 'question', 'answer', 'amendment', 'request', 'opinion', 'undo', 'exemption'] as const),
] as const

/** Words beside a report: a return note, a question, its answer, why an approval was undone, why nothing is filed. */
export type Note = {
  readonly id: string
  readonly kind: (typeof noteKinds)[number]
  /** Cells and texts that it speaks of. */
  readonly cells: readonly string[]
  /** The values of those places at that moment, as `snapshot` gives them. */
  readonly held: Readonly<Record<string, string>>
  readonly body: string
  /** How many times the report had been returned with it. */
  readonly round: number
}

/** 分管领导, 主要领导; and who has reviewed it for secrets (保密审查), which is no sign-off. */
export const capacities = ['leader-in-charge', 'head', 'secrecy-review'] as const
export const signingWays = ['paper', 'oa', 'bot'] as const

/** A sign-off is a fact; who signed needs no account. */
export type SignOff = {
  readonly who: string
  readonly capacity: (typeof capacities)[number]
  readonly way: (typeof signingWays)[number]
  /** `YYYY-MM-DD`. */
  readonly signedOn: string
  /** The number in the office's own system. */
  readonly number: string | null
  /** 经授权. */
  readonly isUnderAuthority: boolean
}

/** The address of a published report, and the day (`YYYY-MM-DD`) since which it stands there. */
export type Publication = { readonly url: string; readonly on: string }

/** All of one act; `by` and `at` hold for every row. */
export type LifeRows = {
  readonly by: PersonId
  readonly at: number
  readonly marks: StandingMarks
  readonly notes: readonly Note[]
  /** Notes that it closes, by id. */
  readonly closed: readonly string[]
  readonly signOffs: readonly (SignOff & { readonly id: string })[]
  readonly publications: readonly Publication[]
  /** Days (`YYYY-MM-DD`) on which a sealed copy came. */
  readonly sealed: readonly string[]
  /** The content is kept as it was handed in. */
  readonly isHandIn: boolean
}
