// The place of a report that a few words mean: a cell by the names that it is printed and called by, or a part of it.

import { type Question, sectionQuestion } from '../../engine/focus.ts'
import type { Form } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import { cellName } from '../../i18n/cell-words.ts'
import type { Words } from '../../i18n/words.ts'

/** The most cells that are offered: more means that the words said too little. */
const mostCells = 12

/** The question of what is meant; of several cells the one that asks which. Undefined when nothing fits. */
export const placeMeant = (words: Words, form: Form, said: string): Question | undefined => {
  const section = form.sections.find(({ key }) => said.includes(words.form.section(form, key, 'name')))
  const pieces = said.split(/[\s\u7684\u00b7\uff0c,\u3001]+/u).filter(piece => piece !== '')
  const cells = pieces.every(piece => piece.length >= 2) ? cellsOf(words, form, pieces) : []
  const [cell, ...more] = cells
  if (cell && more.length === 0) return { type: 'cell', cell }
  if (cell && cells.length <= mostCells) return { type: 'which', cells }
  return section && sectionQuestion(section)
}

const cellsOf = (words: Words, form: Form, pieces: readonly string[]) =>
  pieces.length === 0
    ? []
    : indexOf(form)
        .entered.filter(({ key, groups, row, column }) => {
          const names = [...groups, row, column, cellName(words, form, key)].join(' ').toLowerCase()
          return pieces.every(piece => names.includes(piece))
        })
        .map(({ key }) => key)
