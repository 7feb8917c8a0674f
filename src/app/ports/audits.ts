// The port of the audit as a whole: every chain with the head that its filing, unit or the root remembers, its lines,
// and the digests that were taken of all of them.

import type { AuditLine } from './commit.ts'

/** `head` is null when the thing that the chain tells of has been erased. */
export type Chain = { readonly scope: string; readonly head: string | null }

/** The last line of a chain. */
export type ChainEnd = { readonly scope: string; readonly n: number; readonly hash: string }

/** One digest over the ends of all chains as they stood at an instant, and how many they were. */
export type AuditHead = { readonly at: number; readonly digest: string; readonly count: number }

export type Audits = {
  /** All chains that have lines, or that somebody remembers a head of, by scope. */
  readonly chains: () => Promise<readonly Chain[]>
  /** At most `limit` lines of a chain behind a number, in their order. */
  readonly lines: (scope: string, after: number, limit: number) => Promise<readonly AuditLine[]>
  /** The ends of all chains among the lines up to this instant, by scope. */
  readonly endsAt: (at: number) => Promise<readonly ChainEnd[]>
  readonly heads: () => Promise<readonly AuditHead[]>
  readonly saveHead: (head: AuditHead) => Promise<void>
  /** Names of the schema's own refusals to change a line that do not stand any more. */
  readonly missingRefusals: () => Promise<readonly string[]>
}
