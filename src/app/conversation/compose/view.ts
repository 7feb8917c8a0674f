// All that the words of one message look at, and the small pieces that several of its sentences share.

import type { UnitDates } from '../../../district/campaign.ts'
import { derive, type Figures, stated } from '../../../engine/derive.ts'
import type { Filing, Value } from '../../../engine/filing.ts'
import type { CellKey, Form, GateKey, SectionKey, TextKey } from '../../../engine/form.ts'
import { branchOfGate, gateOf } from '../../../engine/index-of.ts'
import type { Known } from '../../../engine/known.ts'
import type { Catalog } from '../../../forms/catalog.ts'
import type { Obligation } from '../../../forms/obligation.ts'
import { sayValue } from '../../../i18n/cell-words.ts'
import { type Wording, wordingOf } from '../../../i18n/wording.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Line } from '../../message.ts'
import { presentPrevious } from '../../opened.ts'
import type { OpenedFiling } from '../../ports/conversations.ts'
import type { Unit } from '../../ports/registry.ts'

export type View = {
  /** As the form's obligation says them. */
  readonly words: Words
  readonly form: Form
  readonly obligation: Obligation
  readonly filing: Filing
  readonly figures: Figures
  /** The year before, in its form's present revision. */
  readonly previous: Known['previous']
  readonly unit: Unit
  /** Of its campaign, where the first screen names them. */
  readonly dates: UnitDates | null
  /** The unit and the years that questions name. */
  readonly wording: Wording
}

export const viewOf = (
  words: Words,
  catalog: Catalog,
  { filing, unit, previous }: Pick<OpenedFiling, 'filing' | 'unit' | 'previous'>,
  dates: UnitDates | null = null,
): View => {
  const form = catalog.formOf(filing.form)
  return {
    words: words.of(form),
    form,
    obligation: catalog.obligationOf(form.obligation),
    filing,
    figures: derive(form, filing),
    previous: presentPrevious(catalog, previous),
    unit,
    dates,
    wording: wordingOf(filing, unit.name),
  }
}

export const plain = (text: string): Line => ({ text, style: 'plain' })
export const strong = (text: string): Line => ({ text, style: 'strong' })
export const quote = (text: string): Line => ({ text, style: 'quote' })

/** A cell's value, stated totals as stated; a blank where there is none. */
export const valueIn = ({ filing, figures }: View, key: CellKey): Value =>
  stated(filing, figures, key)?.value ?? null

/** A cell's figure with its note, in words; empty where there is none. */
export const cellText = ({ form, figures }: View, key: CellKey): string => {
  const figure = figures.get(key)
  return figure ? sayValue(form, key, figure.value, figure.note) : ''
}

/** The name of a gate's subject: the branch it stands behind, or its section. */
export const gateName = (view: View, key: GateKey): string => {
  const branch = branchOfGate(view.form, key)
  return branch
    ? view.words.form.branch(view.form, branch)
    : sectionName(view, gateOf(view.form, key).section)
}

export const textName = ({ words, form, wording }: View, key: TextKey): string =>
  words.form.text(form, key, 'name', wording)

export const sectionName = ({ words, form, wording }: View, key: SectionKey): string =>
  words.form.section(form, key, 'name', wording)

/** A person's words, short enough to be quoted to them. */
export const shorten = (said: string): string => {
  const line = said.replace(/\s+/g, ' ').trim()
  return [...line].length > longestQuote ? `${[...line].slice(0, longestQuote).join('')}\u2026` : line
}

const longestQuote = 24
