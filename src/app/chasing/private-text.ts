// The private words for one person whom nothing can be pushed to, ready to be forwarded by hand: what is open, until
// when, and where to go on.

import type { Chased, Matter } from '../../district/chasing/chased.ts'
import type { Urgency } from '../../district/nudges/nudge.ts'
import type { Words } from '../../i18n/words.ts'
import { nudgeText } from '../nudging/nudge-text.ts'
import type { OfficeContact } from './group-text.ts'
import type { ChasedCampaign, ChasedUnit } from './read-chased.ts'

/** The address at which a person goes on: `fresh` lets one person in, once. */
export type EntryLink = { readonly link: string; readonly isFresh: boolean } | null

/** All open matters of one person, or of a unit where nobody is in; the first one's unit stands at the head. */
export type PrivateMatter = {
  readonly units: readonly [ChasedUnit, ...ChasedUnit[]]
  /** Null where nobody of the unit is in, or nobody is there. */
  readonly person: string | null
  readonly entry: EntryLink
}

export const privateText = (
  words: Words,
  read: ChasedCampaign,
  { units, person, entry }: PrivateMatter,
  contact: OfficeContact = null,
): string => {
  const [first, ...others] = units
  const isPast = units.some(({ chased }) => read.now.date > chased.due && chased.matter === 'report')
  const opening = person === null ? 'chase.private.unit' : 'chase.private'
  return [
    words.district(opening, { unit: first.filing.name, person: person ?? '' }),
    matterText(words, read, first),
    ...others.map(unit =>
      words.district('nudge.rest', { unit: unit.filing.name, text: matterText(words, read, unit) }),
    ),
    ...entryLines(words, first.chased, entry),
    ...(isPast ? [] : [words.district('chase.ignore', { office: words.district('office') })]),
    ...(contact === null ? [] : [words.district('chase.contact', { contact })]),
  ].join('\n')
}

/** The same sentences as a nudge's, so that a copied text and a sent one read alike. */
const matterText = (words: Words, read: ChasedCampaign, { filing, season, chased }: ChasedUnit): string => {
  const { calendar, title, now } = read
  const { matter, due } = chased
  const key = [season.campaign, filing.unit, matter, due].join('/')
  const urgency = urgencyOf(matter, due, now.date)
  return nudgeText(
    { words, calendar, season, title, date: now.date },
    { urgency, stage: 't-1', due, lines: [], filing: filing.filing, unit: filing.unit, key },
    filing,
  )
}

const urgencyOf = (matter: Matter, due: string, date: string): Urgency => {
  if (matter !== 'report') return matter === 'mend' ? 'returned' : 'publish'
  if (date > due) return 'overdue'
  return date === due ? 'due' : 'stage'
}

const entryLines = (
  words: Words,
  { hasEntered }: Pick<Chased, 'hasEntered'>,
  entry: EntryLink,
): readonly string[] => {
  if (entry)
    return [words.district(entry.isFresh ? 'chase.entry.fresh' : 'chase.entry', { link: entry.link })]
  return hasEntered ? [] : [words.district('chase.entry.later')]
}
