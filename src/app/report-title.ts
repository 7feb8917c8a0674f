// The heading of the reports of an obligation and a year, without a unit, as their form has it.

import type { ObligationId } from '../engine/form.ts'
import type { Catalog } from '../forms/catalog.ts'
import type { Words } from '../i18n/words.ts'

type Said = { readonly words: Pick<Words, 'form'>; readonly catalog: Catalog }

export const reportTitle = (
  { words, catalog }: Said,
  { obligation, year }: { readonly obligation: ObligationId; readonly year: number },
): string => {
  const form = catalog.formFor(obligation, year)
  return form ? words.form.title(form.id, { year }) : String(year)
}
