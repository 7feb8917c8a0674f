// Why obligations cannot stand in one catalogue: names taken twice, forms of somebody else, years with two forms. The
// inside of a form is judged by the engine.

import type { Form } from '../engine/form.ts'
import type { Obligation } from './obligation.ts'

/** The reasons, each with the id it is about; none for a whole catalogue. */
export const catalogProblems = (obligations: readonly Obligation[]): readonly string[] => {
  const forms = obligations.flatMap(each => each.forms)
  return [
    ...doubled(obligations.map(({ id }) => id)).map(id => `the obligation ${id} is there twice`),
    ...doubled(forms.map(({ id }) => id)).map(id => `the form ${id} is there twice`),
    ...obligations.flatMap(problemsOf),
  ]
}

/** Forms stand oldest first, so one that begins before another ends shares a year with it or is out of order. */
const problemsOf = ({ id, forms }: Obligation): readonly string[] => [
  ...(forms.length === 0 ? [`the obligation ${id} has no form`] : []),
  ...forms
    .filter(form => form.obligation !== id)
    .map(form => `${form.id} is a form of ${form.obligation} and stands among those of ${id}`),
  ...forms.flatMap((form, at) =>
    forms
      .slice(at + 1)
      .filter(later => later.id !== form.id)
      .flatMap(later =>
        later.years.from <= lastYearOf(form)
          ? [`${id} is reported for ${later.years.from} in ${form.id} and ${later.id}`]
          : [],
      ),
  ),
]

const lastYearOf = ({ years }: Form): number => years.to ?? Number.POSITIVE_INFINITY

const doubled = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, at) => keys.indexOf(key) !== at)),
]
