// A unit that has the power uses it, one that has none does not. Silent where nobody said.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type PowerRule = RuleData & { readonly power: string; readonly cell: CellKey }

export const power: Kind<PowerRule> = {
  severity: 'warning',
  ways: ['none'],
  judge: ({ id, power, cell }, judged) => {
    const has = judged.unit.powers[power]
    const amount = judged.amount(cell)
    if (has === undefined || amount === undefined || has === amount > 0) return []
    return [
      has
        ? { rule: id, severity: 'warning', message: `${id}.none`, cells: [cell] }
        : { rule: id, severity: 'warning', cells: [cell], lasts: true },
    ]
  },
}
