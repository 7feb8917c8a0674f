// An example of an answer. It is never a figure that the filing or the year before holds, so that nobody takes one for
// the other.

import { answers } from '../../../engine/answers/answers.ts'
import type { Filing, Value } from '../../../engine/filing.ts'
import type { AnswerType, CellKey, Form } from '../../../engine/form.ts'
import { indexOf } from '../../../engine/index-of.ts'
import type { View } from './view.ts'

/** The first example of this kind that the unit has not as a figure; the last one where it has them all. */
export const exampleOf = (
  view: Pick<View, 'words' | 'form' | 'filing' | 'previous'>,
  answer: AnswerType,
): string => {
  const { words, form, filing, previous } = view
  const said = words.say(`example.${answer}`)
  const { amount, read, equal } = answers[answer]
  if (!amount) return said
  const examples = said.split(' ')
  const held = [
    ...valuesOf(form, filing, answer),
    ...(previous ? valuesOf(previous.form, previous.filing, answer) : []),
  ]
  const isHeld = (example: string): boolean => {
    const meant = read(example)
    return 'value' in meant && held.some(value => equal(value, meant.value))
  }
  return examples.find(example => !isHeld(example)) ?? examples.at(-1) ?? said
}

const valuesOf = (form: Form, { entries }: Filing, answer: AnswerType): readonly Value[] =>
  [...entries].flatMap(([key, { value }]) =>
    indexOf(form).cells.get(key as CellKey)?.answer === answer ? [value] : [],
  )
