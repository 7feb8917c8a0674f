// Acts in a report's life as its conversation does them: the wishes with the sentences for those who hear of them, or
// the sentence that refuses them.

import { type FilingAct, stateAfter } from '../../../district/lifecycle.ts'
import type { Outline } from '../../../document/outline.ts'
import type { Event } from '../../../engine/event.ts'
import type { Review } from '../../../engine/review.ts'
import type { AskingName } from '../../doors.ts'
import type { FilingWish } from '../../filing/effects-of.ts'
import { refusalOf } from '../../filing/filing-refusal.ts'
import type { Line } from '../../message.ts'
import type { Handling } from '../../ports/handling.ts'
import type { Awaited } from '../../ports/life-event.ts'
import { plain, quote, type View } from '../compose/view.ts'
import type { Life } from './life.ts'
import { refusalLines } from './refusal-lines.ts'
import type { LifePut } from './signing.ts'
import type { Staff } from './staff.ts'

export type LifeTurn = {
  /** Done in this order, in one commit. */
  readonly wishes: readonly FilingWish[]
  readonly said: readonly Line[]
  /** The event of the engine that follows: the question that stands, or the next one. */
  readonly step: Extract<Event, { type: 'resume' | 'next' }>
  readonly put: LifePut | null
  readonly awaits: Awaited | null
  /** Words to the others who stand at the report, and to the office. */
  readonly toColleagues: readonly Line[]
  /** Words to all who fill the report in, wherever they stand now. */
  readonly toFillers: readonly Line[]
  readonly toOffice: readonly Line[]
  /** A button below the words to the office, that asks this at its desk. */
  readonly officeAsks: OfficeAsk | null
  /** The sheet for signatures, where it is to be sent. */
  readonly sheet: Outline | null
}

export type OfficeAsk = {
  readonly asking: AskingName
  readonly args: readonly string[]
  readonly label: string
}

export type AtHand = {
  readonly handling: Pick<Handling, 'changedSince'>
  readonly view: View
  readonly life: Life
  readonly judged: Review
  readonly awaits: Awaited | null
  readonly staff: Staff
  /** The person's name, and the day in the district. */
  readonly name: string
  readonly today: string
}

/** Nothing is done and nothing said; the question that stands, stands. */
export const nothing: LifeTurn = {
  ...{ wishes: [], said: [], step: { type: 'resume' }, put: null, awaits: null },
  ...{ toColleagues: [], toFillers: [], toOffice: [], officeAsks: null, sheet: null },
}

/** The acts one after the other, in one commit, or the refusal of the first that cannot be done. */
export const acted = async (at: AtHand, wishes: readonly FilingWish[]): Promise<LifeTurn> => {
  const { handling, view, life, judged, name } = at
  const { words } = view
  const last = wishes.at(-1)
  let { stood } = life
  for (const wish of wishes) {
    const refused = await refusalOf(handling, stood, wish, view.form, judged)
    if (refused) return refusedWith(at, wish.act, { ...refused, stood })
    stood = {
      ...stood,
      state: stateAfter(stood.state, wish.act) ?? stood.state,
      ...(wish.act === 'sign-filing' && { signedContent: stood.content }),
    }
  }
  if (!last) return nothing
  const isSecrecy = last.signOff?.capacity === 'secrecy-review'
  const key = isSecrecy ? 'review-secrecy' : last.act
  if (!isOfUnit(key)) return nothing
  const told = { name, unit: view.unit.name, year: view.filing.year }
  return {
    ...nothing,
    wishes,
    said: [plain(words.say(`life.done.${key}`, told))],
    toColleagues: [plain(words.say(`life.told.${key}`, told))],
    toOffice: officeLines(at, key, last),
  }
}

/** The office hears of what it waits for. */
const officeLines = ({ view, life, name }: AtHand, key: OfUnit, { note }: FilingWish): readonly Line[] => {
  const told = { name, unit: view.unit.name, year: view.filing.year }
  const isFinal = key === 'sign-filing' && life.stood.state === 'reviewing'
  if (key !== 'request-return' && key !== 'answer-question' && !isFinal) return []
  return [plain(view.words.say(`life.office.${key}`, told)), ...(note === undefined ? [] : [quote(note)])]
}

const ofUnit = [
  ...(['submit-filing', 'withdraw-filing', 'sign-filing', 'review-secrecy'] as const),
  ...(['answer-question', 'amend-filing', 'explain-place', 'request-return', 'give-opinion'] as const),
]
type OfUnit = (typeof ofUnit)[number]
const isOfUnit = (key: string): key is OfUnit => ofUnit.some(each => each === key)

/** The act as the report's state refuses it. */
export const refusedAs = async (at: AtHand, act: FilingAct): Promise<LifeTurn> =>
  refusedWith(at, act, { why: 'state', stood: at.life.stood })

export const refusedWith = (
  { view }: Pick<AtHand, 'view'>,
  act: Parameters<typeof refusalLines>[1],
  refusal: Parameters<typeof refusalLines>[2],
): LifeTurn => ({
  ...nothing,
  said: refusalLines(view, act, refusal),
  step: { type: refusal.why === 'incomplete' ? 'next' : 'resume' },
})
