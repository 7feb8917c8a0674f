// The part of a step that a page shows anew. Its question stands above the field until another is put, so whatever leaves
// it where it is changes it in its place: a tick, help, a list that opens, a figure typed into the tables.

import type { Effect } from '../../engine/effect.ts'
import type { Stepped } from '../../engine/step.ts'
import { placeOf } from '../../engine/steps/ask.ts'
import type { Incoming } from '../message.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Interpretation } from './interpretation.ts'

type OnPage = {
  readonly effects: readonly Effect[]
  /** The card that is edited. */
  readonly tapped: string | null
  /** The question is where it was. */
  readonly stays: boolean
}

export const onPage = (
  { page, input }: Pick<Incoming, 'page' | 'input'>,
  seat: Pick<Seat, 'filing' | 'focus' | 'card'>,
  { effects, focus, filing }: Stepped,
  { event, card }: Pick<Interpretation, 'event' | 'card'>,
): OnPage => {
  if (!page) return { effects, tapped: card, stays: false }
  const isSame = placeOf(focus.question) === placeOf(seat.focus.question)
  // The row of the person's own words says what was typed into the tables.
  if (input.type === 'cell' && isSame && effects.every(isOfCell))
    return {
      effects: effects.filter(({ type }) => type === 'ask' && seat.card !== null),
      tapped: seat.card,
      stays: true,
    }
  const stays = card !== null && isSame && filing === seat.filing && event?.type !== 'stale'
  return { effects, tapped: stays ? card : null, stays }
}

const isOfCell = ({ type }: Effect): boolean => type === 'ask' || type === 'stored' || type === 'kept'
