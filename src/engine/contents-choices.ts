// The buttons of the table of contents: every place of the report is at most three taps away.

import type { Choice, Label } from './effect.ts'
import { findingQuestion, type Question, sectionQuestion } from './focus.ts'
import type { Section } from './form.ts'
import { cellsBehind, tableOf } from './index-of.ts'
import { cellChoice, contents, hasFigure, type Screen, word } from './screen.ts'

/** The sections; a section's branches; a branch's cells. */
export const contentsChoices = (
  screen: Screen,
  { section, branch }: Extract<Question, { type: 'contents' }>,
): readonly Choice[] => {
  const { form, open } = screen
  if (section === null) {
    const [error] = screen.errors
    return [
      ...form.sections.map(each => sectionChoice(screen, each)),
      ...(error ? [word('errors', { type: 'put', question: findingQuestion(error) })] : []),
    ]
  }
  const { gate } = tableOf(form, section)
  if (branch !== null) {
    const found = gate.branches.find(each => each.key === branch)
    return found
      ? [...cellsBehind(found).map(cell => cellChoice(screen, cell)), word('places', contents(section))]
      : []
  }
  const isOpen = open.some(item => item.section === section)
  return [
    ...gate.branches.map((each): Choice => {
      const label: Label = {
        type: 'branch',
        branch: each,
        ticked: cellsBehind(each).some(cell => hasFigure(screen, cell)),
      }
      const [cell, ...more] = cellsBehind(each)
      const isCell = cell !== undefined && more.length === 0
      return {
        label,
        event: isCell ? { type: 'put', question: { type: 'cell', cell } } : contents(section, each.key),
      }
    }),
    ...(isOpen ? [word('rest', { type: 'rest', section })] : []),
    word('all-zero', { type: 'open', gate: gate.key, branches: [] }),
    word('places', contents(null)),
  ]
}

const sectionChoice = ({ open, figures }: Screen, section: Section): Choice => {
  const items = open.filter(item => item.section === section.key)
  const untouched =
    section.type === 'text' ? items.length > 0 : !section.cells.some(cell => figures.has(cell.key))
  return {
    label: { type: 'section', section: section.key, open: items.length, untouched },
    event: { type: 'put', question: sectionQuestion(section) },
  }
}
