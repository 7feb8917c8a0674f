// How far a filing is, part by part, beside the chat on a page. It only reads.

import { openSection } from '../../engine/completeness.ts'
import { review } from '../../engine/review.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { wordingOf } from '../../i18n/wording.ts'
import type { Words } from '../../i18n/words.ts'
import { checkContext, presentSeat } from '../opened.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Progress } from '../use-cases.ts'

export const progressOf = (
  words: Words,
  catalog: Catalog,
  environment: Environment,
  stored: Seat,
): Progress => {
  const form = catalog.formOf(stored.filing.form)
  const seat = presentSeat(form, stored)
  const { person, unit, filing, card, asked } = seat
  const { errors, incomplete } = review(
    form,
    filing,
    checkContext(catalog, seat, environment, environment.now()),
  )
  const wording = wordingOf(filing, unit.name)
  const open = incomplete.map(each => openSection(form, each))
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
      name: words.form.section(form, key, 'name', wording),
      open: open.filter(section => section === key).length,
    })),
  }
}
