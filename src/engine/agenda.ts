// What is open, in the order of the form. A pure function of the filing: nothing remembers where anybody stopped.

import { type Figures, opened } from './derive.ts'
import type { Filing } from './filing.ts'
import type { Branch, CellKey, Form, Gate, GateKey, SectionKey, TextKey } from './form.ts'
import { cellsBehind } from './index-of.ts'

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
  const items: Item[] = []
  for (const section of form.sections) {
    if (section.type === 'table') addGate(items, section.gate, filing, figures)
    else if (!filing.texts.has(section.text))
      items.push({ type: 'text', section: section.key, key: section.text })
  }
  return items
}

const addGate = (items: Item[], gate: Gate, filing: Filing, figures: Figures): void => {
  const { section, key, branches } = gate
  const open = opened(filing, gate)
  if (open === undefined) {
    if (branches.some(branch => isOpen(branch, figures))) items.push({ type: 'gate', section, key })
    return
  }
  for (const branch of branches) {
    if (!open.includes(branch.key)) continue
    for (const cell of branch.cells) {
      if (!figures.has(cell)) items.push({ type: 'cell', section, key: cell })
    }
    if (branch.gate) addGate(items, branch.gate, filing, figures)
  }
}

const isOpen = (branch: Branch, figures: Figures): boolean =>
  cellsBehind(branch).some(cell => !figures.has(cell))
