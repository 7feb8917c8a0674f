// Lines of the audit as rows of a document, with the guards on the heads that they follow.

import type { AuditLine, ChainCommit } from '../app/ports/audits.ts'
import type { Seen } from '../app/ports/seen.ts'
import type { Rights } from '../district/access.ts'
import { isFault } from '../faults.ts'
import { type CommitDocument, type DocumentRow, roundStatement } from './round.ts'
import type { Sql, Statement } from './sql.ts'

export const lineRows = (scope: string, lines: readonly AuditLine[]): readonly DocumentRow[] =>
  lines.map(a => [...[scope, a.n, a.at, a.by, a.channel], ...[a.what, a.about, a.old, a.new, a.hash]])

/** The lists of chains beside those of filings. */
export const chainLists = (
  chains: readonly ChainCommit[],
): Required<Pick<CommitDocument, 'root'>> & {
  readonly units: readonly DocumentRow[]
  readonly audit: readonly DocumentRow[]
} => ({
  units: unitRows(chains),
  root: chains.flatMap(({ scope, expected, head }) => (scope === 'root' ? [[expected, head]] : [])),
  audit: chains.flatMap(({ scope, lines }) => lineRows(scope, lines)),
})

const unitRows = (chains: readonly ChainCommit[]): readonly DocumentRow[] =>
  chains.flatMap(({ scope, expected, head }) =>
    scope === 'root' ? [] : [[scope.slice('unit/'.length), expected, head]],
  )

/** The lines of acts, and all that must still stand when they are written. */
export type LinesBeside = {
  readonly chains: readonly ChainCommit[]
  readonly rights?: Rights | undefined
  readonly seen?: Seen | undefined
  /** Further lists, with lines of their own. */
  readonly lists?: Omit<CommitDocument, 'now' | 'audit'> & { readonly audit?: readonly DocumentRow[] }
}

/**
 * The statements with these lines, all or nothing; false when one of the chains has another head, a row does not stand
 * any more, or the tree has changed in between.
 */
export const batchWithLines = async (
  sql: Sql,
  beside: LinesBeside,
  statements: readonly Statement[],
): Promise<boolean> => {
  const document = documentBeside(beside)
  try {
    await sql.batch([...(document ? [roundStatement([document])] : []), ...statements])
    return true
  } catch (error) {
    if (isFault(error, 'database-refused') && isRace(error.detail)) return false
    throw error
  }
}

/** A row of the tree went, was closed, or stands elsewhere, since it was read. */
const isRace = (refusal: string): boolean =>
  /^lost$|FOREIGN KEY|unit_name_below|below itself|stands below|above is closed|has a unit already|was let in already/.test(
    refusal,
  )

const documentBeside = ({ chains, rights, seen, lists }: LinesBeside): CommitDocument | null => {
  const own = chainLists(chains)
  const document = {
    ...lists,
    seen: (seen?.filings ?? []).map(({ filing, expected, state }) => [filing, expected, state]),
    members: [...(rights?.members ?? []), ...(seen?.members ?? [])],
    people: (seen?.people ?? []).map(({ person, members }) => [person, JSON.stringify(members.toSorted())]),
    above: rights?.above.map(({ unit, ancestor }) => [unit, ancestor]) ?? [],
    units: [...own.units, ...(seen?.heads ?? []).map(([unit, head]) => [unit, head, head])],
    root: own.root,
    audit: [...own.audit, ...(lists?.audit ?? [])],
  }
  return Object.values(document).some(list => Array.isArray(list) && list.length > 0)
    ? { now: 0, strict: true, ...document }
    : null
}
