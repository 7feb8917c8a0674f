// The chat's list as bubbles on the screen: a row that edits another is seen in its place.

import type { Outgoing } from '../../app/message.ts'
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
  /** Epoch milliseconds, of the first row. */
  readonly at: number
}

/** Figures typed into the tables: the person's own words that name a cell. */
export const isOfTables = ({ by, shown }: Pick<Bubble, 'by' | 'shown'>): boolean =>
  by === 'person' && shown.cells.length > 0

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
      const made = bubbleOf(row)
      const last = [...bubbles.values()].at(-1)
      const joined = last && isOfTables(last) && isOfTables(made) ? last.seq : row.seq
      bubbles.set(joined, joined === row.seq ? made : joinedWith(last as Bubble, made))
      places.set(row.seq, joined)
    }
  }
  return [...bubbles.values()]
}

/** Figures typed into the tables one after the other are one bubble. */
const joinedWith = (first: Bubble, { touched, shown }: Bubble): Bubble => ({
  ...first,
  touched,
  shown: { ...first.shown, lines: [...first.shown.lines, ...shown.lines] },
})

const isBubble = ({ outgoing: { kind, edits } }: Posted): boolean =>
  kind !== 'close' && (kind !== 'own' || edits === null)

const bubbleOf = ({ seq, at, outgoing }: Posted): Bubble => ({
  seq,
  id: outgoing.id,
  touched: seq,
  by: outgoing.kind === 'own' ? 'person' : 'bot',
  shown: outgoing,
  chosen: null,
  isEdited: false,
  at,
})

const changed = (before: Bubble, { seq, outgoing }: Posted): Bubble => {
  const touched = { ...before, touched: seq }
  if (outgoing.kind === 'close') return touched
  if (outgoing.kind === 'own' && before.by === 'bot') {
    return { ...touched, chosen: outgoing.lines.map(line => line.text).join('\n') }
  }
  return { ...touched, shown: outgoing, isEdited: before.by === 'person' }
}
