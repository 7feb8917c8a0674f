// All editions of the form. A new edition adds its line here and nothing else.

import type { Form, FormId } from '../engine/form.ts'
import { disclosure2019 } from './disclosure-2019.ts'
import { disclosure2021 } from './disclosure-2021.ts'

/** Every edition by its id, oldest first. */
export const catalog: ReadonlyMap<FormId, Form> = new Map(
  [disclosure2019, disclosure2021].map(form => [form.id, form]),
)

/** The edition of this id; throws for one we do not have (what comes from outside asks `catalog` first). */
export const formOf = (id: FormId): Form => {
  const form = catalog.get(id)
  if (!form) throw new Error(`there is no form ${id}`)
  return form
}

/** The edition in which this year is reported, if there is one. */
export const formForYear = (year: number): Form | undefined =>
  [...catalog.values()].find(
    ({ years }) => years.from <= year && year <= (years.to ?? Number.POSITIVE_INFINITY),
  )
