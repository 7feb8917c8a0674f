// Whether the books of a locale have the words of every form of a catalogue: asked once at the start, so that no
// conversation meets a word that is not there. It must not say anything to people.

import type { Form } from '../engine/form.ts'
import { gatesBehind } from '../engine/index-of.ts'
import { fault } from '../faults.ts'
import type { Words } from './words.ts'

/** Throws the fault `words-missing` with all that the books lack for these forms and their obligations. */
export const checkWords = (words: Words, forms: Iterable<Form>): void => {
  const missing = new Set([...forms].flatMap(form => lookUps(words, form).flatMap(lookUp => lackOf(lookUp))))
  if (missing.size > 0) throw fault('words-missing', `${words.locale}: ${[...missing].join('; ')}`)
}

type LookUp = () => unknown

const lackOf = (lookUp: LookUp): readonly string[] => {
  try {
    lookUp()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const lookUps = (words: Words, form: Form): readonly LookUp[] => {
  const { form: say } = words
  const tables = form.sections.filter(section => section.type === 'table')
  const gates = tables.flatMap(({ gate }) => (gate ? gatesBehind(gate) : []))
  return [
    () => words.of(form),
    () => say.title(form.id, {}),
    ...form.rules.flatMap(({ messages }) => messages.map(message => () => words.finding(form, message, {}))),
    ...form.sections.map(
      ({ key }) =>
        () =>
          say.section(form, key, 'name'),
    ),
    ...form.sections.flatMap(section =>
      section.type === 'text'
        ? [
            ...(['name', 'ask', 'help'] as const).map(kind => () => say.text(form, section.text, kind)),
            ...(section.outline ?? []).map(topic => () => say.topic(form, section.text, topic)),
          ]
        : [],
    ),
    ...gates.flatMap(({ key, first }) =>
      (first === 'any' ? (['ask', 'pick', 'help'] as const) : (['ask', 'help'] as const)).map(
        kind => () => say.gate(form, key, kind, {}),
      ),
    ),
    ...tables.flatMap(table =>
      table.cells.flatMap(({ key, sum }) => [
        () => say.row(form, key),
        () => say.column(form, key),
        ...(sum ? [] : (['ask', 'help'] as const).map(kind => () => say.cell(form, key, kind, {}))),
      ]),
    ),
  ]
}
