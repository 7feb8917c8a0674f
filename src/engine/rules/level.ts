// What units of this level do not have: T203, regulations below a city with districts. Silent while the level is unknown.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { LevelRule } from './rule.ts'

export const level = ({ rule, cells, levels }: LevelRule, judged: Judged): readonly Finding[] => {
  const own = judged.unit.level
  if (own === null || levels.includes(own)) return []
  const found = cells.filter(cell => (judged.amount(cell) ?? 0) > 0)
  return found.length === 0 ? [] : [{ rule, severity: 'explain', cells: found }]
}
