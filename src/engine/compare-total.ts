// A stated total held against its parts as far as they are known. It must not change either.

import { answers } from './answers/answers.ts'
import { exactSum } from './exact-sum.ts'
import type { Value } from './filing.ts'
import type { Cell, CellKey, Form } from './form.ts'
import { cellOf } from './index-of.ts'
import type { WrongTotal } from './mentions/said.ts'

/** A total that is not the sum of its parts; `isOpen` while those that are not known may still make it so. */
type OffTotal = { readonly wrong: WrongTotal; readonly isOpen: boolean }

/** Null where the known parts are the total. */
export const compareTotal = (
  form: Form,
  { key: cell, answer, sum = [] }: Cell,
  said: Value,
  valueAt: (key: CellKey) => Value | undefined,
): OffTotal | null => {
  const { amount = () => 0, ofAmount } = answers[answer]
  const known = sum.flatMap(key => {
    const value = valueAt(key)
    return value === undefined ? [] : [answers[cellOf(form, key).answer].amount?.(value) ?? 0]
  })
  const found = exactSum(known)
  if (found === amount(said)) return null
  return {
    wrong: { cell, said, sum: ofAmount?.(found, said) ?? found },
    isOpen: known.length < sum.length && found < amount(said),
  }
}
