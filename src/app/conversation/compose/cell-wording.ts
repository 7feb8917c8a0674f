// The places that a cell's question and its help may name.

import type { CellKey } from '../../../engine/form.ts'
import { cellOf } from '../../../engine/index-of.ts'
import { exampleOf } from './example-of.ts'
import type { View } from './view.ts'

/** The form's own places, the cell's row and column, and an example of its answer. */
export const cellWording = (view: View, key: CellKey) => ({
  ...view.wording,
  row: view.words.form.row(view.form, key),
  column: view.words.form.column(view.form, key),
  example: exampleOf(view, cellOf(view.form, key).answer),
})
