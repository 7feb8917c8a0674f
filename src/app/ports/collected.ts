// The port of all that a campaign has collected, for the office's own lists and sums: one query for the list, reports by
// the page.

import type { Filing, FilingId, UnitId } from '../../engine/filing.ts'
import type { Publication } from './life-rows.ts'

/** Beside a standing, the things an office keeps of a unit; days `YYYY-MM-DD`, null where there is none. */
export type LedgerRow = {
  readonly unit: UnitId
  readonly filing: FilingId
  /** 计入本区汇总. */
  readonly counts: boolean
  /** Who fills it in now, the earliest first. */
  readonly fillers: readonly { readonly name: string; readonly phone: string | null }[]
  readonly sealedOn: string | null
  /** The present publication. */
  readonly publication: Publication | null
}

export type Collected = {
  /** In the district's order. */
  readonly ledger: (campaign: string) => Promise<readonly LedgerRow[]>
  /** Whole filings as they stand, in no order; a few dozen at a time. */
  readonly reports: (filings: readonly FilingId[]) => Promise<readonly Filing[]>
}
