// The card that a person holds in this chat, and which of its cells changed since it was shown.

import { keysWatchedBy, keysWrittenBy } from '../../engine/affected-keys.ts'
import type { Event } from '../../engine/event.ts'
import type { Form } from '../../engine/form.ts'
import { movedSince } from '../../engine/shown.ts'
import { presentCard } from '../opened.ts'
import type { Card } from '../ports/commit.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import { isLifeEvent, type LifeEvent } from '../ports/life-event.ts'
import type { Elsewhere } from './interpretation.ts'

export const cardOf = async (
  conversations: Pick<Conversations, 'card'>,
  form: Form,
  id: string,
  seat: Seat,
  chat: string,
): Promise<Card | null> => {
  const card = await conversations.card(id, seat.person.id, chat)
  return card && presentCard(form, card)
}

/** The filing that a choice is about, or the desk that it leads to. */
export const aboutOf = ({ filing, choices }: Card, number: number): Elsewhere => {
  const choice = choices[number]
  return choice?.desk === undefined ? (choice?.filing ?? filing) : { desk: choice.desk }
}

/** The card's cells that changed since; only a choice that writes can be stale. */
export const changedSince = (
  form: Form,
  card: Card,
  seat: Seat,
  event: Event | LifeEvent,
): readonly string[] =>
  isLifeEvent(event)
    ? []
    : movedSince(form, seat.filing, keysWrittenBy(form, event), shownOn(form, card, seat))

/** On the live card the focus knows better: an edit made after it was put has been seen by its person. */
const shownOn = (form: Form, { id, shown }: Card, { card, focus }: Seat): Card['shown'] => {
  if (card !== id) return shown
  const known = new Set(keysWatchedBy(form, focus.question))
  const others = Object.entries(shown).filter(([key]) => !known.has(key))
  return { ...Object.fromEntries(others), ...focus.shown }
}
