// Figures that have a source are zero without it, this year and last: disputes where there was no request. Silent while
// last year is unknown.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'
import { sumOf } from './sum-of.ts'

export type ZeroUnlessRule = RuleData & {
  readonly cells: readonly CellKey[]
  readonly sources: readonly CellKey[]
}

export const zeroUnless: Kind<ZeroUnlessRule> = {
  severity: 'warning',
  judge: ({ id, cells, sources }, judged) => {
    const found = cells.filter(cell => (judged.amount(cell) ?? 0) > 0)
    const isNone = sumOf(sources, judged.amount) === 0 && sumOf(sources, judged.before.amount) === 0
    return isNone && found.length > 0 ? [{ rule: id, severity: 'warning', cells: found }] : []
  },
}
