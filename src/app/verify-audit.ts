// Verifies the whole audit: each chain from its first line to the head that is remembered of it, the ends of those that
// were erased, the digests that were taken of all chains, and the rows that they keep hashes of. It changes nothing.

import { brokenLine, type Seal } from './audit.ts'
import type { AuditHead, AuditLine, Audits, ChainEnd, ChainPlace } from './ports/audits.ts'
import { erasedEnds } from './registry/remove-units.ts'
import { type SignOffFinding, verifySignOffs } from './verify-sign-offs.ts'

export type AuditFinding =
  /** The first line of a chain that does not follow from the one before it, or that is missing. */
  | { readonly type: 'broken'; readonly scope: string; readonly n: number }
  /** A chain of which no line is left. */
  | { readonly type: 'gone'; readonly scope: string }
  /** A digest that was kept here does not fit, though no line of it is missing. */
  | { readonly type: 'forged-head'; readonly at: number }
  /** A digest that was told outside is not kept here. */
  | { readonly type: 'unknown-head'; readonly digest: string }
  /** A refusal of the schema to change the audit does not stand. */
  | { readonly type: 'unguarded'; readonly refusal: string }
  | SignOffFinding

type Reading = { readonly audits: Audits; readonly seal: Seal }

/** `told` are digests that were kept outside, whole or their first 16 digits at least. Empty: everything is whole. */
export const verifyAudit = async (
  { audits, seal }: Reading,
  told: readonly string[] = [],
): Promise<readonly AuditFinding[]> => {
  const findings: AuditFinding[] = []
  const broken = new Set<string>()
  const left = new Set((await audits.ends()).map(({ scope }) => scope))
  const isBroken = ({ scope, n }: ChainPlace): void => {
    if (broken.has(scope)) return
    broken.add(scope)
    findings.push(left.has(scope) ? { type: 'broken', scope, n } : { type: 'gone', scope })
  }
  for (const refusal of await audits.missingRefusals()) findings.push({ type: 'unguarded', refusal })
  const erased: ChainEnd[] = []
  const signOffs = Map.groupBy(await audits.signOffs(), ({ scope }) => scope)
  for (const { scope, head } of await audits.chains()) {
    const lines = await linesOf(audits, scope)
    const last = lines.at(-1)
    const n = await brokenLine(seal, scope, lines, head ?? (last ? `${last.n}:${last.hash}` : ''))
    if (n !== null) isBroken({ scope, n })
    if (head !== null) findings.push(...(await verifySignOffs(seal, scope, lines, signOffs.get(scope) ?? [])))
    erased.push(...lines.flatMap(erasedEnds))
  }
  const standing = await audits.linesAt(erased)
  for (const end of erased)
    if (!standing.some(line => isSame(line, end) && line.hash === end.hash)) isBroken(end)
  const heads = await audits.heads()
  for (const head of heads) {
    const lines = await audits.linesAt(head.ends)
    const missing = head.ends.filter(end => !lines.some(line => isSame(line, end)))
    missing.forEach(isBroken)
    const fits = (await digestOf(seal, lines)) === head.digest && lines.length === head.count
    if (missing.length === 0 && !fits) findings.push({ type: 'forged-head', at: head.at })
  }
  for (const digest of told)
    if (digest.length < shortest || !heads.some(head => head.digest.startsWith(digest)))
      findings.push({ type: 'unknown-head', digest })
  return findings
}

const shortest = 16

const isSame = (one: ChainPlace, other: ChainPlace): boolean => one.scope === other.scope && one.n === other.n

/** Keeps the digest over the ends of all chains, to be told to somebody outside; the last one when nothing came since. */
export const takeHead = async (reading: Reading, at: number): Promise<AuditHead> => {
  const { head, isNew } = await headOf(reading, at)
  if (isNew) await reading.audits.saveHead(head)
  return head
}

/** The digest as `takeHead` tells it; it is still to be kept when it is new. */
export const headOf = async (
  { audits, seal }: { readonly audits: Pick<Audits, 'ends' | 'lastHead'>; readonly seal: Seal },
  at: number,
): Promise<{ readonly head: AuditHead; readonly isNew: boolean }> => {
  const ends = await audits.ends()
  const digest = await digestOf(seal, ends)
  const last = await audits.lastHead()
  if (last?.digest === digest) return { head: last, isNew: false }
  const places = ends.map(({ scope, n }) => ({ scope, n }))
  const head = { at: Math.max(at, (last?.at ?? 0) + 1), digest, count: ends.length, ends: places }
  return { head, isNew: true }
}

const digestOf = async (seal: Seal, ends: readonly ChainEnd[]): Promise<string> =>
  seal('digest', JSON.stringify(ends.map(({ scope, n, hash }) => [scope, n, hash])))

const page = 500

const linesOf = async (audits: Audits, scope: string): Promise<readonly AuditLine[]> => {
  const all: AuditLine[] = []
  for (;;) {
    const some = await audits.lines(scope, all.at(-1)?.n ?? 0, page)
    all.push(...some)
    if (some.length < page) return all
  }
}
