// Options that several commands share, read from what was typed.

import { type Form, formId, type Level, obligationId } from '../../engine/form.ts'
import { catalog } from '../../forms/catalog.ts'
import { levelOf, writtenLevels } from '../../intake/level.ts'
import { type Desk, refusal } from './desk.ts'

type Say = Pick<Desk, 'words'>

export const readLevel = ({ words }: Say, typed: string | undefined): Level | null => {
  if (typed === undefined) return null
  const written = writtenLevels.find(each => each === typed)
  if (!written) throw refusal(words('usage.level', { what: typed }))
  return levelOf(written)
}

export const readYear = ({ words }: Say, typed: string): number => {
  if (!/^20\d\d$/.test(typed)) throw refusal(words('usage.year', { what: typed }))
  return Number(typed)
}

/** The form of a year, or the one that was asked for if it is used in that year. */
export const readForm = ({ words }: Say, year: number, id?: string): Form => {
  if (id === undefined) {
    const form = catalog.formFor(obligationId('disclosure'), year)
    const from = Math.min(...[...catalog.forms.values()].map(({ years }) => years.from))
    if (!form) throw refusal(words('usage.no-form', { year, from }))
    return form
  }
  const form = catalog.forms.get(formId(id))
  if (!form)
    throw refusal(words('usage.form', { what: id, forms: [...catalog.forms.keys()].join(words('list')) }))
  const { from, to } = form.years
  if (year < from || year > (to ?? year)) throw refusal(words('usage.form-year', { form: id, year }))
  return form
}
