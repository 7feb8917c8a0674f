// The recipient of a nudge: one of a unit's people, the substitute while they are away, never the unit's leader.

import type { Filler } from './nudge.ts'

export type Recipient = Pick<Filler, 'person' | 'channel'>

/** The filler who wrote last and is there on the date, or their substitute; null where nobody is. */
export const recipientOf = (fillers: readonly Filler[], date: string): Recipient | null => {
  const [first, ...others] = fillers
  if (!first) return null
  const away = first.absences.find(({ since, until }) => since <= date && date <= until)
  if (!away) return first
  const isSubstitute = ({ person }: Filler): boolean => person === away.substitute
  // The substitute before the others, and each once: two who stand in for each other end here too.
  return recipientOf([...others.filter(isSubstitute), ...others.filter(each => !isSubstitute(each))], date)
}
