// A thing that only units of some levels have. Silent while the level is unknown.

import type { CellKey, Level } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type LevelRule = RuleData & { readonly cells: readonly CellKey[]; readonly levels: readonly Level[] }

export const level: Kind<LevelRule> = {
  severity: 'explain',
  judge: ({ id, cells, levels }, judged) => {
    const own = judged.unit.level
    if (own === null || levels.includes(own)) return []
    const found = cells.filter(cell => (judged.amount(cell) ?? 0) > 0)
    return found.length === 0 ? [] : [{ rule: id, severity: 'explain', cells: found }]
  },
}
