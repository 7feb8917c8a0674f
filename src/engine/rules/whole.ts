// Figures that count things are whole and not below zero. Typed answers always are; files may not be.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type WholeRule = RuleData & { readonly cells: readonly CellKey[] }

export const whole: Kind<WholeRule> = {
  severity: 'error',
  judge: ({ id, message, cells }, judged) =>
    cells
      .filter(cell => {
        const value = judged.value(cell)
        return !judged.isOurs(cell) && typeof value === 'number' && (!Number.isInteger(value) || value < 0)
      })
      .map(cell => ({ rule: id, severity: 'error', ...(message && { message }), cells: [cell] })),
}
