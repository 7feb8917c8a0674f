// The chat's list as bubbles on the screen: a row that edits another is seen in its place.

import { isCard, type Outgoing } from '../../app/message.ts'
import type { Posted } from '../../app/ports/outbox.ts'

export type Bubble = {
  /** The place of the first row; what edits it later keeps it. */
  readonly seq: number
  /** The first row's outbox id: an edit of one's own words names it. */
  readonly id: string
  /** The last row that changed it. */
  readonly touched: number
  readonly by: 'bot' | 'person'
  readonly shown: Outgoing
  /** The label that was tapped on it. */
  readonly chosen: string | null
  readonly isEdited: boolean
}

/** In the order of their first rows. An edit of a row that is not among these is left out, but for a question. */
export const bubblesOf = (rows: readonly Posted[]): readonly Bubble[] => {
  const bubbles = new Map<number, Bubble>()
  /** The bubble in which a row is seen. */
  const places = new Map<number, number>()
  for (const row of rows) {
    const place = row.edits === null ? undefined : places.get(row.edits)
    const before = place === undefined ? undefined : bubbles.get(place)
    if (before) {
      bubbles.set(before.seq, changed(before, row))
      places.set(row.seq, before.seq)
    } else if (isBubble(row)) {
      bubbles.set(row.seq, bubbleOf(row))
      places.set(row.seq, row.seq)
    }
  }
  return [...bubbles.values()]
}

const isBubble = ({ outgoing: { kind, edits } }: Posted): boolean =>
  kind !== 'close' && (kind !== 'own' || edits === null)

const bubbleOf = ({ seq, outgoing }: Posted): Bubble => ({
  seq,
  id: outgoing.id,
  touched: seq,
  by: outgoing.kind === 'own' ? 'person' : 'bot',
  shown: outgoing,
  chosen: null,
  isEdited: false,
})

const changed = (before: Bubble, { seq, outgoing }: Posted): Bubble => {
  const touched = { ...before, touched: seq }
  if (outgoing.kind === 'close') return touched
  if (outgoing.kind === 'own' && before.by === 'bot') {
    return { ...touched, chosen: outgoing.lines.map(line => line.text).join('\n') }
  }
  return { ...touched, shown: outgoing, isEdited: before.by === 'person' }
}

/** The buttons that stand below the words: those of the live card alone. */
export const buttonsOf = ({ shown }: Bubble, card: string | null): Outgoing['choices'] =>
  isCard(shown) && shown.id === card ? shown.choices : []
