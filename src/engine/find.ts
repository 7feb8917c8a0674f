// Cells by the words people use for them: part of a row's or column's label, in any order.

import type { CellKey, Form } from './form.ts'
import { indexOf } from './index-of.ts'

/** At most this many are offered; more means the words said too little. */
const most = 12

/**
 * The entered cells whose labels contain every word. Words are separated by white space; a word must be at least two
 * characters. Empty when nothing or too much fits.
 */
export const find = (form: Form, said: string): readonly CellKey[] => {
  const words = said.trim().split(/\s+/)
  if (words.some(word => word.length < 2)) return []
  const found = indexOf(form).entered.filter(cell => {
    const label = [...cell.groups, cell.row, cell.column].join(' ')
    return words.every(word => label.includes(word))
  })
  return found.length <= most ? found.map(cell => cell.key) : []
}
