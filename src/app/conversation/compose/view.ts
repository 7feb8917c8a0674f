// What the words of one message need to look at.

import { derive, type Figures, stated } from '../../../engine/derive.ts'
import type { Filing, Value } from '../../../engine/filing.ts'
import type { CellKey, Form, GateKey, SectionKey } from '../../../engine/form.ts'
import { branchOfGate, gateOf } from '../../../engine/index-of.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Line } from '../../message.ts'
import type { Unit } from '../../ports/registry.ts'

export type View = {
  readonly words: Words
  readonly form: Form
  readonly filing: Filing
  readonly figures: Figures
  readonly unit: Unit
  /** The years that questions name, and the unit. */
  readonly years: {
    readonly year: number
    readonly lastYear: number
    readonly nextYear: number
    readonly unit: string
  }
}

export const viewOf = (words: Words, form: Form, filing: Filing, unit: Unit): View => ({
  words,
  form,
  filing,
  figures: derive(form, filing),
  unit,
  years: { year: filing.year, lastYear: filing.year - 1, nextYear: filing.year + 1, unit: unit.name },
})

export const plain = (text: string): Line => ({ text, style: 'plain' })
export const strong = (text: string): Line => ({ text, style: 'strong' })
export const quote = (text: string): Line => ({ text, style: 'quote' })

/** What stands in a cell, stated totals as stated; a blank where nothing does. */
export const valueIn = ({ filing, figures }: View, key: CellKey): Value =>
  stated(filing, figures, key)?.value ?? null

/** What a gate asks about: the branch it stands behind, or its section. */
export const gateName = (view: View, key: GateKey): string => {
  const branch = branchOfGate(view.form, key)
  return branch
    ? view.words.form.branch(view.form, branch)
    : sectionName(view, gateOf(view.form, key).section)
}

export const sectionName = ({ words, form, years }: View, key: SectionKey): string =>
  words.form.section(form, key, 'name', years)

/** What was said, short enough to be said back. */
export const shorten = (said: string): string => {
  const line = said.replace(/\s+/g, ' ').trim()
  return [...line].length > saidBack ? `${[...line].slice(0, saidBack).join('')}\u2026` : line
}

const saidBack = 24
