// The buttons of the table of contents: every place of the report is at most three taps away.

import { answers } from './answers/answers.ts'
import { cellChoice, contents, hasFigure, word } from './choice.ts'
import { openSection } from './completeness.ts'
import type { Ask, Choice } from './effect.ts'
import { findingQuestion, type Question, sectionQuestion } from './focus.ts'
import type { Branch, Section, SectionKey } from './form.ts'
import { cellOf, cellsBehind, indexOf, tableOf } from './index-of.ts'
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
  const { gate, cells } = tableOf(form, section)
  const branches = gate?.branches ?? []
  if (branch !== null) {
    const found = branches.find(each => each.key === branch)
    return found
      ? [...cellsBehind(found).map(cell => cellChoice(ask, cell)), word('contents', contents(section))]
      : []
  }
  const alone = cells.filter(({ key, sum }) => !sum && !indexOf(form).paths.has(key))
  const canBeZero = open.some(
    each =>
      openSection(form, each) === section &&
      (each.type === 'gate' ||
        (each.type === 'cell' && answers[cellOf(form, each.cell).answer].zero !== undefined)),
  )
  return [
    ...alone.map(({ key }) => cellChoice(ask, key)),
    ...branches.map(each => branchChoice(ask, section, each)),
    ...(canBeZero && gate ? [word('rest', { type: 'rest', section })] : []),
    ...(gate ? [word('all-zero', { type: 'open', gate: gate.key, branches: [] })] : []),
    word('contents', contents(null)),
  ]
}

const branchChoice = (ask: Ask, section: SectionKey, branch: Branch): Choice => {
  const ticked = cellsBehind(branch).some(cell => hasFigure(ask, cell))
  const [cell, ...more] = cellsBehind(branch)
  const isCell = cell !== undefined && more.length === 0
  return {
    label: { type: 'branch', branch, ticked },
    event: isCell ? { type: 'put', question: { type: 'cell', cell } } : contents(section, branch.key),
  }
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
