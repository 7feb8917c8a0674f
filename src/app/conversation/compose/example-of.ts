// An example of an answer. It is never a figure that the filing holds, so that nobody takes one for the other.

import { answers } from '../../../engine/answers/answers.ts'
import type { Filing } from '../../../engine/filing.ts'
import type { AnswerType, CellKey, Form } from '../../../engine/form.ts'
import { indexOf } from '../../../engine/index-of.ts'
import type { View } from './view.ts'

/** The first example of this kind that is no figure of the filing; the last one where all of them are. */
export const exampleOf = ({ words, form, filing }: View, answer: AnswerType): string => {
  const said = words.say(`example.${answer}`)
  const { amount, read, equal } = answers[answer]
  if (!amount) return said
  const examples = said.split(' ')
  const held = valuesOf(form, filing, answer)
  const isHeld = (example: string): boolean => {
    const meant = read(example)
    return 'value' in meant && held.some(value => equal(value, meant.value))
  }
  return examples.find(example => !isHeld(example)) ?? examples.at(-1) ?? said
}

const valuesOf = (form: Form, { entries }: Filing, answer: AnswerType) =>
  [...entries].flatMap(([key, { value }]) =>
    indexOf(form).cells.get(key as CellKey)?.answer === answer ? [value] : [],
  )
