// The first screen: the report, its due day, and a warning against secrets.

import { weekdayOf } from '../../../district/weekday.ts'
import type { Line } from '../../message.ts'
import { plain, strong, type View } from './view.ts'

export const welcomeLines = (view: View, open: number, errors: number): readonly Line[] => {
  const { words, form, obligation, unit, filing, wording } = view
  const title = strong(words.say('welcome.title', { ...wording, title: words.form.title(form.id, wording) }))
  const lastDay = obligation.lastDay(filing.year, unit.level)
  const due = plain(words.say('welcome.due', dueParams(view, lastDay)))
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

const dueParams = ({ words }: View, date: string) => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { date: words.say('date', { year, month, day }), weekday: words.say(`weekday.${weekdayOf(date)}`) }
}

/** A sentence may begin with a number in words. */
const capitalized = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
