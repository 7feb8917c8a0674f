// Rules of 表四: a total is the sum of its outcomes (T401), disputes come from requests (T402), cases that were pending come
// back (T404), and no total leaps (Y02).

import { type CellKey, cellKey } from '../../../engine/keys.ts'
import type { KindRule } from '../../../engine/rules/kinds.ts'
import type { DisputeLine, DisputesSpec } from '../tables/disputes-spec.ts'

export const disputesRules = (
  { outcomes, pending, total }: DisputesSpec,
  groups: readonly DisputeLine[],
  keyOf: (group: DisputeLine, column: DisputeLine) => CellKey,
): readonly KindRule[] => [
  ...groups.map(
    (group): KindRule => ({
      type: 'equation',
      id: 'T401',
      ways: ['blank'],
      source: "the form's own total (总计) of 表四",
      left: [keyOf(group, total)],
      right: outcomes.map(outcome => keyOf(group, outcome)),
    }),
  ),
  {
    type: 'zero-unless',
    id: 'T402',
    source: 'expert knowledge: reviews and suits about disclosure come from requests',
    cells: groups.map(group => keyOf(group, total)),
    sources: ['received', 'carried-in'].map(row => cellKey(`requests.${row}.total`)),
  },
  ...groups.map(
    (group): KindRule => ({
      type: 'accounted-for',
      id: 'T404',
      source: 'seen in published reports; 上海: 含上年度结转数量',
      pending: keyOf(group, pending),
      total: keyOf(group, total),
    }),
  ),
  {
    type: 'ratio',
    id: 'Y02',
    source: 'an existing public checker: five times or a fifth of last year',
    cells: groups.map(group => keyOf(group, total)),
  },
]
