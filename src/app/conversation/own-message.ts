// The person's own words as a row of the chat's list, for a page that keeps no history of its own. Stored in the same
// commit as their effects, before them.

import { assertNever } from '../../faults.ts'
import { type Incoming, type Outgoing, wordsMessage } from '../message.ts'
import type { Interpretation } from './interpretation.ts'

/** Nothing for other channels, for a tick (the card itself shows it), and for a message that did nothing. */
export const ownMessage = (
  incoming: Incoming,
  { event, label }: Pick<Interpretation, 'event' | 'label'>,
): readonly Outgoing[] => {
  const { input } = incoming
  if (!event || event.type === 'tick') return []
  const row = (text: string, edits: string | null) => ownRow(incoming, text, edits)
  switch (input.type) {
    case 'text':
    case 'cell':
      return row(input.text, null)
    case 'choice':
      return label === null ? [] : row(label, input.card)
    case 'edit':
      return row(input.text, input.message)
    case 'file':
      return row(input.name, null)
    case 'command':
    case 'unsupported':
      return []
    default:
      return assertNever(input)
  }
}

/** These words, where the channel is a page. */
export const ownRow = ({ page, chat }: Incoming, text: string, edits: string | null): readonly Outgoing[] =>
  page ? [{ ...wordsMessage(page.own, chat, [{ text, style: 'plain' }]), kind: 'own', edits }] : []
