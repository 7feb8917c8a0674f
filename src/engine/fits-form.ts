// Whether a form has every place that a question or an event names. Stored ones outlive the code and the form that
// wrote them; one that does not fit is never applied.

import type { Event } from './event.ts'
import type { Question } from './focus.ts'
import type { Form } from './form.ts'
import { type Index, indexOf } from './index-of.ts'

type Fits<T extends { readonly type: string }> = {
  readonly [K in T['type']]: (index: Index, each: Extract<T, { readonly type: K }>) => boolean
}

const always = () => true
const hasCells = ({ cells }: Index, keys: readonly string[]): boolean => keys.every(key => cells.has(key))
const hasCell = (index: Index, { cell }: { readonly cell: string }): boolean => index.cells.has(cell)
const hasText = (index: Index, { text }: { readonly text: string }): boolean => index.texts.has(text)
const hasBranches = ({ gates }: Index, gate: string, branches: readonly string[]): boolean => {
  const found = gates.get(gate)
  return found !== undefined && branches.every(key => found.branches.some(branch => branch.key === key))
}

const questions: Fits<Question> = {
  welcome: always,
  cell: ({ cells }, { cell, ticked = [] }) => {
    const found = cells.get(cell)
    return found !== undefined && ticked.every(key => found.options?.some(option => option.key === key))
  },
  gate: (index, { gate, ticked }) => hasBranches(index, gate, ticked ?? []),
  text: hasText,
  remark: hasText,
  note: hasCell,
  rows: (index, { cells }) =>
    hasCells(
      index,
      cells.map(([cell]) => cell),
    ),
  finding: (index, { cells }) => hasCells(index, cells),
  import: always,
  differing: (index, { cells }) => hasCells(index, cells),
  'year-end': always,
  contents: ({ sections }, { section }) => section === null || sections.has(section),
  which: (index, { cells }) => hasCells(index, cells),
  done: always,
}

const events: Fits<Event> = {
  typed: always,
  answered: hasCell,
  edited: always,
  next: always,
  put: (index, { question }) => fits(questions, index, question),
  set: (index, { values }) =>
    hasCells(
      index,
      values.map(([cell]) => cell),
    ),
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
