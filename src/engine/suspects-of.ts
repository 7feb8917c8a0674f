// Where to look in the ledger for one broken rule, when others may be broken too; and what a cell would have to hold.

import { answers } from './answers/answers.ts'
import { derive } from './derive.ts'
import type { Filing, Value } from './filing.ts'
import type { CellKey, Form } from './form.ts'
import { cellOf } from './index-of.ts'
import type { Suspect } from './repair/suspect.ts'
import { repair } from './repair.ts'
import { type Finding, findingKey } from './rules/finding.ts'

/** One slip behind all errors is likeliest, then one behind this finding and another, then one behind it alone. */
export const suspectsOf = (
  form: Form,
  filing: Filing,
  asked: string,
  errors: readonly Finding[],
): readonly Suspect[] => {
  const finding = errors.find(error => findingKey(error) === asked)
  if (!finding) return []
  const others = errors.filter(error => error !== finding)
  const together = errors.length > 2 ? [errors] : []
  return [...together, ...others.map(other => [finding, other]), [finding]].flatMap(findings =>
    repair(form, filing, findings),
  )
}

/**
 * The figure that would explain the finding a person came from, if this cell is its slip; in the other column of a pair,
 * what would explain that one. It is offered as a question about the ledger, never as what makes the sums agree.
 */
export const suspectAt = (
  form: Form,
  filing: Filing,
  asked: string,
  errors: readonly Finding[],
  cell: CellKey,
): Value | undefined => {
  const to = amountAt(form, filing, asked, errors, cell)
  if (to === undefined) return undefined
  return answers[cellOf(form, cell).answer].ofAmount?.(to, derive(form, filing).get(cell)?.value)
}

const amountAt = (
  form: Form,
  filing: Filing,
  asked: string,
  errors: readonly Finding[],
  cell: CellKey,
): number | undefined => {
  const suspects = suspectsOf(form, filing, asked, errors)
  const own = suspects.find(suspect => suspect.cell === cell)
  if (own) return own.to
  if (!suspects.some(suspect => suspect.with === cell)) return undefined
  return errors.flatMap(error => repair(form, filing, [error])).find(suspect => suspect.cell === cell)?.to
}
