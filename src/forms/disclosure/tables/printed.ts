// The cells of a printed table, written shortly. No labels of the form stand here.

import type { CellKey, PrintedCell } from '../../../engine/form.ts'

type Span = { readonly columns?: number; readonly rows?: number }

/** Words that head columns, name rows or fill the corner, and the place of a figure; spans default to 1. */
export const printed = {
  head: (text: string, span: Span = {}): PrintedCell => ({ text, role: 'head', ...span }),
  label: (text: string, span: Span = {}): PrintedCell => ({ text, role: 'label', ...span }),
  corner: (text: string, span: Span = {}): PrintedCell => ({ text, role: 'corner', ...span }),
  figure: (cell: CellKey, span: Span = {}): PrintedCell => ({ cell, ...span }),
}
