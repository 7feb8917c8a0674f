// The port of the archive: filings as a whole, reports from outside in their place, and snapshots for documents.

import type { Filing, FilingId, UnitId } from '../../engine/filing.ts'
import type { ObligationId } from '../../engine/form.ts'
import type { Replacement, Snapshot } from './commit.ts'

export type Archive = {
  /** The unit's filing of an obligation for a year, whole; null when there is none. */
  readonly filingOf: (unit: UnitId, obligation: ObligationId, year: number) => Promise<Filing | null>
  /**
   * Put an imported report in the place of the unit's filing of its obligation and year, if that still stands at this
   * version (null: if there is none). False when it does not.
   */
  readonly importFiling: (
    filing: Filing,
    expected: number | null,
    chain?: Replacement['chain'],
  ) => Promise<boolean>
  /** The print and the report of one content, as they were printed last; of the report where no other document is named. */
  readonly snapshot: (
    filing: FilingId,
    content: number,
    document?: Snapshot['document'],
  ) => Promise<Snapshot | null>
}
