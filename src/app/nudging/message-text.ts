// The words of one message: what is most urgent first, what else its person has open behind it.

import type { Nudge, StageOfFiling } from '../../district/nudges/nudge.ts'
import type { WorkCalendar } from '../../district/work-calendar.ts'
import type { Words } from '../../i18n/words.ts'
import type { FilingToNudge } from '../ports/nudges.ts'
import { nudgeText } from './nudge-text.ts'
import type { Seasons } from './seasons.ts'

type Said = { readonly words: Words; readonly calendar: WorkCalendar; readonly date: string }

/** `filings` has all that the nudge names. */
export const messageText = (
  said: Said,
  seasons: Seasons,
  { lead, rest, person }: Pick<Nudge, 'lead' | 'rest' | 'person'>,
  filings: ReadonlyMap<string, FilingToNudge>,
): string => {
  const textOf = (entry: StageOfFiling): readonly string[] => {
    const filing = filings.get(entry.filing)
    if (!filing) return []
    const filler = entry === lead ? (filing.names.get(person) ?? null) : null
    const text = nudgeText({ ...said, ...seasons.of(filing) }, entry, filing, filler)
    return [entry === lead ? text : said.words.district('nudge.rest', { unit: filing.name, text })]
  }
  return [lead, ...rest].flatMap(textOf).join('\n')
}
