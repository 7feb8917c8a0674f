// Figures that count things are whole and not below zero: T304. Typed answers always are; files may not be.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { WholeRule } from './rule.ts'

export const whole = (rule: WholeRule, judged: Judged): readonly Finding[] =>
  rule.cells
    .filter(cell => {
      const value = judged.value(cell)
      return !judged.isOurs(cell) && typeof value === 'number' && (!Number.isInteger(value) || value < 0)
    })
    .map(cell => ({
      rule: rule.rule,
      severity: 'error',
      ...(rule.message && { message: rule.message }),
      cells: [cell],
    }))
