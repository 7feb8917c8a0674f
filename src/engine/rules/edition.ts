// The form of the report's year: F01. Labels of another edition cannot be mended cell by cell.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { EditionRule } from './rule.ts'

export const edition = ({ rule, from, to, notice }: EditionRule, { year }: Judged): readonly Finding[] => {
  if (year >= from && (to === null || year <= to)) return []
  const early = year < from
  return [
    {
      rule,
      severity: 'error',
      ...(early && { message: 'F01.early' as const }),
      cells: [],
      facts: { year, notice, from, to: to ?? from },
    },
  ]
}
