// Fees in wan yuan that look as if they were written in yuan: T206. Asked once; the answer holds for the unit.

import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { WanRule } from './rule.ts'

const fenOfWan = 1_000_000
/** A whole amount of four digits, or more than a small unit takes in (rules.json, T206). */
const large = 1_000

export const wan = ({ rule, cell, small }: WanRule, judged: Judged): readonly Finding[] => {
  const fen = judged.amount(cell)
  if (fen === undefined) return []
  const isSmall = judged.unit.level !== null && small.includes(judged.unit.level)
  const isWhole = fen % fenOfWan === 0 && fen >= large * fenOfWan
  if (!isWhole && !(isSmall && fen > large * fenOfWan)) return []
  return [{ rule, severity: 'warning', cells: [cell], lasts: true }]
}
