// The website form with one table alone, whose entered total is the sum of the three others by an equation, all of one
// kind of answer.

import type { AnswerType, Form, Section } from '../../../src/engine/form.ts'
import { rulesOf } from '../../../src/engine/rules/kinds.ts'
import { website2020 } from './form.ts'

export const equationForm = (answer: AnswerType): Form => {
  const spending = website2020.sections.find(
    section => section.type === 'table' && section.key === 'spending',
  )
  if (spending?.type !== 'table') throw new Error('the form has no spending')
  const cells = spending.cells.map(({ sum: _, ...cell }) => ({ ...cell, answer }))
  const [total, ...parts] = [...cells.slice(-1), ...cells.slice(0, -1)]
  if (!total) throw new Error('spending has no cells')
  const sections: readonly Section[] = [
    { ...spending, cells: [total, ...parts] },
    ...website2020.sections.slice(-1),
  ]
  const rules = rulesOf([
    { type: 'equation', id: 'W03', source: 'ours', left: [total.key], right: parts.map(({ key }) => key) },
  ])
  return { ...website2020, sections, asked: sections.map(({ key }) => key), rules }
}
