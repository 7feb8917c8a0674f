// The person's own words as a row of the chat's list, for a page that keeps no history of its own. Stored in the same
// commit as what they caused, before it.

import type { Event } from '../../engine/event.ts'
import { type Incoming, type Outgoing, wordsMessage } from '../message.ts'
import type { Meant } from './interpret.ts'

/** Nothing for other channels, for a tick (the card itself shows it), and for what did nothing. */
export const keptWords = (
  incoming: Incoming,
  { event, label }: Pick<Meant, 'event' | 'label'>,
): readonly Outgoing[] => {
  const { said } = incoming
  if (!event || isTick(event)) return []
  const row = (text: string, edits: string | null) => keptRow(incoming, text, edits)
  switch (said.type) {
    case 'text':
    case 'figure':
      return row(said.text, null)
    case 'choice':
      return label === null ? [] : row(label, said.card)
    case 'edit':
      return row(said.text, said.message)
    case 'file':
      return row(said.name, null)
    case 'command':
    case 'unsupported':
      return []
    default:
      return said satisfies never
  }
}

/** These words, where the channel is a page. */
export const keptRow = ({ page, chat }: Incoming, text: string, edits: string | null): readonly Outgoing[] =>
  page ? [{ ...wordsMessage(page.keep, chat, [{ text, style: 'plain' }]), kind: 'said', edits }] : []

const isTick = ({ type }: Event): boolean => type === 'tick'
