// Figures shown back as a small table: one printed row after the other, without its zeros.

import { answers } from '../../../engine/answers/answers.ts'
import type { Value } from '../../../engine/filing.ts'
import type { CellKey, Form } from '../../../engine/form.ts'
import { cellOf } from '../../../engine/index-of.ts'
import { sayValue } from '../../../i18n/cell-words.ts'
import type { Line } from '../../message.ts'
import type { View } from './view.ts'

/** A row says what is not zero in it, and that the rest is. */
export const tableLines = (
  { words, form }: View,
  cells: readonly (readonly [CellKey, Value, (string | null)?])[],
): readonly Line[] => {
  const rows = [...Map.groupBy(cells, ([key]) => cellOf(form, key).rowKey).values()]
  const text = rows
    .map(row => {
      const told = row.filter(figure => !isZero(form, figure))
      const figures = told.map(([key, value, note]) =>
        words.say('rows.figure', {
          name: words.form.column(form, key),
          value: sayValue(form, key, value, note),
        }),
      )
      const rest = told.length === 0 ? 'rows.all-zero' : 'rows.rest-zero'
      const zeros = told.length < row.length ? [words.say(rest)] : []
      const [first] = row
      const name = first ? words.form.row(form, first[0]) : ''
      return `${name}\n  ${[...figures, ...zeros].join(words.say('names'))}`
    })
    .join('\n')
  return [{ text, style: 'table' }]
}

const isZero = (form: Form, [key, value, note]: readonly [CellKey, Value, (string | null)?]): boolean =>
  !note && JSON.stringify(value) === JSON.stringify(answers[cellOf(form, key).answer].zero)
