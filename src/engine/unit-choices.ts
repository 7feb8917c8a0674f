// The buttons of an amount of money that was written without its unit: what it would be in each.

import { yuanWords } from '../reading/yuan.ts'
import { answers } from './answers/answers.ts'
import { word } from './choice.ts'
import type { Ask, Choice } from './effect.ts'
import type { Question } from './focus.ts'
import { cellOf } from './index-of.ts'

/** None where no amount waits, or where it is no plain number. */
export const unitChoices = (
  { form, filing }: Ask,
  { cell, amount }: Extract<Question, { type: 'cell' }>,
): readonly Choice[] => {
  if (amount === undefined) return []
  const { read } = answers[cellOf(form, cell).answer]
  return (['wan-yuan', 'yuan'] as const).flatMap(unit => {
    const found = read(`${amount}${yuanWords[unit]}`, { year: filing.year })
    if ('unread' in found) return []
    return [word(unit, { type: 'set', values: [[cell, found.value, found.note]], source: 'typed' })]
  })
}
