// Lines of the audit as rows of a document, with the guards on the heads that they follow.

import type { AuditLine, ChainCommit } from '../app/ports/audits.ts'
import { isFault } from '../faults.ts'
import { type CommitDocument, type DocumentRow, roundStatement } from './round.ts'
import type { Sql, Statement } from './sql.ts'

export const lineRows = (scope: string, lines: readonly AuditLine[]): readonly DocumentRow[] =>
  lines.map(a => [...[scope, a.n, a.at, a.by, a.channel], ...[a.what, a.about, a.old, a.new, a.hash]])

/** The lists of chains beside those of filings. */
export const chainLists = (
  chains: readonly ChainCommit[],
): Required<Pick<CommitDocument, 'units' | 'root'>> & { readonly audit: readonly DocumentRow[] } => ({
  units: chains.flatMap(({ scope, expected, head }) =>
    scope === 'root' ? [] : [[scope.slice('unit/'.length), expected, head]],
  ),
  root: chains.flatMap(({ scope, expected, head }) => (scope === 'root' ? [[expected, head]] : [])),
  audit: chains.flatMap(({ scope, lines }) => lineRows(scope, lines)),
})

/** The statements with these lines, all or nothing; false when one of the chains has another head. */
export const batchWithLines = async (
  sql: Sql,
  chains: readonly ChainCommit[],
  statements: readonly Statement[],
): Promise<boolean> => {
  const lines = chains.length > 0 ? [roundStatement([{ now: 0, strict: true, ...chainLists(chains) }])] : []
  try {
    await sql.batch([...lines, ...statements])
    return true
  } catch (error) {
    if (isFault(error, 'database-refused') && error.detail === 'lost') return false
    throw error
  }
}
