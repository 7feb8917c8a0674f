// Every obligation the house knows, and the look-ups over their forms. A new obligation adds its line here.

import type { Form, FormId, ObligationId } from '../engine/form.ts'
import { formProblems } from '../engine/form-problems.ts'
import { fault } from '../faults.ts'
import { catalogProblems } from './catalog-problems.ts'
import { disclosure } from './disclosure/disclosure.ts'
import type { Obligation } from './obligation.ts'

export type Catalog = {
  readonly obligations: readonly Obligation[]
  /** Every form by its id, those of one obligation oldest first. */
  readonly forms: ReadonlyMap<FormId, Form>
  /** Throws for a form that is not there; ids from outside are looked up in `forms` first. */
  readonly formOf: (id: FormId) => Form
  /** The form in which an obligation is reported for a year; undefined when there is none. */
  readonly formFor: (obligation: ObligationId, year: number) => Form | undefined
  /** The powers of all obligations: a unit has them whatever it reports on. */
  readonly powers: ReadonlyMap<string, string>
  /** Throws for an obligation that is not there. */
  readonly obligationOf: (id: ObligationId) => Obligation
}

/** Throws the fault `form-broken` with every reason why these obligations or one of their forms cannot be used. */
export const createCatalog = (obligations: readonly Obligation[]): Catalog => {
  const problems = [
    ...catalogProblems(obligations),
    ...obligations.flatMap(each =>
      each.forms.flatMap(form => formProblems(form).map(why => `${form.id}: ${why}`)),
    ),
  ]
  if (problems.length > 0) throw fault('form-broken', problems.join('; '))
  const forms = new Map(obligations.flatMap(each => each.forms).map(form => [form.id, form]))
  const obligationOf = (id: ObligationId): Obligation => {
    const found = obligations.find(each => each.id === id)
    if (!found) throw new Error(`there is no obligation ${id}`)
    return found
  }
  return {
    obligations,
    forms,
    formOf: id => {
      const form = forms.get(id)
      if (!form) throw new Error(`there is no form ${id}`)
      return form
    },
    formFor: (id, year) =>
      obligationOf(id).forms.find(
        ({ years }) => years.from <= year && year <= (years.to ?? Number.POSITIVE_INFINITY),
      ),
    powers: new Map(obligations.flatMap(({ powers }) => [...(powers ?? [])])),
    obligationOf,
  }
}

export const catalog = createCatalog([disclosure])
