// N06: the parts that a sentence lists add up to its whole. Parts may overlap: a list of which some make up the
// whole is right. A list that says itself that it is not all, or is far from it, is no finding.

import { type PartList, partLists } from '../../../reading/narrative/parts.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { WordsRule } from './text-rule.ts'

export const parts = ({ texts }: WordsRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    partLists(written.passage)
      .filter(isBroken)
      .map(list =>
        about(written, list, {
          rule: 'N06',
          severity: 'warning',
          message: 'N06',
          facts: { whole: list.whole, sum: sum(list.parts), parts: list.parts.join('＋') },
        }),
      ),
  )

const isBroken = ({ whole, parts, isOpen }: PartList): boolean => {
  const total = sum(parts)
  if (total === whole) return false
  if (total > whole) return !parts.some(part => part > whole * 10) && !hasSubset(parts, whole)
  if (isOpen) return false
  const share = total / whole
  return parts.length >= 4 || (parts.length === 3 ? share >= 0.8 : share >= 0.95)
}

/** Whether the whole is made up by all parts but a few: of a short list any, of a long one at most two. */
const hasSubset = (parts: readonly number[], whole: number): boolean => {
  const left = (from: number, rest: number, dropped: number): boolean => {
    if (rest === 0) return true
    if (rest < 0 || dropped === 0) return false
    return parts.slice(from).some((part, at) => part > 0 && left(from + at + 1, rest - part, dropped - 1))
  }
  return left(0, sum(parts) - whole, parts.length <= 5 ? parts.length - 1 : 2)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
