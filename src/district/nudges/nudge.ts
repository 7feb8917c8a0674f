// A nudge and the facts that it is planned from, as types. Dates are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM`, both in the
// district's zone, so that they compare as strings; times are minutes of the day.

import type { FilingId, UnitId } from '../../engine/filing.ts'
import type { FilingState } from '../lifecycle.ts'

/** The names are permanent: they stand in `nudges preview --json` and in stored keys. */
export type Stage =
  | 'opening'
  | 't-14'
  | 't-7'
  | 't-3'
  | 't-1'
  | 'due'
  | `overdue-${number}`
  | 'weekly'
  | 'idle'
  /** Put off by its person. */
  | 'again'
  | 'returned'
  | 'returned-again'
  | 'returned-due'
  | `returned-overdue-${number}`
  | 'publish-2'
  | 'publish-due'
  | `publish-overdue-${number}`

/** Matters of nudges, the most urgent first: a person's one message of the day leads with it. */
export const urgencies = ['returned', 'overdue', 'due', 'stage', 'idle', 'publish'] as const
export type Urgency = (typeof urgencies)[number]

/** A day beside the stage that the message says in a line. */
export type DayLine = 'sign' | 'publish-day' | 'legal-day' | 'last-working-day' | 'past-legal'

/** The dates that people live by; each but the law's is optional, and none locks. */
export type SeasonDates = {
  /** 送审 */
  readonly sign: string | null
  /** 报区府办; where reports are reviewed before they are signed, 报初稿. */
  readonly due: string | null
  /** 报定稿（盖章）, only where reports are reviewed before they are signed. */
  readonly final: string | null
  /** 公开 */
  readonly publish: string | null
  /** The law's: 31 January, or 31 March for a government as a whole (《条例》第四十九条). */
  readonly legal: string
}

export type Season = {
  readonly campaign: string
  readonly opened: string
  readonly closedOn: string | null
  readonly dates: SeasonDates
}

/** A season with the filings that are planned by it. */
export type SeasonFilings = { readonly season: Season; readonly filings: readonly NudgedFiling[] }

/** Somebody who files: the one who wrote last stands first. */
export type Filler = {
  readonly person: string
  /** Null where nothing can be pushed: the text is to be copied. */
  readonly channel: string | null
  /** Days on leave, both included; the substitute is one of the unit's fillers. */
  readonly absences: readonly {
    readonly since: string
    readonly until: string
    readonly substitute: string | null
  }[]
}

/** `until` is the day that the return itself set. */
export type Return = { readonly moment: string; readonly atOnce: boolean; readonly until: string | null }

export type NudgedFiling = {
  readonly filing: FilingId
  readonly unit: UnitId
  readonly state: FilingState
  readonly fillers: readonly Filler[]
  /** The moment at which anybody of the unit came in first. */
  readonly entered: string | null
  /** The date of the last word from the unit's people in the report; null while nothing is filled in. */
  readonly touchedOn: string | null
  /** 先审后签: the office has no more questions and waits for the signature. */
  readonly awaitsSignOff: boolean
  /** 送审中: the paper for signature was made of the present content. */
  readonly inSignOff: boolean
  readonly returned: Return | null
  readonly approvedOn: string | null
  readonly publishesItself: boolean
  readonly extendedUntil: string | null
  readonly promisedOn: string | null
}

/** A stage that falls on a day for one filing. */
export type StageOnDay = {
  readonly urgency: Urgency
  readonly stage: Stage
  /** The date that the stage counts to. */
  readonly due: string
  readonly lines: readonly DayLine[]
}

/** A nudge that went out or was handed to be copied. */
export type SentNudge = {
  readonly key: string
  readonly date: string
  readonly person: string
  readonly filing: FilingId
  readonly stage: Stage
}

export type Nudge = {
  /** Unit, stage and what it counts to (the due date, of a weekly one its Monday, of a return its moment): planned twice, late or on two machines, it goes out once. */
  readonly key: string
  readonly date: string
  /** When it goes out, and up to when it still may. */
  readonly time: number
  readonly until: number
  readonly person: string
  /** Null is a text to copy, which is never counted as sent. */
  readonly channel: string | null
  readonly lead: StageOfFiling
  /** The rest that the person has open that day, as lines of the same message. */
  readonly rest: readonly StageOfFiling[]
}

export type StageOfFiling = StageOnDay & {
  readonly filing: FilingId
  readonly unit: UnitId
  readonly key: string
}
