// The filings last used, in memory. Never wrong: one is found only by the version the database just named, and a
// commit on a stale one is refused there.

import type { Filing } from '../engine/filing.ts'

export type FilingCache = {
  readonly get: (id: string, version: number) => Filing | undefined
  readonly put: (filing: Filing) => void
}

/** At most `limit` filings; the one that was not asked for longest goes first. */
export const filingCache = (limit: number): FilingCache => {
  const filings = new Map<string, Filing>()
  const put = (filing: Filing): void => {
    filings.delete(filing.id) // a Map keeps the order of insertion
    filings.set(filing.id, filing)
    if (filings.size > limit) for (const oldest of filings.keys()) return void filings.delete(oldest)
  }
  return {
    get: (id, version) => {
      const filing = filings.get(id)
      if (filing?.version !== version) return undefined
      put(filing)
      return filing
    },
    put: filing => {
      const known = filings.get(filing.id)
      if (known === undefined || known.version <= filing.version) put(filing)
    },
  }
}
