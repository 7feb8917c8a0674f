// A row of a table that somebody sent, as text by cell, and the reasons why a file is none.

/** `line` is the row's number in the file as people see it there, from 1; a cell that is empty is ''. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] }

/** `old-excel` is .xls or .et, `not-sheet` another kind of file, `quote-open` a CSV whose quotes do not close. */
export type WhyNoSheet =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'not-text'
  | 'not-sheet'
  | 'old-excel'
  | 'encrypted'
  | 'damaged'
  | 'quote-open'

/** `line` is where a CSV stops being one. */
export type SheetRead =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly why: WhyNoSheet; readonly line?: number }

/** Of a list of units: five times those of a large district. The parts of an xlsx have limits of their own (docx/limits.ts). */
export const sheetLimits = { bytes: 5_000_000, rows: 3_000, columns: 60 } as const
