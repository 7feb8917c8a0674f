// An amount in wan yuan that looks as if it were written in yuan. Asked once; the answer holds for the unit.

import type { CellKey, Level } from '../keys.ts'
import type { Kind, RuleData } from './kind.ts'

export type UnitSlipRule = RuleData & {
  readonly cell: CellKey
  /** Levels whose fees hardly reach a thousand wan. */
  readonly small: readonly Level[]
}

const fenOfWan = 1_000_000
/** A whole amount of four digits, or more than a small unit takes in (practice of reviewers). */
const large = 1_000

export const unitSlip: Kind<UnitSlipRule> = {
  severity: 'warning',
  judge: ({ id, cell, small }, judged) => {
    const fen = judged.amount(cell)
    if (fen === undefined) return []
    const isSmall = judged.unit.level !== null && small.includes(judged.unit.level)
    const isWhole = fen % fenOfWan === 0 && fen >= large * fenOfWan
    if (!isWhole && !(isSmall && fen > large * fenOfWan)) return []
    return [{ rule: id, severity: 'warning', cells: [cell], lasts: true }]
  },
}
