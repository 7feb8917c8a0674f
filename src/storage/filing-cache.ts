// The filings last used, in memory, each as of the last version that this process has seen. Never wrong: a commit on
// a stale one is refused by the database.

import type { Seat } from '../app/ports/conversations.ts'
import { recent } from './recent.ts'

/** A filing with all that changes only together with its version (see the triggers in migrations/). */
export type CachedFiling = Pick<Seat, 'filing' | 'auditHead' | 'unit' | 'previous'>

export type FilingCache = {
  /** Undefined when it is not known, or not as of this version. */
  readonly get: (id: string, version?: number) => CachedFiling | undefined
  readonly put: (known: CachedFiling) => void
  /** This version, or one before it, does not stand any more. */
  readonly drop: (id: string, version: number) => void
}

export const filingCache = (limit: number): FilingCache => {
  const filings = recent<CachedFiling>(limit)
  return {
    get: (id, version) => {
      const known = filings.get(id)
      return version === undefined || known?.filing.version === version ? known : undefined
    },
    put: known => {
      const { id, version } = known.filing
      if ((filings.get(id)?.filing.version ?? version) <= version) filings.set(id, known)
    },
    drop: (id, version) => {
      if ((filings.get(id)?.filing.version ?? version) <= version) filings.delete(id)
    },
  }
}
