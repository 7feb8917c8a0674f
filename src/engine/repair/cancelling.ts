// Two columns that are off by the same number of cases in opposite directions, while their total agrees: the best
// explanation is that the cases stand under the wrong applicant. A hint, never a finding of its own.

import { exactSum } from '../exact-sum.ts'
import type { Filing } from '../filing.ts'
import type { CellKey, Form } from '../form.ts'
import { cellOf } from '../index-of.ts'
import { repair } from '../repair.ts'
import type { Finding } from '../rules/finding.ts'

export type Cancelling = {
  /** A cell of each of the two columns. */
  readonly columns: readonly [CellKey, CellKey]
  /** How many cases. */
  readonly cases: number
  /** The cells that may hold them wrongly, most likely first, and beside each where they would belong. */
  readonly from: readonly CellKey[]
  readonly to: readonly CellKey[]
}

/** The hint for these findings, when exactly two columns of one equation are broken and cancel. */
export const cancelling = (
  form: Form,
  filing: Filing,
  findings: readonly Finding[],
): Cancelling | undefined => {
  for (const one of findings) {
    const same = findings.filter(found => found.rule === one.rule && found.left && found.right)
    const [a, b, ...more] = same
    const [first, second] = [a?.cells[0], b?.cells[0]]
    if (!a || !b || more.length > 0 || !first || !second || offBy(a) !== -offBy(b)) continue
    if (cellOf(form, first).rowKey !== cellOf(form, second).rowKey) continue
    const pairs = repair(form, filing, same).flatMap(({ cell, with: to }) =>
      to ? [[cell, to] as const] : [],
    )
    return {
      columns: [first, second],
      cases: Math.abs(offBy(a)),
      from: pairs.map(([from]) => from),
      to: pairs.map(([, to]) => to),
    }
  }
  return undefined
}

const offBy = ({ left, right }: Finding): number => exactSum([left?.sum ?? 0, -(right?.sum ?? 0)])
