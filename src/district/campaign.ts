// A campaign (填报任务): an obligation and a year that are collected, with the dates that people live by. None of them
// locks; the law's own date is the obligation's.

import type { UnitId } from '../engine/filing.ts'
import type { ObligationId } from '../engine/form.ts'

/** 先签后报: signed, then handed in. 先审后签: a draft is handed in and reviewed, then signed. */
export const practices = ['sign-first', 'review-first'] as const
export type Practice = (typeof practices)[number]

/** Days (`YYYY-MM-DD`), each null where nothing is set; `feedback` is for drafts that are reviewed first. */
export type CampaignDates = {
  /** 送审; of a draft that was reviewed, 报定稿（盖章）. */
  readonly sign: string | null
  /** 报区府办, a draft or the signed report. */
  readonly due: string | null
  /** 反馈意见. */
  readonly feedback: string | null
  /** 公开. */
  readonly publish: string | null
}
export type CampaignDate = keyof CampaignDates

export type Campaign = {
  readonly id: string
  readonly obligation: ObligationId
  readonly year: number
  /** All units in and below this one; null is the whole district, where it has no unit of its own. */
  readonly root: UnitId | null
  readonly practice: Practice
  readonly dates: CampaignDates
  /** Epoch milliseconds. */
  readonly openedAt: number
  readonly closedAt: number | null
}

/** The order in which the dates follow each other (office practice). */
export const datesInOrder = (practice: Practice): readonly CampaignDate[] =>
  practice === 'sign-first' ? ['sign', 'due', 'publish'] : ['due', 'feedback', 'sign', 'publish']

/** The days of one unit: its campaign's dates, and the later one that it was given instead of 报区府办. */
export type UnitDates = Pick<Campaign, 'practice' | 'dates'> & { readonly extendedUntil: string | null }

export type DateProblem =
  | { readonly code: 'outside'; readonly date: CampaignDate }
  | { readonly code: 'order'; readonly date: CampaignDate; readonly before: CampaignDate }

/** The first date that does not fit: not in the months around the year's end, or before one that it follows. */
export const dateProblem = (practice: Practice, dates: CampaignDates, year: number): DateProblem | null => {
  const set = datesInOrder(practice).filter(date => dates[date] !== null)
  const outside = set.find(date => !isAbout(year, dates[date] ?? ''))
  if (outside) return { code: 'outside', date: outside }
  for (const [at, date] of set.entries()) {
    const before = set[at - 1]
    if (before && (dates[date] ?? '') < (dates[before] ?? '')) return { code: 'order', date, before }
  }
  return null
}

const isAbout = (year: number, date: string): boolean =>
  date >= `${year}-07-01` && date <= `${year + 1}-12-31`

/** The day until which a unit is on time: its extension, else 报区府办, else 公开, else the law's. */
export const dueDay = (dates: CampaignDates, extendedUntil: string | null, lastDay: string): string =>
  extendedUntil ?? dates.due ?? dates.publish ?? lastDay
