// Completeness of a filing, one definition under two names: the questions that are open, and the cells and texts
// behind them that hold nothing. A pure function of the filing: nothing remembers where anybody stopped.

import { assertNever } from '../faults.ts'
import { derive, type Figures, openedSet } from './derive.ts'
import type { Filing } from './filing.ts'
import type { Question } from './focus.ts'
import type { Branch, CellKey, Form, Gate, SectionKey, TableSection, TextKey, TextSection } from './form.ts'
import { cellsBehind, gateOf, indexOf, sectionOf, textOf } from './index-of.ts'
import type { Known } from './known.ts'
import { isYearEndOpen } from './year-end.ts'

/** A question that a filing itself leaves open; the other kinds come from what a person does. */
export type OpenQuestion = Extract<Question, { type: 'cell' | 'gate' | 'text' | 'year-end' }>

/**
 * Everything that the chat still asks, in printed order: texts that nobody has written or left out, gates that
 * nobody has answered, cells behind open gates without a figure, last the year's end. An unanswered gate stands for the
 * cells behind it.
 */
export const openQuestions = (form: Form, filing: Filing, known: Known): readonly OpenQuestion[] => [
  ...openIn(form, filing),
  ...(isYearEndOpen(form, filing, known) ? [{ type: 'year-end' } as const] : []),
]

/**
 * The keys of entered cells that hold nothing, a blank aside, and of required texts that are absent, in printed order.
 * They are what the open questions stand for, so that none is missing exactly when no question is open that has to be
 * answered: an opening text may be left out, and the year's end adds no figure. Only a file can have left a required text
 * empty, which is missing too.
 */
export const missingCells = (form: Form, filing: Filing): readonly (CellKey | TextKey)[] => {
  const missing = missingBehind(form, filing, openIn(form, filing))
  return form.sections
    .flatMap((section): readonly (CellKey | TextKey)[] =>
      section.type === 'text' ? [section.text] : section.cells.map(cell => cell.key),
    )
    .filter(key => missing.has(key))
}

/** The same keys in no order, from the filing's open questions. */
export const missingBehind = (
  form: Form,
  filing: Filing,
  open: readonly OpenQuestion[],
): ReadonlySet<string> => {
  const figures = derive(form, filing)
  const empty = form.sections.flatMap(section =>
    section.type === 'text' && isEmpty(filing, section) ? [section.text] : [],
  )
  return new Set([...open.flatMap(each => keysBehind(form, figures, each)), ...empty])
}

/** Open questions in the order in which they are asked; the year's end comes last. */
export const inAskedOrder = (form: Form, open: readonly OpenQuestion[]): readonly OpenQuestion[] => {
  const bySection = Map.groupBy(open, each => openSection(form, each))
  return [...form.asked, undefined].flatMap(section => bySection.get(section) ?? [])
}

/** The permanent key that an open question is about. */
export const openKey = (open: OpenQuestion): string => {
  switch (open.type) {
    case 'cell':
      return open.cell
    case 'gate':
      return open.gate
    case 'text':
      return open.text
    case 'year-end':
      return 'year-end'
    default:
      return assertNever(open)
  }
}

/** The section that an open question belongs to; the year's end belongs to none. */
export const openSection = (form: Form, open: OpenQuestion): SectionKey | undefined =>
  sectionOf(form, openKey(open))

const keysBehind = (form: Form, figures: Figures, open: OpenQuestion): readonly string[] => {
  switch (open.type) {
    case 'cell':
      return [open.cell]
    case 'gate':
      return gateOf(form, open.gate)
        .branches.flatMap(cellsBehind)
        .filter(key => !figures.has(key))
    case 'text':
      return textOf(form, open.text).required ? [open.text] : []
    case 'year-end':
      return []
    default:
      return assertNever(open)
  }
}

/** The open questions of the form itself, without the year's end. */
export const openIn = (form: Form, filing: Filing): readonly OpenQuestion[] => {
  const figures = derive(form, filing)
  return form.sections.flatMap(section => {
    if (section.type === 'table') return openInTable(form, section, filing, figures)
    return filing.texts.has(section.text) ? [] : [{ type: 'text', text: section.text } as const]
  })
}

/** An empty text is one that was left out, which a text that is required cannot be. */
const isEmpty = ({ texts }: Filing, { text, required }: TextSection): boolean =>
  required && (texts.get(text)?.every(({ body }) => body.trim() === '') ?? false)

const openInTable = (
  form: Form,
  { cells, gate }: TableSection,
  filing: Filing,
  figures: Figures,
): readonly OpenQuestion[] => {
  const found: OpenQuestion[] = []
  addCells(
    found,
    cells.filter(cell => !cell.sum && !indexOf(form).paths.has(cell.key)).map(cell => cell.key),
    filing,
  )
  if (gate) addGate(found, gate, filing, figures)
  return found
}

const addGate = (found: OpenQuestion[], gate: Gate, filing: Filing, figures: Figures): void => {
  const open = openedSet(filing, gate)
  if (open === undefined) {
    if (gate.branches.some(branch => isOpen(branch, figures)))
      found.push({ type: 'gate', gate: gate.key, ticked: null })
    return
  }
  for (const branch of gate.branches) {
    if (!open.has(branch.key)) continue
    // All gates before it are open: what was not entered is open.
    addCells(found, branch.cells, filing)
    if (branch.gate) addGate(found, branch.gate, filing, figures)
  }
}

const addCells = (found: OpenQuestion[], cells: readonly CellKey[], filing: Filing): void => {
  for (const cell of cells) if (!filing.entries.has(cell)) found.push({ type: 'cell', cell })
}

const isOpen = (branch: Branch, figures: Figures): boolean =>
  cellsBehind(branch).some(cell => !figures.has(cell))
