// The progress of a campaign from its standings alone: how many have handed in, who has not, and how each unit stands.
// Pure; dates are days in the district's zone.

import type { FilingState } from './lifecycle.ts'

/** A unit's standing in a campaign; instants in epoch milliseconds, null where it has not happened. */
export type UnitStanding = {
  readonly unit: string
  readonly state: FilingState
  readonly open: number
  readonly errors: number
  /** Something was entered. */
  readonly hasBegun: boolean
  /** When somebody of the unit first came in. */
  readonly enteredAt: number | null
  readonly firstSubmittedAt: number | null
  readonly returnedTimes: number
  readonly mendedInTime: boolean | null
  readonly onBehalf: boolean
  readonly sealedAt: number | null
  readonly extendedUntil: string | null
  /** The day on which its filler said that it is handed in. */
  readonly promisedOn: string | null
  /** The last day on which a first hand-in is on time. */
  readonly due: string
}

export type UnitStatus = {
  readonly unit: string
  readonly state: FilingState
  readonly open: number
  readonly errors: number
  /** The first hand-in, of a withdrawn report too. */
  readonly submittedAt: number | null
  /** Null while nothing is handed in and the day is not over, and while a hand-in is withdrawn; handed in again, the
   * first day counts. A return does not make a hand-in late. */
  readonly onTime: boolean | null
  readonly returnedTimes: number
  readonly returnMendedInTime: boolean | null
  readonly onBehalf: boolean
  readonly sealedCopy: boolean
  readonly extendedUntil: string | null
  readonly promisedOn: string | null
}

/** Units by name. `neverEntered` is a part of `notBegun`. */
export type ToChase = Readonly<
  Record<'returned' | 'underWay' | 'notBegun' | 'neverEntered', readonly string[]>
>

export type CampaignSummary = {
  /** Units that are to file; those exempt are not among them. */
  readonly of: number
  /** All that were ever handed in and are not withdrawn, returned ones too. */
  readonly submitted: number
  readonly approved: number
  readonly published: number
  /** Handed in with a question that is open. */
  readonly awaitingAnswer: number
  /** Handed in, and neither approved nor returned. */
  readonly awaitingReview: number
  readonly toChase: ToChase
  readonly units: readonly UnitStatus[]
}

const published: readonly FilingState[] = ['published', 'correcting']
const approved: readonly FilingState[] = ['approved', ...published]
const waiting: readonly FilingState[] = ['submitted', 'reviewing', 'queried']

/** `dayOf` gives the day of an instant in the district; `today` is the day on which it is asked. */
export const summaryOf = (
  standings: readonly UnitStanding[],
  today: string,
  dayOf: (at: number) => string,
): CampaignSummary => {
  const filing = standings.filter(({ state }) => state !== 'exempt')
  const count = (states: readonly FilingState[]) =>
    filing.filter(({ state }) => states.includes(state)).length
  const names = (which: (standing: UnitStanding) => boolean) => filing.filter(which).map(({ unit }) => unit)
  const isUntouched = ({ state, hasBegun }: UnitStanding) => state === 'draft' && !hasBegun
  return {
    of: filing.length,
    submitted: filing.filter(({ state, firstSubmittedAt }) => state !== 'draft' && firstSubmittedAt !== null)
      .length,
    approved: count(approved),
    published: count(published),
    awaitingAnswer: count(['queried']),
    awaitingReview: count(waiting),
    toChase: {
      returned: names(({ state }) => state === 'returned'),
      underWay: names(each => each.state === 'draft' && !isUntouched(each)),
      notBegun: names(isUntouched),
      neverEntered: names(each => isUntouched(each) && each.enteredAt === null),
    },
    units: standings.map(each => statusOf(each, today, dayOf)),
  }
}

const statusOf = (standing: UnitStanding, today: string, dayOf: (at: number) => string): UnitStatus => {
  const { unit, state, open, errors, firstSubmittedAt, due } = standing
  const isWithdrawn = state === 'draft' && firstSubmittedAt !== null
  const isOnTime = firstSubmittedAt === null ? (today > due ? false : null) : dayOf(firstSubmittedAt) <= due
  return {
    ...{ unit, state, open, errors, submittedAt: firstSubmittedAt },
    onTime: state === 'exempt' || isWithdrawn ? null : isOnTime,
    returnedTimes: standing.returnedTimes,
    returnMendedInTime: standing.mendedInTime,
    onBehalf: standing.onBehalf,
    sealedCopy: standing.sealedAt !== null,
    extendedUntil: standing.extendedUntil,
    promisedOn: standing.promisedOn,
  }
}
