// Whether a form has every place that a question or an event names, and takes its values there. Stored ones outlive the code and the form that
// wrote them; one that does not fit is never applied.

import { assertNever } from '../faults.ts'
import { answers } from './answers/answers.ts'
import type { Event } from './event.ts'
import type { Change, Value } from './filing.ts'
import type { Question } from './focus.ts'
import type { Form } from './form.ts'
import { type Index, indexOf } from './index-of.ts'
import type { Rest } from './mentions/said.ts'

type Fits<T extends { readonly type: string }> = {
  readonly [K in T['type']]: (index: Index, each: Extract<T, { readonly type: K }>) => boolean
}

const always = () => true
const hasCells = ({ cells }: Index, keys: readonly string[]): boolean => keys.every(key => cells.has(key))
const hasCell = (index: Index, { cell }: { readonly cell: string }): boolean => index.cells.has(cell)
/** A cell that is asked; a computed one never is. */
const isAsked = ({ cells }: Index, { cell }: { readonly cell: string }): boolean => {
  const found = cells.get(cell)
  return found !== undefined && !found.sum
}
const takesValues = (index: Index, values: readonly (readonly [string, Value, unknown?])[]): boolean =>
  values.every(([key, value]) => {
    const cell = index.cells.get(key)
    return cell !== undefined && !cell.sum && answers[cell.answer].fits(value, cell)
  })
const hasText = (index: Index, { text }: { readonly text: string }): boolean => index.texts.has(text)
const hasBranches = ({ gates }: Index, gate: string, branches: readonly string[]): boolean => {
  const found = gates.get(gate)
  return found !== undefined && branches.every(key => found.branches.some(branch => branch.key === key))
}
const hasRest = ({ sections }: Index, rest: Rest | null): boolean => {
  const section = rest && sections.get(rest.section)
  if (!rest) return true
  return (
    section?.type === 'table' &&
    (rest.branch === null || section.gate?.branches.some(({ key }) => key === rest.branch) === true)
  )
}

const questions: Fits<Question> = {
  welcome: always,
  cell: (index, { cell, ticked }) =>
    isAsked(index, { cell }) && (ticked === undefined || takesValues(index, [[cell, ticked]])),
  gate: (index, { gate, ticked }) => hasBranches(index, gate, ticked ?? []),
  text: hasText,
  remark: hasText,
  note: isAsked,
  proposal: (index, { cells, totals, unsure, rest }) =>
    takesValues(index, [...cells, ...unsure.flat().flatMap(each => each.cells)]) &&
    hasCells(
      index,
      totals.map(([cell]) => cell),
    ) &&
    hasRest(index, rest),
  finding: (index, { cells }) => hasCells(index, cells),
  import: always,
  differing: (index, { cells }) => hasCells(index, cells),
  'year-end': always,
  contents: ({ sections }, { section, branch }) => {
    if (section === null) return branch === null
    const found = sections.get(section)
    if (found?.type !== 'table') return false
    return branch === null || found.gate?.branches.some(({ key }) => key === branch) === true
  },
  which: (index, { cells }) => hasCells(index, cells),
  done: always,
}

const events: Fits<Event> = {
  typed: always,
  answered: isAsked,
  replaced: hasText,
  filled: (index, { values }) => takesValues(index, values),
  edited: always,
  next: always,
  put: (index, { question }) => fits(questions, index, question),
  set: (index, { values, rest = null }) => takesValues(index, values) && hasRest(index, rest),
  tick: (index, { gate, branch, ticked }) => hasBranches(index, gate, [branch, ...ticked]),
  open: (index, { gate, branches }) => hasBranches(index, gate, branches),
  rest: ({ sections }, { section }) => sections.get(section)?.type === 'table',
  written: hasText,
  rewrite: hasText,
  write: hasText,
  standard: hasText,
  omit: hasText,
  sentence: hasText,
  unnote: hasCell,
  explain: always,
  later: always,
  back: always,
  undo: always,
  help: always,
  preview: always,
  progress: always,
  thanked: always,
  'put-off': always,
  document: always,
  imported: always,
  unimported: always,
  'last-year': always,
  'confirm-year-end': always,
  unsupported: always,
  stale: always,
  resume: always,
  outdated: always,
}

type Table = Readonly<Record<string, (index: Index, each: never) => boolean>>

const fits = (table: Table, index: Index, each: { readonly type: string }): boolean =>
  Object.hasOwn(table, each.type) && table[each.type]?.(index, each as never) === true

export const fitsQuestion = (form: Form, question: Question): boolean =>
  fits(questions, indexOf(form), question)

export const fitsEvent = (form: Form, event: Event): boolean => fits(events, indexOf(form), event)

/** Whether the form still has every place that a step changed, the cells of its remarks among them. */
export const fitsChanges = (form: Form, changes: readonly Change[]): boolean => {
  const { cells, gates, texts } = indexOf(form)
  return changes.every(change => {
    switch (change.type) {
      case 'entry':
        return cells.has(change.key) || gates.has(change.key)
      case 'text':
        return texts.has(change.key)
      case 'remark':
        return [change.from, change.to].every(remark => remark?.cells.every(cell => cells.has(cell)) ?? true)
      default:
        return assertNever(change)
    }
  })
}
