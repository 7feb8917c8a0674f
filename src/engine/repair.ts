// The mend: which entered figure may be the slip when equations are broken. It only says where to look in the ledger,
// in the order in which hands slip; nothing is changed here, and a slip that leaves every equation true is not found.

import type { Filing } from './filing.ts'
import type { Form } from './form.ts'
import { columnSuspects } from './repair/column-suspects.ts'
import { sheetOf } from './repair/sheet-of.ts'
import { singleSuspects } from './repair/single-suspects.ts'
import type { Suspect } from './repair/suspect.ts'
import type { Finding } from './rules/finding.ts'

/**
 * The changes that could make all of `findings` hold at once and break no equation that holds: of one figure, or of a
 * figure that stands one column or row over. Findings that are no equations are passed over.
 */
export const repair = (form: Form, filing: Filing, findings: readonly Finding[]): readonly Suspect[] => {
  const sheet = sheetOf(form, filing, findings)
  if (sheet.asked.length === 0) return []
  return [...singleSuspects(form, sheet), ...columnSuspects(form, sheet)]
    .toSorted((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ suspect }) => suspect)
}
