// A campaign as the planner of nudges takes it: its dates with the law's, its instants as moments of the district's zone.

import { tzOffset } from '@date-fns/tz'
import type { Campaign } from '../campaign.ts'
import { dateIn } from '../date-in.ts'
import type { Season } from './nudge.ts'

/** `legal` is the day that the law gives to the units that are planned. */
export const seasonOf = (campaign: Campaign, legal: string, zone: string): Season => {
  const { id, practice, dates, openedAt, closedAt } = campaign
  const isReviewedFirst = practice === 'review-first'
  return {
    campaign: id,
    opened: momentIn(zone, openedAt),
    closedOn: closedAt === null ? null : dateIn(zone, closedAt),
    dates: {
      sign: isReviewedFirst ? null : dates.sign,
      due: dates.due,
      final: isReviewedFirst ? dates.sign : null,
      publish: dates.publish,
      legal,
    },
  }
}

/** The moment of an instant (epoch milliseconds) in a zone; asked once for each of very many filings. */
export const momentIn = (zone: string, at: number): string =>
  new Date(at + tzOffset(zone, new Date(at)) * minuteMs).toISOString().slice(0, 16)

const minuteMs = 60_000
