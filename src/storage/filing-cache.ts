// The filings last used, in memory, each as of the last version that this process has seen. Never wrong: a commit on
// a stale one is refused by the database.

import type { Filing } from '../engine/filing.ts'

/** A filing, and the last link of its audit chain. */
export type Known = { readonly filing: Filing; readonly auditHead: string }

export type FilingCache = {
  /** Undefined when it is not known, or not as of this version. */
  readonly get: (id: string, version?: number) => Known | undefined
  readonly put: (known: Known) => void
  /** This version, or one before it, does not stand any more. */
  readonly drop: (id: string, version: number) => void
}

/** At most `limit` filings; the one that was not asked for longest goes first. */
export const filingCache = (limit: number): FilingCache => {
  const filings = new Map<string, Known>()
  const put = (known: Known): void => {
    filings.delete(known.filing.id) // a Map keeps the order of insertion
    filings.set(known.filing.id, known)
    if (filings.size > limit) for (const oldest of filings.keys()) return void filings.delete(oldest)
  }
  return {
    get: (id, version) => {
      const known = filings.get(id)
      if (!known || (version !== undefined && known.filing.version !== version)) return undefined
      put(known)
      return known
    },
    put: known => {
      const before = filings.get(known.filing.id)
      if (before === undefined || before.filing.version <= known.filing.version) put(known)
    },
    drop: (id, version) => {
      const known = filings.get(id)
      if (known && known.filing.version <= version) filings.delete(id)
    },
  }
}
