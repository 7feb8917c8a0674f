// What is open, in the order of the form. A pure function of the filing: nothing remembers where anybody stopped.

import { type Figures, openedSet } from './derive.ts'
import type { Change, Filing } from './filing.ts'
import type { Branch, CellKey, Form, Gate, GateKey, SectionKey, TextKey } from './form.ts'
import { cellsBehind, indexOf } from './index-of.ts'

/** Something that still wants an answer. */
export type Item =
  | { readonly type: 'text'; readonly section: SectionKey; readonly key: TextKey }
  | { readonly type: 'gate'; readonly section: SectionKey; readonly key: GateKey }
  | { readonly type: 'cell'; readonly section: SectionKey; readonly key: CellKey }
  /** What was entered before the year's end is to be confirmed; it belongs to no section. */
  | { readonly type: 'year-end'; readonly section: SectionKey; readonly key: GateKey }

/**
 * Everything that is open: texts nobody has written, gates nobody has answered, cells behind open gates without a
 * figure. A closed gate hides what is behind it; an unanswered one stands for it.
 */
export const agenda = (form: Form, filing: Filing, figures: Figures): readonly Item[] => {
  const found = done.get(filing.entries)
  const inTables = found?.form === form ? found.inTables : tablesOf(form, filing, figures)
  const items: Item[] = []
  for (const section of form.sections) {
    if (section.type === 'table') items.push(...(inTables.get(section.key) ?? []))
    else if (!filing.texts.has(section.text))
      items.push({ type: 'text', section: section.key, key: section.text })
  }
  return items
}

/**
 * After changes of `before` that led to `after`: figures entered in open cells only leave the agenda. Only a saving;
 * what else may have changed is worked out anew.
 */
export const agendaAfter = (form: Form, before: Filing, after: Filing, changes: readonly Change[]): void => {
  const found = done.get(before.entries)
  const { cells } = indexOf(form)
  if (found?.form !== form || changes.some(({ key, to }) => !to || !cells.has(key))) return
  const inTables = new Map(found.inTables)
  for (const { key } of changes) {
    const section = cells.get(key)?.section
    const items = section && inTables.get(section)
    // One that is not listed was entered before, or stands behind a gate that nobody has answered.
    if (!items || (!items.some(item => item.key === key) && !before.entries.has(key as CellKey))) return
    inTables.set(
      section,
      items.filter(item => item.key !== key),
    )
  }
  done.set(after.entries, { form, inTables })
}

type InTables = ReadonlyMap<SectionKey, readonly Item[]>

/** What is open in the tables follows from the entries alone. */
const done = new WeakMap<Filing['entries'], { form: Form; inTables: InTables }>()

const tablesOf = (form: Form, filing: Filing, figures: Figures): InTables => {
  const inTables = new Map<SectionKey, readonly Item[]>()
  for (const section of form.sections) {
    if (section.type !== 'table') continue
    const items: Item[] = []
    addGate(items, section.gate, filing, figures)
    inTables.set(section.key, items)
  }
  done.set(filing.entries, { form, inTables })
  return inTables
}

const addGate = (items: Item[], gate: Gate, filing: Filing, figures: Figures): void => {
  const open = openedSet(filing, gate)
  if (open === undefined) {
    if (gate.branches.some(branch => isOpen(branch, figures))) items.push(itemsOf(gate).self)
    return
  }
  for (const branch of gate.branches) {
    if (!open.has(branch.key)) continue
    // All gates before it are open: what was not entered is open.
    for (const item of itemsOf(gate).cells.get(branch) ?? [])
      if (!filing.entries.has(item.key)) items.push(item)
    if (branch.gate) addGate(items, branch.gate, filing, figures)
  }
}

const isOpen = (branch: Branch, figures: Figures): boolean =>
  cellsBehind(branch).some(cell => !figures.has(cell))

type CellItem = Extract<Item, { type: 'cell' }>
type GateItems = { readonly self: Item; readonly cells: ReadonlyMap<Branch, readonly CellItem[]> }

/** The items that a gate may put on the agenda, made once: an agenda is made with every answer. */
const itemsOf = (gate: Gate): GateItems => {
  const found = made.get(gate)
  if (found) return found
  const { section, key, branches } = gate
  const cells = branches.map(
    branch => [branch, branch.cells.map((key): CellItem => ({ type: 'cell', section, key }))] as const,
  )
  const all: GateItems = { self: { type: 'gate', section, key }, cells: new Map(cells) }
  made.set(gate, all)
  return all
}

const made = new WeakMap<Gate, GateItems>()
