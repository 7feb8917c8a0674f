// The port of campaigns: what is collected until when, its filings, and where each of them stands.

import type { Campaign, UnitDates } from '../../district/campaign.ts'
import type { UnitStanding } from '../../district/summary.ts'
import type { FilingId, UnitId } from '../../engine/filing.ts'
import type { FormId, Level } from '../../engine/form.ts'
import type { Recorded } from './audits.ts'
import type { Committed, Replacement } from './commit.ts'
import type { Turn } from './turn.ts'

/** A unit that files and is not in the campaign yet; `filing` where it has one of that year. */
export type UnitToJoin = { readonly unit: UnitId; readonly filing: FilingId | null }

/** Filings that join a campaign in one commit, which ends the turn. */
export type JoiningSlice = {
  readonly campaign: string
  readonly turn: Turn
  readonly made: readonly Replacement[]
  readonly standing: readonly FilingId[]
}

export type Extension = {
  readonly campaign: string
  readonly unit: UnitId
  /** `YYYY-MM-DD`, the whole day. */
  readonly until: string
  readonly by: string
  readonly at: number
}

/** `due` is the unit's own where an extension or the campaign sets it, and else worked out from its level. */
export type CampaignStanding = Omit<UnitStanding, 'due'> & {
  readonly id: UnitId
  readonly level: Level | null
  /** Nothing is missing and every figure says none (零报告). */
  readonly zero: boolean
  /** Questions without an answer, and cells and texts that hold nothing. */
  readonly missing: number
  /** When somebody last did something to it; null while nobody has begun. */
  readonly touchedAt: number | null
  /** The last return; null where there was none. */
  readonly returnedAt: number | null
  /** The day until which a return is to be mended; null where it set none. */
  readonly mendBy: string | null
  /** The present hand-in; null where there is none. */
  readonly submittedAt: number | null
  readonly form: FormId
  /** The name of all that it was judged with, and whether that was this content. */
  readonly judgedWith: string
  readonly isOfNow: boolean
}

/** Of each act: false when something came in between, and then nothing is written. */
export type Campaigns = {
  /** The latest year first. */
  readonly campaigns: () => Promise<readonly Campaign[]>
  /** Stores it with the row of the clock that lets its units join. */
  readonly openCampaign: (campaign: Campaign, recorded: Recorded) => Promise<boolean>
  readonly closeCampaign: (id: string, at: number, recorded: Recorded) => Promise<boolean>
  /** Takes the place of an earlier one. */
  readonly extend: (extension: Extension, recorded: Recorded) => Promise<boolean>
  /** In the district's order, `most` at most. */
  readonly unitsToJoin: (campaign: Campaign, most: number) => Promise<readonly UnitToJoin[]>
  readonly join: (slice: JoiningSlice) => Promise<Committed>
  /** Of a filing; null when it has joined no campaign, or that is closed. */
  readonly datesOf: (filing: FilingId) => Promise<UnitDates | null>
  /** In the district's order: one query, whatever their number. */
  readonly campaignStandings: (campaign: string) => Promise<readonly CampaignStanding[]>
}
