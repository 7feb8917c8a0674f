// Changes of the tables in words: what a step stored, opened, closed or took back.

import type { Effect } from '../../../engine/effect.ts'
import type { EntryChange, Value } from '../../../engine/filing.ts'
import type { CellKey, SectionKey } from '../../../engine/form.ts'
import { branchOfGate, gateOf, indexOf, tableOf } from '../../../engine/index-of.ts'
import { assertNever } from '../../../faults.ts'
import { cellName, echoValue, sayValue } from '../../../i18n/cell-words.ts'
import type { Line } from '../../message.ts'
import { placeNames } from './place-names.ts'
import { restName } from './proposal-lines.ts'
import { tableLines } from './table-lines.ts'
import { gateName, plain, sectionName, type View } from './view.ts'

type Changed = Extract<Effect, { type: 'stored' | 'opened' | 'rest' | 'section-done' | 'undone' }>

/** The lines of a change: what stands now, and what it took away. */
export const changeLines = (view: View, effect: Changed): readonly Line[] => {
  switch (effect.type) {
    case 'stored':
      return storedLines(view, effect.changes)
    case 'opened':
      return openedLines(view, effect)
    case 'rest':
      return [plain(view.words.say('rest', { section: restName(view, effect) }))]
    case 'section-done':
      return [plain(doneWords(view, effect.section))]
    case 'undone':
      return undoneLines(view, effect.changes)
    default:
      return assertNever(effect)
  }
}

/** Zeros are told only where a gate made them. */
const doneWords = (view: View, section: SectionKey): string =>
  view.words.say(tableOf(view.form, section).gate ? 'section-done' : 'section-done.asked', {
    section: sectionName(view, section),
  })

const storedLines = (view: View, changes: readonly EntryChange[]): readonly Line[] => {
  const { words, form } = view
  const cells = changes.filter(change => indexOf(form).cells.has(change.key))
  const [only] = cells
  if (!only?.to) return []
  if (cells.length > 1) {
    const rows = cells.flatMap(({ key, to }): (readonly [CellKey, Value, string | null])[] =>
      to ? [[key as CellKey, to.value, to.note]] : [],
    )
    return [plain(words.say('stored.many', { count: cells.length })), ...tableLines(view, rows)]
  }
  const key = only.key as CellKey
  const name = cellName(words, form, key)
  const value = echoValue(words, form, key, only.to.value, only.to.note)
  if (!only.from) return [plain(words.say('stored.one', { name, value }))]
  const from = sayValue(form, key, only.from.value, only.from.note)
  return [plain(words.say('stored.corrected', { name, from, value }))]
}

const openedLines = (
  view: View,
  { gate: key, branches, cleared }: Extract<Changed, { type: 'opened' }>,
): readonly Line[] => {
  const { words, form } = view
  const gate = gateOf(form, key)
  const names = gate.branches
    .filter(branch => branches.includes(branch.key))
    .map(branch => words.form.branch(form, branch))
  const lines =
    branches.length > 0
      ? words.say('opened.some', { names: names.join(words.say('list')) })
      : branchOfGate(form, key)
        ? words.say('opened.none', { label: gateName(view, key) })
        : words.say('opened.all-zero', { section: sectionName(view, gate.section) })
  return [plain(lines), ...(cleared > 0 ? [plain(words.say('opened.cleared', { count: cleared }))] : [])]
}

/** The places as they stand now: figures one by one or as a table, other places by name alone. */
const undoneLines = (
  view: View,
  changes: Extract<Changed, { type: 'undone' }>['changes'],
): readonly Line[] => {
  const { words, form } = view
  const cells = changes.flatMap(({ type, key }) =>
    type === 'entry' && indexOf(form).cells.has(key) ? [key as CellKey] : [],
  )
  const [only] = cells
  if (only === undefined) {
    const keys = changes.map(({ key }) => key)
    return [plain(words.say('undone', { names: placeNames(view, keys) }))]
  }
  if (cells.length === 1) {
    const name = cellName(words, form, only)
    const now = view.figures.get(only)
    if (!now) return [plain(words.say('undone.open', { name }))]
    return [plain(words.say('undone.one', { name, value: sayValue(form, only, now.value, now.note) }))]
  }
  const standing = cells.flatMap((key): (readonly [CellKey, Value, string | null])[] => {
    const figure = view.figures.get(key)
    return figure ? [[key, figure.value, figure.note]] : []
  })
  const open = cells.length - standing.length
  return [
    plain(words.say('undone.many', { count: cells.length })),
    ...(standing.length > 0 ? tableLines(view, standing) : []),
    ...(open > 0 ? [plain(words.say('undone.many.open', { count: open }))] : []),
  ]
}
