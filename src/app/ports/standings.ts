// The port of standings that are behind, for the job that judges anew.

import type { FilingState } from '../../district/lifecycle.ts'
import type { FormId } from '../../engine/form.ts'
import type { OpenedFiling } from './conversations.ts'

/** A judgement as it is made now: a filing in one of these states whose standing names another one is behind. */
export type JudgedNow = {
  readonly states: readonly FilingState[]
  /** Each form's `judgedWith`, of a year that is over and of one that is not. */
  readonly forms: readonly (readonly [form: FormId, over: string, early: string])[]
  /** The years before this one are over. */
  readonly year: number
}

/** As it stands; `touchedAt` is null while nobody has begun. */
export type BehindFiling = Pick<OpenedFiling, 'unit' | 'filing' | 'previous'> & {
  readonly state: FilingState
  readonly touchedAt: number | null
}

export type Standings = {
  /** Filings whose standing was judged with something else, or as of another version; `most` at most. */
  readonly behind: (now: JudgedNow, most: number) => Promise<readonly BehindFiling[]>
}
