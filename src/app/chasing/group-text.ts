// The two texts for a group, one that names nobody and one with names. Leaders read along there: neither tells a figure
// of a report, and a returned report is named as the others are (the office's rules, 2.1). Its facts hold no more.

import { isNamingDay } from '../../district/chasing/chased.ts'
import { dueDayOf } from '../../district/nudges/season-days.ts'
import type { Words } from '../../i18n/words.ts'
import { dayWords } from '../day-words.ts'
import type { ChasedCampaign, ChasedUnit } from './read-chased.ts'

/** Where the office is reached, as it is printed: a name and a telephone; null where none is given. */
export type OfficeContact = string | null

export type GroupTexts = {
  readonly unnamed: string
  readonly named: string
  /** The one that is meant on that day. */
  readonly usual: 'unnamed' | 'named'
  /** The units that the texts are about. */
  readonly units: readonly ChasedUnit[]
}

/** Null where all have handed in, or have a later day. */
export const groupTexts = (
  words: Words,
  read: ChasedCampaign,
  contact: OfficeContact = null,
): GroupTexts | null => {
  const { calendar, season, title, now, submitted } = read
  const units = read.units.filter(({ chased }) => chased.matter !== 'publish' && !chased.isSpared)
  if (units.length === 0) return null
  const due = dueDayOf(calendar, season.dates, { extendedUntil: null, awaitsSignOff: false })
  const isPast = now.date > due
  const office = words.district('office')
  const params = {
    ...{ title, office, due: dayWords(words, due), submitted },
    day: dateWords(words, now.date),
    at: momentWords(words, now),
    units: units.map(({ filing }) => filing.name).join(words.say('list')),
    contact: contact === null ? '' : words.district('chase.contact', { contact }),
    reached: contact === null ? office : words.district('chase.reached', { office, contact }),
  }
  const state = words.district(submitted > 0 ? 'chase.group.submitted' : 'chase.group.plain', params)
  return {
    unnamed: words.district(isPast ? 'chase.group.past' : 'chase.group', { ...params, state }).trim(),
    named: words.district('chase.group.named', params),
    usual: isNamingDay(calendar, due, now.date) ? 'named' : 'unnamed',
    units,
  }
}

/** A date without its weekday. */
export const dateWords = ({ locale }: Pick<Words, 'locale'>, date: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(Date.parse(date))

/** A moment as the office says it: 1月21日 9时. */
export const momentWords = (words: Words, { date, time }: ChasedCampaign['now']): string => {
  const [hour, minute] = [Math.floor(time / 60), time % 60]
  const said = { date: dateWords(words, date), hour, minute: String(minute).padStart(2, '0') }
  return words.district(minute === 0 ? 'chase.hour' : 'chase.moment', said)
}
