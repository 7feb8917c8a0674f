// One event of a report's life: the acts that it asks for, or a card that asks on, or the sentence that refuses it.

import { stateAfter } from '../../../district/lifecycle.ts'
import { assertNever } from '../../../faults.ts'
import { makeApprovalSheet } from '../../filing/approval-sheet.ts'
import type { FilingWish } from '../../filing/effects-of.ts'
import { refusalOf } from '../../filing/filing-refusal.ts'
import type { Awaited, LifeEvent } from '../../ports/life-event.ts'
import type { SignOff } from '../../ports/life-rows.ts'
import { placeName } from '../compose/place-names.ts'
import { plain, quote } from '../compose/view.ts'
import { type AtHand, acted, type LifeTurn, nothing, refusedAs, refusedWith } from './acted.ts'
import { openNotes } from './life.ts'
import { agreeCard, awaitedCard, readSigner, signerCard, signingCard } from './signing.ts'
import { staffTurn } from './staff-turn.ts'
import { mendedLines, questionLines } from './state-lines.ts'

export const lifeTurn = async (at: AtHand, event: LifeEvent): Promise<LifeTurn> => {
  const { view, life } = at
  switch (event.type) {
    case 'hand-in':
      return handIn(at, event.content)
    case 'choose-signing':
      return awaiting(at, { ...event, type: 'signer' })
    case 'review-secrecy':
      return awaiting(at, { type: 'signer', content: event.content, capacity: 'secrecy-review', way: 'bot' })
    case 'sign':
      return sign(at, event.content, event.signOff)
    case 'agree':
      return agree(at, event.content)
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
      const note = mendedLines(view, life).join('\n')
      const answered = await acted(at, [{ act: 'answer-question', content: event.content, note }])
      return { ...answered, step: { type: 'next' } }
    }
    case 'explain-place':
      return awaiting(at, { type: 'place', key: event.key })
    case 'request-return':
      return acted(at, [{ act: 'request-return', content: null }])
    case 'take-leave':
    case 'record-leave':
    case 'end-leave':
    case 'hand-over':
      return staffTurn(at, event)
    case 'approval-sheet':
      return sheet(at)
    case 'said':
      return said(at, event)
    default:
      return assertNever(event)
  }
}

/** For signatures on paper or in the office's own system; of nothing unfinished. */
const sheet = ({ view, life, judged, today }: AtHand): LifeTurn => {
  const { stood } = life
  const made = makeApprovalSheet(view, stood, judged, today)
  if ('why' in made) return refusedWith({ view }, 'order-document', { ...made, stood })
  return { ...nothing, sheet: made, said: [plain(view.words.say('life.sheet.made'))] }
}

const said = async (at: AtHand, { text, early }: Extract<LifeEvent, { type: 'said' }>): Promise<LifeTurn> => {
  const { awaits, view, life, name, today } = at
  if (!awaits) return nothing
  // Words that were sent before the prompt was on the screen answer something else.
  if (early) return { ...awaiting(at, awaits), said: [plain(view.words.say('early'))] }
  switch (awaits.type) {
    case 'signer': {
      const signOff = readSigner(view, awaits, text, today)
      if ('unread' in signOff) return { ...awaiting(at, awaits), said: [plain(signOff.unread)] }
      return { ...nothing, put: signerCard(view, life.stood, awaits.content, signOff), awaits }
    }
    case 'answer': {
      const answered = await acted(at, [{ act: 'answer-question', content: null, note: text }])
      return { ...answered, step: { type: 'next' } }
    }
    case 'place': {
      const { content } = life.stood
      const done = await acted(at, [{ act: 'explain-place', content, note: text, cells: [awaits.key] }])
      if (done.wishes.length === 0) return done
      const explained = view.words.say('life.place.explained', { name: placeName(view, awaits.key) })
      return { ...done, said: [plain(explained)], step: { type: 'next' } }
    }
    case 'opinion': {
      const given = await acted(at, [{ act: 'give-opinion', content: null, note: text }])
      if (given.wishes.length === 0) return given
      const told = [plain(view.words.say('life.declined.told', { name })), quote(text)]
      return { ...given, toColleagues: [], toFillers: told }
    }
    case 'leave':
      return staffTurn(at, { type: 'take-leave', text })
    case 'successor':
      return staffTurn(at, { type: 'hand-over', name: text })
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

/** A leader sees first whether the report still is as it was on the screen, then is asked for the capacity. */
const agree = async (at: AtHand, content: number): Promise<LifeTurn> => {
  const { handling, view, life, judged, name, today } = at
  const refused = await refusalOf(handling, life.stood, { act: 'sign-filing', content }, view.form, judged)
  return refused
    ? refusedWith(at, 'sign-filing', { ...refused, stood: life.stood })
    : { ...nothing, put: agreeCard(view, content, name, today) }
}

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
