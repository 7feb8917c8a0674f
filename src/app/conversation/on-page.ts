// The part of a step that a page shows anew. Its question stands above the field until another is put, so whatever leaves
// it where it is changes it in its place: a tick, help, a list that opens, a figure typed into the tables. A question
// that was chosen in the tables moves with the next choice there and leaves no trail of messages.

import type { Effect } from '../../engine/effect.ts'
import type { Stepped } from '../../engine/step.ts'
import { placeOf } from '../../engine/steps/ask.ts'
import { type Incoming, isOnTables } from '../message.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Interpretation } from './interpretation.ts'

type OnPage = {
  readonly effects: readonly Effect[]
  /** The message that is edited: a card that was tapped, or the question. */
  readonly tapped: string | null
  /** The question is where it was. */
  readonly stays: boolean
  /** The question is one that was chosen in the tables. */
  readonly isPointed: boolean
}

export const onPage = (
  { page, input }: Pick<Incoming, 'page' | 'input'>,
  seat: Pick<Seat, 'filing' | 'focus' | 'card' | 'asked'>,
  { effects, focus, filing }: Stepped,
  { event, card }: Pick<Interpretation, 'event' | 'card'>,
): OnPage => {
  if (!page) return { effects, tapped: card, stays: false, isPointed: false }
  const isSame = placeOf(focus.question) === placeOf(seat.focus.question)
  const asks = effects.filter(({ type }) => type === 'ask')
  // The row of the person's own words says what was typed into the tables.
  if (isOnTables(input) && effects.every(isOfCells)) {
    const pointed = seat.focus.pointed ? (seat.asked?.id ?? null) : null
    if (isSame) {
      const kept = seat.card === null ? [] : asks
      return { effects: kept, tapped: seat.card, stays: true, isPointed: pointed !== null }
    }
    if (input.type === 'point') return { effects, tapped: pointed, stays: false, isPointed: true }
    if (pointed !== null) return { effects: asks, tapped: pointed, stays: true, isPointed: true }
  }
  const stays = card !== null && isSame && filing === seat.filing && event?.type !== 'stale'
  return { effects, tapped: stays ? card : null, stays, isPointed: stays && seat.focus.pointed === true }
}

const isOfCells = ({ type }: Effect): boolean => type === 'ask' || type === 'stored' || type === 'kept'
