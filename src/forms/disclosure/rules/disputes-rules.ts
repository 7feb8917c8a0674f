// What must agree in 表四: a total is the sum of its outcomes (T401), disputes come from requests (T402), what was
// pending comes back (T404), and no total leaps (Y02).

import { type CellKey, cellKey } from '../../../engine/form.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { DisputesSpec, Line } from '../tables/disputes-table.ts'

export const disputesRules = (
  { outcomes, pending, total }: DisputesSpec,
  groups: readonly Line[],
  keyOf: (group: Line, column: Line) => CellKey,
): readonly Rule[] => [
  ...groups.map(
    (group): Rule => ({
      type: 'equation',
      rule: 'T401',
      left: [keyOf(group, total)],
      right: outcomes.map(outcome => keyOf(group, outcome)),
    }),
  ),
  {
    type: 'without',
    rule: 'T402',
    cells: groups.map(group => keyOf(group, total)),
    sources: ['received', 'carried-in'].map(row => cellKey(`requests.${row}.total`)),
  },
  ...groups.map(
    (group): Rule => ({
      type: 'pending',
      rule: 'T404',
      pending: keyOf(group, pending),
      total: keyOf(group, total),
    }),
  ),
  { type: 'ratio', rule: 'Y02', cells: groups.map(group => keyOf(group, total)) },
]
