// The port of a filing as it is handed in, asked about, returned and approved: all that such an act looks at.

import type { Practice } from '../../district/campaign.ts'
import type { FilingState } from '../../district/lifecycle.ts'
import type { FilingId } from '../../engine/filing.ts'
import type { OpenedFiling } from './conversations.ts'

/** A question or a return note that nobody has closed. */
export type OpenNote = { readonly id: string; readonly kind: 'question' | 'return' }

/** A filing as it stands, read at once; instants in epoch milliseconds, days `YYYY-MM-DD`. */
export type HandledFiling = Pick<OpenedFiling, 'unit' | 'filing' | 'previous' | 'content' | 'auditHead'> & {
  readonly state: FilingState
  /** Of its campaign; signed first where it is in none. */
  readonly practice: Practice
  /** The day on which the campaign has the reports published; null where none is set. */
  readonly publishOn: string | null
  /** The content of the last sign-off; null while there is none. */
  readonly signedContent: number | null
  readonly returnedTimes: number
  /** The last day for what a return asks; null where the return set none. */
  readonly mendBy: string | null
  readonly openNotes: readonly OpenNote[]
  /** When the unit last did something to it; null while it never did. */
  readonly touchedAt: number | null
}

export type Handling = {
  readonly handled: (filing: FilingId) => Promise<HandledFiling | null>
  /**
   * The keys that have changed since the last act that names this content, in the order of their change; null when no
   * act names it.
   */
  readonly changedSince: (filing: FilingId, content: number) => Promise<readonly string[] | null>
}
