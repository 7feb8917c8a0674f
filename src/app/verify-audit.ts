// Verifies the whole audit: each chain from its first line to the head that is remembered of it, and the digests that
// were taken of all chains. It changes nothing.

import { brokenLine, type Seal } from './audit.ts'
import type { AuditHead, Audits } from './ports/audits.ts'
import type { AuditLine } from './ports/commit.ts'

/** The first line of a chain that does not follow, or that is missing; a digest that fits no more; a lost refusal. */
export type AuditFinding =
  | { readonly type: 'broken'; readonly scope: string; readonly n: number }
  | { readonly type: 'vanished'; readonly head: AuditHead }
  | { readonly type: 'unguarded'; readonly refusal: string }

/** The digest over the ends of all chains at an instant. To be told to somebody outside. */
export const auditHeadAt = async (audits: Audits, seal: Seal, at: number): Promise<AuditHead> => {
  const ends = await audits.endsAt(at)
  const digest = await seal(JSON.stringify(ends.map(({ scope, n, hash }) => [scope, n, hash])))
  return { at, digest, count: ends.length }
}

/** `told` are heads that were kept outside. Empty when everything is whole. */
export const verifyAudit = async (
  audits: Audits,
  seal: Seal,
  told: readonly AuditHead[] = [],
): Promise<readonly AuditFinding[]> => {
  const findings: AuditFinding[] = []
  for (const refusal of await audits.missingRefusals()) findings.push({ type: 'unguarded', refusal })
  for (const { scope, head } of await audits.chains()) {
    const lines = await linesOf(audits, scope)
    const last = lines.at(-1)
    const n = await brokenLine(seal, scope, lines, head ?? (last ? `${last.n}:${last.hash}` : ''))
    if (n !== null) findings.push({ type: 'broken', scope, n })
  }
  for (const head of [...(await audits.heads()), ...told]) {
    const now = await auditHeadAt(audits, seal, head.at)
    if (now.digest !== head.digest || now.count !== head.count) findings.push({ type: 'vanished', head })
  }
  return findings
}

const page = 500

const linesOf = async (audits: Audits, scope: string): Promise<readonly AuditLine[]> => {
  const all: AuditLine[] = []
  for (;;) {
    const some = await audits.lines(scope, all.at(-1)?.n ?? 0, page)
    all.push(...some)
    if (some.length < page) return all
  }
}
