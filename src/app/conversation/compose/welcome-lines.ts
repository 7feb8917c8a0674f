// The first screen: the report, its due days, and a warning against secrets.

import { datesInOrder, type UnitDates } from '../../../district/campaign.ts'
import { weekdayOf } from '../../../district/weekday.ts'
import { dateWords } from '../../day-words.ts'
import type { Line } from '../../message.ts'
import { plain, strong, type View } from './view.ts'

export const welcomeLines = (view: View, open: number, errors: number): readonly Line[] => {
  const { words, form, obligation, unit, filing, wording } = view
  const title = strong(words.say('welcome.title', { ...wording, title: words.form.title(form.id, wording) }))
  const due = plain(dueWords(view, obligation.lastDay(filing.year, unit.level)))
  if (filing.entries.size + filing.texts.size > 0) {
    return [
      title,
      plain(open === 0 ? words.say('welcome.full') : words.say('welcome.again', { count: open })),
      ...(errors > 0 ? [plain(words.say('welcome.errors', { count: errors }))] : []),
      due,
    ]
  }
  return [
    title,
    plain(capitalized(words.say('welcome.how'))),
    plain(words.say('welcome.word')),
    due,
    plain(words.say('welcome.care')),
  ]
}

/** The dates that people live by, with the law's behind them; the law's alone where the unit is in no campaign. */
const dueWords = (view: View, lastDay: string): string => {
  const { words, dates: own } = view
  const weekday = words.say(`weekday.${weekdayOf(lastDay)}`)
  const said = own ? datesWords(view, own) : []
  if (said.length === 0)
    return words.say('welcome.due', { date: dateWords(words, lastDay, 'withYear'), weekday })
  const dates = said.join(' · ')
  return words.say('welcome.dates', { dates, legal: dateWords(words, lastDay), weekday })
}

const datesWords = (view: View, { practice, dates, extendedUntil }: UnitDates): readonly string[] =>
  datesInOrder(practice).flatMap(date => {
    const isExtended = date === 'due' && extendedUntil !== null
    const day = isExtended ? extendedUntil : dates[date]
    if (day === null) return []
    const name = view.words.say(`campaign.date.${practice}.${date}`)
    return [
      view.words.say(isExtended ? 'welcome.by.extended' : 'welcome.by', {
        name,
        day: dateWords(view.words, day),
      }),
    ]
  })

/** A sentence may begin with a number in words. */
const capitalized = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
