// The letter of reminder (提醒函) as an outline: basis, what is open and for how many days, the steps before, what is asked.
// It says 逾期 only of a day that has passed, and no figure of a report.

import { workingDaysAfter } from '../../district/count-working-days.ts'
import { dueDayOf } from '../../district/nudges/season-days.ts'
import type { LetterPlace, Outline } from '../../document/outline.ts'
import type { Form } from '../../engine/form.ts'
import type { Words } from '../../i18n/words.ts'
import { dayWords } from '../day-words.ts'
import { dateWords, momentWords, type OfficeContact } from './group-text.ts'
import type { ChasedCampaign, ChasedUnit } from './read-chased.ts'

/** `number` and `notice` are null where the office gives none; `answerBy` is a day. */
export type LetterWish = {
  /** The sender's full name. */
  readonly from: string
  /** 文号. */
  readonly number: string | null
  /** The district's own notice, with its title. */
  readonly notice: string | null
  readonly answerBy: string
  readonly contact: OfficeContact
}

export const letterOutline = (
  general: Words,
  form: Form,
  read: ChasedCampaign,
  units: readonly [ChasedUnit, ...ChasedUnit[]],
  wish: LetterWish,
): Outline => {
  const words = general.of(form)
  const { title, now } = read
  const { from, number, notice, answerBy, contact } = wish
  const list = words.say('list')
  const say = words.district
  const params = { title, from, office: say('office'), at: momentWords(words, now) }
  const basis =
    notice === null
      ? words.say('letter.basis')
      : say('letter.basis.notice', { basis: words.say('letter.basis'), notice })
  const due = dueDayOf(read.calendar, read.season.dates, { extendedUntil: null, awaitsSignOff: false })
  const heading = say('letter.title', params)
  return {
    title: heading,
    titleBreak: 0,
    blocks: [
      ...(number === null ? [] : [paragraph(number, 'date')]),
      paragraph(say('letter.to', { units: units.map(({ filing }) => filing.name).join(list) }), 'addressee'),
      paragraph(say('letter.rule', { ...params, basis, due: dayWords(words, due) })),
      ...units.map(unit => paragraph(stateWords(words, read, unit, units.length > 1))),
      ...units.flatMap(unit => stepsBefore(words, read, unit, units.length > 1).map(text => paragraph(text))),
      paragraph(say('letter.asks', { ...params, day: dayWords(words, answerBy) })),
      ...(contact === null ? [] : [paragraph(say('chase.contact', { contact }))]),
      paragraph(from, 'signature'),
      paragraph(say('letter.date', yearMonthDay(words, now.date)), 'date'),
    ],
  }
}

const paragraph = (text: string, place?: LetterPlace) =>
  ({ type: 'paragraph', level: 0, lead: '', text, ...(place && { place }) }) as const

/** The working days are counted without today, as offices do. */
const stateWords = (
  words: Words,
  { calendar, now, title }: ChasedCampaign,
  { filing, chased }: ChasedUnit,
  isNamed: boolean,
): string => {
  const { matter, due } = chased
  const isPast = chased.colour === 'overdue'
  const days = isPast
    ? workingDaysAfter(calendar, due, now.date).length
    : workingDaysAfter(calendar, now.date, due).length
  return words.district(`letter.${matter}${isPast ? '.past' : ''}`, {
    ...{
      title,
      days,
      due: dayWords(words, due),
      at: momentWords(words, now),
      office: words.district('office'),
    },
    unit: isNamed ? filing.name : words.district('letter.your-unit'),
  })
}

/** Steps that were taken, each with its day; none of a unit towards which nothing was done. */
const stepsBefore = (
  words: Words,
  { dayOf }: Pick<ChasedCampaign, 'dayOf'>,
  { filing, taken }: ChasedUnit,
  isNamed: boolean,
): readonly string[] => {
  if (taken.length === 0) return []
  const steps = taken.toReversed().map(({ at, step }) =>
    words.district('letter.step', {
      day: dateWords(words, dayOf(at)),
      step: words.district(`chase.step.${step}`),
    }),
  )
  const unit = isNamed ? filing.name : words.district('letter.your-unit')
  return [words.district('letter.before', { unit, steps: steps.join(words.say('list')) })]
}

const yearMonthDay = ({ locale }: Pick<Words, 'locale'>, date: string) => ({
  date: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(Date.parse(date)),
})
