// A seat or card as it was loaded, made fit for use: the keys of an earlier revision become the present ones, and a
// question or choice that this code or form does not know becomes the contents. Storage knows no form, so it is done
// here; the next write puts the rows right.

import type { Filing } from '../engine/filing.ts'
import { fitsChanges, fitsEvent, fitsQuestion } from '../engine/fits-form.ts'
import type { Form } from '../engine/form.ts'
import type { Known } from '../engine/known.ts'
import { renamedEvent, renamedFiling, renamedFocus, renamedShown } from '../engine/renamed.ts'
import { contentsQuestion } from '../engine/steps/ask.ts'
import type { Catalog } from '../forms/catalog.ts'
import type { Card } from './ports/commit.ts'
import type { OpenedFiling, Seat } from './ports/conversations.ts'
import type { Environment } from './ports/environment.ts'
import { isLifeEvent } from './ports/life-event.ts'

/**
 * The seat in the form's present revision; `isOutdated` when its question is not one of this code and form. Earlier
 * questions and steps that have no place any more are forgotten: nobody can go back to them.
 */
export const presentSeat = (form: Form, stored: Seat): Seat => {
  const filing = renamedFiling(form, stored.filing)
  const stood = renamedFocus(form, stored.focus)
  const focus = {
    ...stood,
    trail: stood.trail.filter(each => fitsQuestion(form, each)),
    undo: stood.undo.filter(changes => fitsChanges(form, changes)),
  }
  if (!stored.isOutdated && fitsQuestion(form, focus.question)) return { ...stored, filing, focus }
  return { ...stored, filing, focus: { ...focus, question: contentsQuestion, shown: {} }, isOutdated: true }
}

export const presentCard = (form: Form, card: Card): Card => ({
  ...card,
  shown: renamedShown(form, card.shown),
  choices: card.choices.map(choice => {
    if (isLifeEvent(choice.event)) return choice
    const event = renamedEvent(form, choice.event)
    return { ...choice, event: fitsEvent(form, event) ? event : { type: 'outdated' } }
  }),
})

/** All that checks may know besides the filing itself: its unit, the year before, the year's end. */
export const checkContext = (
  catalog: Catalog,
  { unit, filing, previous }: Pick<OpenedFiling, 'unit' | 'filing' | 'previous'>,
  environment: Pick<Environment, 'startOf'>,
  now: number,
): Known => {
  const yearEnd = environment.startOf(`${filing.year + 1}-01-01`)
  return {
    unit,
    previous: presentPrevious(catalog, previous),
    yearEnd: now >= yearEnd ? yearEnd : null,
  }
}

/** Last year's filing in its form's present revision. It is never written, so it is renamed once and kept. */
export const presentPrevious = (catalog: Catalog, stored: Filing | null): Known['previous'] => {
  if (stored === null) return null
  const form = catalog.formOf(stored.form)
  const kept = renamedOnce.get(stored)
  if (kept?.form === form) return kept
  const previous = { form, filing: renamedFiling(form, stored) }
  renamedOnce.set(stored, previous)
  return previous
}
const renamedOnce = new WeakMap<Filing, NonNullable<Known['previous']>>()
