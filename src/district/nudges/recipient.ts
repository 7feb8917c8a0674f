// The recipient of a nudge: one of a unit's people, the substitute while they are away, never the unit's leader.

import type { Filler } from './nudge.ts'

export type Recipient = Pick<Filler, 'person' | 'channel'>

/** The filler who wrote last and is there on the date, or their substitute; null where nobody is. */
export const recipientOf = (fillers: readonly Filler[], date: string): Recipient | null => {
  const [first, ...others] = fillers
  if (!first) return null
  if (!first.absence || first.absence.until < date) return first
  const substitute = first.absence.substitute
  return (substitute && recipientOf([substitute], date)) ?? recipientOf(others, date)
}
