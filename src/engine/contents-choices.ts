// The buttons of the table of contents: every place of the report is at most three taps away.

import { cellChoice, contents, hasFigure, word } from './choice.ts'
import { openSection } from './completeness.ts'
import type { Ask, Choice, Label } from './effect.ts'
import { findingQuestion, type Question, sectionQuestion } from './focus.ts'
import type { Section } from './form.ts'
import { cellsBehind, tableOf } from './index-of.ts'
import { blocks } from './rules/finding.ts'

/** The sections; a section's branches; a branch's cells. */
export const contentsChoices = (
  ask: Ask,
  { section, branch }: Extract<Question, { type: 'contents' }>,
): readonly Choice[] => {
  const { form, open } = ask
  if (section === null) {
    const error = ask.findings.find(blocks)
    return [
      ...form.sections.map(each => sectionChoice(ask, each)),
      ...(error ? [word('errors', { type: 'put', question: findingQuestion(error) })] : []),
    ]
  }
  const { gate } = tableOf(form, section)
  if (branch !== null) {
    const found = gate.branches.find(each => each.key === branch)
    return found
      ? [...cellsBehind(found).map(cell => cellChoice(ask, cell)), word('places', contents(section))]
      : []
  }
  const isOpen = open.some(each => openSection(form, each) === section)
  return [
    ...gate.branches.map((each): Choice => {
      const label: Label = {
        type: 'branch',
        branch: each,
        ticked: cellsBehind(each).some(cell => hasFigure(ask, cell)),
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

const sectionChoice = ({ form, open, figures }: Ask, section: Section): Choice => {
  const here = open.filter(each => openSection(form, each) === section.key)
  const untouched =
    section.type === 'text' ? here.length > 0 : !section.cells.some(cell => figures.has(cell.key))
  return {
    label: { type: 'section', section: section.key, open: here.length, untouched },
    event: { type: 'put', question: sectionQuestion(section) },
  }
}
