// Figures of one row that cannot have slipped: an amount of money is no number of things.

import { answers } from '../answers/answers.ts'
import type { StatedFigures } from '../filing.ts'
import type { Form } from '../form.ts'
import { cellOf } from '../index-of.ts'

/** Whether no figure, as it prints, could be read as the answer of another cell of the row. */
export const fitNowhereElse = (form: Form, figures: StatedFigures): boolean => {
  const stated = figures.map(([key, value]) => ({ ...cellOf(form, key), value }))
  return stated.every(one =>
    stated.every(
      other =>
        one === other ||
        (one.rowKey === other.rowKey &&
          'unread' in answers[other.answer].read(answers[one.answer].print(one.value, one.options))),
    ),
  )
}
