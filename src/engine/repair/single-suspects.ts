// Suspects whose own figure is the slip: digits swapped, ten times, a value in the total, or anything else.

import { assertNever } from '../../faults.ts'
import { exactSum } from '../exact-sum.ts'
import type { CellKey, Form } from '../form.ts'
import { cellOf } from '../index-of.ts'
import { digitSlip } from './digit-slip.ts'
import { rankOf } from './rank-of.ts'
import type { Sheet } from './sheet-of.ts'
import { solve } from './solve.ts'
import type { Ranked, Slip } from './suspect.ts'

export const singleSuspects = (form: Form, sheet: Sheet): readonly Ranked[] => {
  const found: Ranked[] = []
  for (const [cell, effect] of sheet.effects) {
    const now = sheet.value(cell)
    const to = exactSum([now, solve(sheet, effect) ?? Number.NaN])
    if (!(to >= 0)) continue
    const [slip, rank] = slipOf(form, sheet, cell, now, to)
    found.push({ suspect: { cell, slip, to }, rank, order: Math.abs(to - now) / Math.max(to, now) })
  }
  return found
}

const slipOf = (
  form: Form,
  sheet: Sheet,
  cell: CellKey,
  now: number,
  to: number,
): readonly [Slip, number] => {
  if (isInTotal(form, sheet, cell, now)) return ['in-total', rankOf.total]
  const digits = digitSlip(now, to)
  switch (digits) {
    case 'swapped':
      return ['swapped', rankOf.swapped]
    case 'ten':
      return ['ten', rankOf.ten]
    case 'digit':
      return ['ten', rankOf.digit]
    case 'one':
      return ['other', rankOf.one]
    case undefined:
      return ['other', now === 0 ? rankOf.zero : rankOf.other]
    default:
      return assertNever(digits)
  }
}

/** A stated total that holds what one of its parts holds, when there is more than that part. */
const isInTotal = (form: Form, sheet: Sheet, cell: CellKey, now: number): boolean =>
  now !== 0 && (cellOf(form, cell).sum ?? []).some(part => sheet.value(part) === now)
