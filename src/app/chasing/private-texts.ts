// One private text for each person whom nothing can be pushed to, and for each unit where nobody is in (尚未进入).

import type { Words } from '../../i18n/words.ts'
import type { OfficeContact } from './group-text.ts'
import { type EntryLink, privateText } from './private-text.ts'
import type { ChasedCampaign, ChasedUnit } from './read-chased.ts'

export type PreparedText = {
  /** The person's units that have something open, in the district's order. */
  readonly units: readonly [ChasedUnit, ...ChasedUnit[]]
  readonly person: string | null
  readonly text: string
}

/** `entryOf` gives the way in of a unit's person. Whoever is spared until a later day has no text. */
export const privateTexts = (
  words: Words,
  read: ChasedCampaign,
  entryOf: (unit: ChasedUnit) => EntryLink,
  contact: OfficeContact = null,
): readonly PreparedText[] => {
  const without = read.units.filter(
    ({ chased }) => !chased.isSpared && (chased.recipient?.channel ?? null) === null,
  )
  const byPerson = Map.groupBy(without, ({ chased, filing }) => chased.recipient?.person ?? filing.filing)
  return [...byPerson.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const units = [first, ...others] as const
    const { recipient } = first.chased
    const person = recipient && (first.filing.names.get(recipient.person) ?? null)
    const matter = { units, person, entry: entryOf(first) }
    return [{ units, person, text: privateText(words, read, matter, contact) }]
  })
}
