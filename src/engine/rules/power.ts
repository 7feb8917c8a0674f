// Figures of a power that the unit is said to have or not to have: T205. Silent where nobody said.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { PowerRule } from './rule.ts'

export const power = ({ rule, power, cell }: PowerRule, judged: Judged): readonly Finding[] => {
  const has = judged.unit.powers[power]
  const amount = judged.amount(cell)
  if (has === undefined || amount === undefined || has === amount > 0) return []
  return [
    has
      ? { rule, severity: 'warning', message: 'T205.none', cells: [cell] }
      : { rule, severity: 'warning', cells: [cell], lasts: true },
  ]
}
