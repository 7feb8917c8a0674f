// One event of a report's life: the acts that it asks for, or a card that asks on, or the sentence that refuses it.

import { type FilingAct, stateAfter } from '../../../district/lifecycle.ts'
import type { Event } from '../../../engine/event.ts'
import type { Review } from '../../../engine/review.ts'
import { assertNever } from '../../../faults.ts'
import type { FilingWish } from '../../filing/effects-of.ts'
import { refusalOf } from '../../filing/filing-refusal.ts'
import type { Line } from '../../message.ts'
import type { Handling } from '../../ports/handling.ts'
import type { Awaited, LifeEvent } from '../../ports/life-event.ts'
import type { SignOff } from '../../ports/life-rows.ts'
import { placeName } from '../compose/place-names.ts'
import { plain, quote, type View } from '../compose/view.ts'
import { type Life, openNotes } from './life.ts'
import { refusalLines } from './refusal-lines.ts'
import { awaitedCard, type LifePut, readSigner, signingCard } from './signing.ts'
import { placeLines, questionLines } from './state-lines.ts'

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
  readonly toOffice: readonly Line[]
}

export type AtHand = {
  readonly handling: Pick<Handling, 'changedSince'>
  readonly view: View
  readonly life: Life
  readonly judged: Review
  readonly awaits: Awaited | null
  /** The person's name, and the day in the district. */
  readonly name: string
  readonly today: string
}

const nothing: LifeTurn = {
  ...{ wishes: [], said: [], step: { type: 'resume' }, put: null, awaits: null },
  ...{ toColleagues: [], toOffice: [] },
}

export const lifeTurn = async (at: AtHand, event: LifeEvent): Promise<LifeTurn> => {
  const { view, life } = at
  const { content, state } = life.stood
  switch (event.type) {
    case 'hand-in':
      return handIn(at, event.content)
    case 'choose-signing':
      return awaiting(at, { ...event, type: 'signer' })
    case 'review-secrecy':
      return awaiting(at, { type: 'signer', content: event.content, capacity: 'secrecy-review', way: 'bot' })
    case 'sign':
      return sign(at, event.content, event.signOff)
    case 'agree': {
      const { name: who, today: signedOn } = at
      const signOff = { who, signedOn, capacity: 'leader-in-charge', way: 'bot' } as const
      return sign(at, event.content, { ...signOff, number: null, isUnderAuthority: false })
    }
    case 'decline':
      return awaiting(at, { type: 'opinion', content: event.content })
    case 'withdraw':
      return acted(at, [{ act: 'withdraw-filing', content: event.content }])
    case 'answer-question':
      return openNotes(life.stood, 'question').length > 0
        ? awaiting(at, { type: 'answer' })
        : refusedAs(at, 'answer-question')
    case 'amend':
      return { ...(await acted(at, [{ act: 'amend-filing', content: null }])), step: { type: 'next' } }
    case 'amended': {
      const mended = placeLines(view, life.places)
      const note = [view.words.say('life.amended.note'), ...mended.map(({ text }) => text)].join('\n')
      return acted(at, [{ act: 'answer-question', content: event.content, note }])
    }
    case 'explain-place':
      return awaiting(at, { type: 'place', key: event.key })
    case 'request-return':
      return acted(at, [{ act: 'request-return', content: null }])
    case 'said':
      return said(at, event.text, content, state)
    default:
      return assertNever(event)
  }
}

const said = async (
  at: AtHand,
  text: string,
  content: number,
  state: Life['stood']['state'],
): Promise<LifeTurn> => {
  const { awaits, view, name, today } = at
  switch (awaits?.type) {
    case undefined:
      return nothing
    case 'signer': {
      const signOff = readSigner(view, awaits, text, today)
      if ('unread' in signOff) return { ...awaiting(at, awaits), said: [plain(signOff.unread)] }
      return sign(at, awaits.content, signOff)
    }
    case 'answer':
      return acted(at, [{ act: 'answer-question', content: null, note: text }])
    case 'place':
      // A place of a return is explained beside it; the question as a whole is answered by its own button.
      return state === 'returned'
        ? {
            ...(await acted(at, [{ act: 'explain-place', content, note: text, cells: [awaits.key] }])),
            said: [plain(view.words.say('life.place.explained', { name: placeName(view, awaits.key) }))],
            step: { type: 'next' },
          }
        : acted(at, [{ act: 'answer-question', content: null, note: text, cells: [awaits.key] }])
    case 'opinion':
      return {
        ...nothing,
        said: [plain(view.words.say('life.declined'))],
        toColleagues: [plain(view.words.say('life.declined.told', { name })), quote(text)],
      }
    default:
      return assertNever(awaits)
  }
}

const awaiting = ({ view, life }: AtHand, awaits: Awaited): LifeTurn => ({
  ...nothing,
  put: {
    ...awaitedCard(view, awaits),
    lines: [
      ...(awaits.type === 'answer' ? questionLines(view, life) : []),
      ...awaitedCard(view, awaits).lines,
    ],
  },
  awaits,
})

/** At once where a sign-off stands or the practice wants none yet; else it is asked who signed. */
const handIn = async (at: AtHand, shown: number | null): Promise<LifeTurn> => {
  const { handling, view, life, today } = at
  const { stood } = life
  const isFinal =
    stateAfter(stood.state, 'submit-filing') === null && stateAfter(stood.state, 'sign-filing') !== null
  const wish: FilingWish = { act: isFinal ? 'sign-filing' : 'submit-filing', content: shown }
  const refused = await refusalOf(handling, stood, wish, view.form, at.judged)
  if (refused && refused.why !== 'unsigned') return refusedWith(at, wish.act, { ...refused, stood })
  // Typed without a card: the card comes first, so that what is handed in was on the screen.
  if (shown === null) return { ...nothing, step: { type: 'next' } }
  if (!refused && !isFinal) return acted(at, [wish])
  const changed =
    stood.signedContent === null ? null : await handling.changedSince(stood.filing.id, stood.signedContent)
  return { ...nothing, put: signingCard(view, life, changed, today) }
}

/** A sign-off hands the report in too, where it waits for nothing else. */
const sign = (at: AtHand, content: number, signOff: SignOff): Promise<LifeTurn> => {
  const { state, practice } = at.life.stood
  const isUnsent = state === 'draft' || state === 'returned'
  const submits = signOff.capacity !== 'secrecy-review' && isUnsent && practice === 'sign-first'
  return acted(at, [
    { act: 'sign-filing', content, signOff },
    ...(submits ? [{ act: 'submit-filing', content } as const] : []),
  ])
}

const acted = async (at: AtHand, wishes: readonly FilingWish[]): Promise<LifeTurn> => {
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
  ...(['answer-question', 'amend-filing', 'explain-place', 'request-return'] as const),
]
type OfUnit = (typeof ofUnit)[number]
const isOfUnit = (key: string): key is OfUnit => ofUnit.some(each => each === key)

const refusedAs = async (at: AtHand, act: FilingAct): Promise<LifeTurn> =>
  refusedWith(at, act, { why: 'state', stood: at.life.stood })

const refusedWith = (
  { view }: AtHand,
  act: FilingAct,
  refusal: Parameters<typeof refusalLines>[2],
): LifeTurn => ({
  ...nothing,
  said: refusalLines(view, act, refusal),
  step: { type: refusal.why === 'incomplete' ? 'next' : 'resume' },
})
