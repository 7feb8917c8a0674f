// A blank is not a zero. One finding for all of them, so that one tap can fill them.

import type { CellKey } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type BlankRule = RuleData & { readonly cells: readonly CellKey[] }

export const blank: Kind<BlankRule> = {
  severity: 'warning',
  judge: ({ id, cells }, judged) => {
    const empty = cells.filter(cell => judged.value(cell) === null)
    return empty.length === 0
      ? []
      : [{ rule: id, severity: 'warning', cells: empty, facts: { count: empty.length } }]
  },
}
