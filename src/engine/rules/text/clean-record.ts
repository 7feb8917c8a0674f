// T405: 无纠错, 零败诉, 均获维持 stand beside a table without corrections, and are early while cases are pending.

import { type CleanRecord, cleanRecord } from '../../../reading/narrative/claims.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, type Written, writtenIn } from './passages.ts'
import type { CleanRecordRule } from './text-rule.ts'

export const cleanRecords = (rule: CleanRecordRule, judged: Judged): readonly Finding[] =>
  writtenIn(rule.texts, judged).flatMap(written => {
    const found = cleanRecord(written.passage, judged.year).flatMap(claim =>
      judgeClaim(rule, written, claim, judged),
    )
    // A sentence often says it twice: 均获维持，保持零败诉.
    return found.filter((finding, at) => found.findIndex(each => sameCells(each, finding)) === at)
  })

const sameCells = (one: Finding, other: Finding): boolean =>
  one.severity === other.severity && other.cells.every(cell => one.cells.includes(cell))

const judgeClaim = (
  rule: CleanRecordRule,
  written: Written,
  claim: CleanRecord,
  judged: Judged,
): readonly Finding[] => {
  const courts = claim.courts.map(court => rule[court])
  const above = (cell: CleanRecordRule['reviews']['corrected'][number]) => (judged.amount(cell) ?? 0) > 0
  const corrected = courts.flatMap(court => court.corrected).filter(above)
  const pending = courts.flatMap(court => court.pending).filter(above)
  if (corrected.length === 0 && pending.length === 0) return []
  const isWrong = corrected.length > 0
  const cells = isWrong ? corrected : pending
  const table = cells.reduce((sum, cell) => sum + (judged.amount(cell) ?? 0), 0)
  return [
    about(written, claim, {
      rule: 'T405',
      severity: isWrong && claim.scope === null ? 'error' : 'warning',
      message: isWrong ? 'T405.corrected' : 'T405.pending',
      cells,
      facts: { table },
    }),
  ]
}
