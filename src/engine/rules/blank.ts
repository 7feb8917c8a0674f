// A blank is not a zero: F07. One finding for all of them, so that one tap can fill them.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { BlankRule } from './rule.ts'

export const blank = ({ rule, cells }: BlankRule, judged: Judged): readonly Finding[] => {
  const empty = cells.filter(cell => judged.value(cell) === null)
  return empty.length === 0
    ? []
    : [{ rule, severity: 'warning', cells: empty, facts: { count: empty.length } }]
}
