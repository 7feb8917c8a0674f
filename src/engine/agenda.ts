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

/**
 * Everything that is open: texts nobody has written, gates nobody has answered, cells behind open gates without a
 * figure. A closed gate hides what is behind it; an unanswered one stands for it.
 */
export const agenda = (form: Form, filing: Filing, figures: Figures): readonly Item[] =>
  form.sections.flatMap(section => {
    if (section.type === 'table') return gateItems(section.gate, filing, figures)
    return filing.texts.has(section.text)
      ? []
      : [{ type: 'text', section: section.key, key: section.text } as const]
  })

const gateItems = (gate: Gate, filing: Filing, figures: Figures): readonly Item[] => {
  const open = opened(filing, gate)
  if (open === undefined) {
    const allStand = gate.branches.flatMap(cellsBehind).every(key => figures.has(key))
    return allStand ? [] : [{ type: 'gate', section: gate.section, key: gate.key }]
  }
  return gate.branches
    .filter(branch => open.includes(branch.key))
    .flatMap(branch => branchItems(gate.section, branch, filing, figures))
}

const branchItems = (
  section: SectionKey,
  branch: Branch,
  filing: Filing,
  figures: Figures,
): readonly Item[] => [
  ...branch.cells.filter(key => !figures.has(key)).map((key): Item => ({ type: 'cell', section, key })),
  ...(branch.gate ? gateItems(branch.gate, filing, figures) : []),
]
