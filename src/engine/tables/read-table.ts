// Reads the rows of one section's table, whichever of the two shapes it has.

import type { TableSection } from '../form.ts'
import type { Found } from './found.ts'
import type { GridRow } from './grid.ts'
import type { Labels } from './labels.ts'
import { readRowTable } from './row-table.ts'
import { readWideTable } from './wide-table.ts'

/** Figures and unread parts go into `found`; the generator gives the work done, in signs. */
export function* readTable(
  section: TableSection,
  labels: Labels,
  rows: readonly GridRow[],
  found: Found,
): Generator<number, void, void> {
  const isWide = !section.table.rows.flat().some(cell => 'role' in cell && cell.role === 'label')
  if (!isWide || !readWideTable(section, labels, rows, found))
    yield* readRowTable(section, labels, rows, found)
}
