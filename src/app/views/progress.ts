// What stands beside the chat on a page: how much is open, part by part. It only reads.

import type { Filing } from '../../engine/filing.ts'
import { sectionOf } from '../../engine/index-of.ts'
import { review } from '../../engine/review.ts'
import { catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { knownOf } from '../known-of.ts'
import { renamedSeat } from '../opened.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Board } from '../use-cases.ts'

export const boardOf = (words: Words, environment: Environment, stored: Seat): Board => {
  const seat = renamedSeat(catalog.formOf(stored.filing.form), stored)
  const { person, unit, filing, card, asked } = seat
  const form = catalog.formOf(filing.form)
  const { errors, incomplete } = review(form, filing, knownOf(seat, environment, environment.now()))
  const years = yearsOf(filing, unit.name)
  const open = incomplete.map(item => sectionOf(form, item.key))
  return {
    person,
    unit: unit.name,
    year: filing.year,
    filing: filing.id,
    version: filing.version,
    card,
    asked: asked?.id ?? null,
    open: incomplete.length,
    errors: errors.length,
    sections: form.sections.map(({ key }) => ({
      name: words.form.section(form, key, 'name', years),
      open: open.filter(section => section === key).length,
    })),
  }
}

const yearsOf = ({ year }: Filing, unit: string) => ({
  year,
  lastYear: year - 1,
  nextYear: year + 1,
  unit,
})
