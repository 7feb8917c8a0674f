// A 0 that is said of several cells at once: their total is nothing, so each of them is.

import { readQuantity } from '../../reading/quantity.ts'
import type { Cell, Form } from '../form.ts'
import { indexOf } from '../index-of.ts'
import { same } from './same.ts'

/** Whether the figure is 0 and the cells are several that a total, or a printed group of totals, is made of. */
export const isZeroOfAll = (form: Form, cells: readonly Cell[], figure: string): boolean =>
  cells.length > 1 && isZero(figure) && isWhole(form, cells)

/** 复议0: where all that a computed total adds is nothing, each of it is; a printed group is whole as well. */
const isWhole = (form: Form, cells: readonly Cell[]): boolean => {
  const group = same(
    cells.map(({ section, groups }) => groups.length > 0 && `${section} ${groups.join(' ')}`),
  )
  const keys = new Set(cells.map(({ key }) => key))
  const totals = indexOf(form).computed.filter(({ sum = [] }) => sum.every(key => keys.has(key)))
  const parts = new Set(totals.flatMap(({ sum = [] }) => sum))
  return parts.size === cells.length && (totals.length === 1 || (group !== null && group !== false))
}

const isZero = (figure: string): boolean => {
  const quantity = readQuantity(figure)
  return !('fault' in quantity) && quantity.amount.mantissa === 0n
}

/** Whether these are all that is entered in one row: then its own names say it, whatever was lost before. */
export const isWholeRow = (form: Form, cells: readonly Cell[]): boolean => {
  const row = same(cells.map(({ section, rowKey }) => `${section} ${rowKey}`))
  const whole = indexOf(form).entered.filter(({ section, rowKey }) => `${section} ${rowKey}` === row)
  return row !== null && whole.length === cells.length
}
