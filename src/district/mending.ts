// The places that remarks ask a unit to look at again, and what became of them: pure functions of the remarks and the
// filing. A place is open as long as it stands as it stood when it was asked about and nobody has explained it.

import type { Filing } from '../engine/filing.ts'
import type { Form } from '../engine/form.ts'
import { isAsShown } from '../engine/shown.ts'

/** A remark of the office or of the unit, as mending sees it; instants in epoch milliseconds. */
export type MendingNote = {
  readonly id: string
  readonly kind: string
  /** Keys of cells and texts. */
  readonly cells: readonly string[]
  /** The values of those places then, as `snapshot` gives them. */
  readonly held: Readonly<Record<string, string>>
  readonly at: number
  readonly closedAt: number | null
}

export type MendingPlace = {
  readonly key: string
  /** The value that stood there; undefined where nothing did. */
  readonly held: string | undefined
  readonly became: 'open' | 'changed' | 'explained'
}

/** Remarks by which places are asked to be mended. */
const asks: readonly string[] = ['return', 'amendment']

/** All places of the remarks that are open, in their order, each once; of a round that is over, name its remarks. */
export const mendingOf = (
  form: Form,
  filing: Filing,
  notes: readonly MendingNote[],
  asking: readonly MendingNote[] = notes.filter(
    ({ kind, closedAt }) => asks.includes(kind) && closedAt === null,
  ),
): readonly MendingPlace[] => {
  const places = new Map<string, MendingPlace>()
  for (const note of asking)
    for (const key of note.cells) {
      const held = note.held[key]
      const isExplained = notes.some(
        each => each.kind === 'answer' && each.at >= note.at && each.cells.includes(key),
      )
      const isChanged = !isAsShown(form, filing, key, note.held)
      places.set(key, { key, held, became: isChanged ? 'changed' : isExplained ? 'explained' : 'open' })
    }
  return [...places.values()]
}
