// The port of the audit as a whole: every chain with the head that its filing, unit or the root remembers, its lines,
// and the digests that were taken of all of them.

import type { Rights } from '../../district/access.ts'
import type { PersonId } from '../../engine/filing.ts'
import type { SignOff } from './life-rows.ts'

/** A chain of the audit: of the smallest thing that an act changes. */
export type ChainScope = `filing/${string}` | `unit/${string}` | 'root'

/**
 * One line of the audit: of texts and names only a keyed hash. `what` names the act, `about` the key or the thing it was
 * done to.
 */
export type AuditLine = {
  readonly n: number
  readonly at: number
  readonly by: PersonId
  readonly channel: string
  readonly what: string
  readonly about: string
  readonly old: string | null
  readonly new: string | null
  readonly hash: string
}

/** Lines of a chain and its head after them; a new chain's head was empty. */
export type ChainLines = { readonly head: string; readonly lines: readonly AuditLine[] }

/** Lines for a unit's chain or the root's: refused when another head stands than the expected one. */
export type ChainCommit = ChainLines & {
  readonly scope: Exclude<ChainScope, `filing/${string}`>
  readonly expected: string
}

/**
 * An act on units, people or invitations comes with its lines, and with the rows on which the door decided. Nothing is
 * written when a chain has another head or a row stands no more.
 */
export type Recorded = {
  readonly chains: readonly [ChainCommit, ...ChainCommit[]]
  readonly rights: Rights
}

/** `head` is null when the thing that the chain tells of has been erased. */
export type Chain = { readonly scope: string; readonly head: string | null }

/** A line of a chain by its number; of an end, the last one. */
export type ChainPlace = { readonly scope: string; readonly n: number }
export type ChainEnd = ChainPlace & { readonly hash: string }

/** A row of which the filing's chain keeps a keyed hash. */
export type AuditedSignOff = SignOff & { readonly scope: string; readonly id: string }

/** One digest over the ends of all chains, how many they were, and where each ended. */
export type AuditHead = {
  readonly at: number
  readonly digest: string
  readonly count: number
  readonly ends: readonly ChainPlace[]
}

export type Audits = {
  /** All chains that have lines, or that somebody remembers a head of, by scope. */
  readonly chains: () => Promise<readonly Chain[]>
  /** The heads that the next lines of these chains follow, in their order; empty for a chain that has none yet. */
  readonly headsOf: (scopes: readonly ChainScope[]) => Promise<readonly string[]>
  /** Lines of an act that changes nothing else; false when something came in between. */
  readonly addLines: (recorded: Recorded) => Promise<boolean>
  /** At most `limit` lines of a chain behind a number, in their order. */
  readonly lines: (scope: string, after: number, limit: number) => Promise<readonly AuditLine[]>
  /** The ends of all chains as they stand, by scope. */
  readonly ends: () => Promise<readonly ChainEnd[]>
  /** The lines at these places that stand, by scope. */
  readonly linesAt: (places: readonly ChainPlace[]) => Promise<readonly ChainEnd[]>
  readonly heads: () => Promise<readonly AuditHead[]>
  readonly lastHead: () => Promise<AuditHead | null>
  readonly saveHead: (head: AuditHead) => Promise<void>
  /** The sign-offs of all filings as they stand, by scope. */
  readonly signOffs: () => Promise<readonly AuditedSignOff[]>
  /** Names of the schema's own refusals to change a line that do not stand any more. */
  readonly missingRefusals: () => Promise<readonly string[]>
}
