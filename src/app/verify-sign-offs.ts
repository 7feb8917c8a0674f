// Compares the sign-offs of reports with the keyed hashes that their chains keep of them.

import type { Seal } from './audit.ts'
import { sealSignOff } from './filing/sign-off-seal.ts'
import type { AuditedSignOff, AuditLine } from './ports/audits.ts'

export type SignOffFinding =
  /** The row of which line `n` tells is another now, or is missing. */
  | { readonly type: 'sign-off-changed'; readonly scope: string; readonly n: number }
  /** A row of which no line tells. */
  | { readonly type: 'sign-off-unsealed'; readonly scope: string }

/** `lines` are all of one chain, whose filing stands with these rows. */
export const verifySignOffs = async (
  seal: Seal,
  scope: string,
  lines: readonly AuditLine[],
  rows: readonly AuditedSignOff[],
): Promise<readonly SignOffFinding[]> => {
  const left = new Map(rows.map(row => [`sign-off/${row.id}`, row]))
  const findings: SignOffFinding[] = []
  for (const { n, about, new: kept } of lines.filter(line => line.about.startsWith('sign-off/'))) {
    const row = left.get(about)
    left.delete(about)
    if (!row || (await sealSignOff(seal, row)) !== kept) findings.push({ type: 'sign-off-changed', scope, n })
  }
  return [...findings, ...[...left].map(() => ({ type: 'sign-off-unsealed', scope }) as const)]
}
