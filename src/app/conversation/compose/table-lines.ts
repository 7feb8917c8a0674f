// Figures shown back as a small table: one printed row a line.

import type { Value } from '../../../engine/filing.ts'
import type { CellKey } from '../../../engine/form.ts'
import { cellOf } from '../../../engine/index-of.ts'
import { sayValue } from '../../../i18n/cell-words.ts'
import type { Line } from '../../message.ts'
import type { View } from './view.ts'

export const tableLines = (
  { words, form }: View,
  cells: readonly (readonly [CellKey, Value, (string | null)?])[],
): readonly Line[] => {
  const rows = [...Map.groupBy(cells, ([key]) => cellOf(form, key).rowKey).values()]
  const text = rows
    .map(row => {
      const figures = row.map(
        ([key, value, note]) => `${words.form.column(form, key)} ${sayValue(form, key, value, note)}`,
      )
      const [first] = row
      return first ? `${words.form.row(form, first[0])}\n  ${figures.join('  ')}` : ''
    })
    .join('\n')
  return [{ text, style: 'table' }]
}
