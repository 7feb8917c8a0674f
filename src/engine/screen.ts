// What the buttons of a question depend on, and the few kinds of button that several questions share.

import type { Item } from './agenda.ts'
import { type Figure, type Figures, isFigure } from './derive.ts'
import type { Choice, Word } from './effect.ts'
import type { Event } from './event.ts'
import type { Filing, StatedFigures } from './filing.ts'
import type { Focus } from './focus.ts'
import type { CellKey, Form, Level, SectionKey } from './form.ts'
import type { Remainder } from './remainder.ts'
import type { Finding } from './rules/finding.ts'

export type Screen = {
  readonly form: Form
  readonly filing: Filing
  readonly focus: Focus
  readonly figures: Figures
  readonly open: readonly Item[]
  readonly errors: readonly Finding[]
  /** Warnings that nobody has answered. */
  readonly warnings: readonly Finding[]
  /** What the asked cell starts with, from last year's report. */
  readonly previous: Figure | undefined
  /** The same for all open cells of its row, where there are several. */
  readonly previousRow: StatedFigures | undefined
  readonly level: Level | null
  /** What the asked cell's balance still wants. */
  readonly remainder: Remainder | undefined
  /** The finding that is asked about. */
  readonly finding: Finding | undefined
  /** What the asked cell would hold if it is the slip behind the finding that led to it. */
  readonly suspect: number | undefined
}

export const contents = (section: SectionKey | null, branch: string | null = null): Event => ({
  type: 'put',
  question: { type: 'contents', section, branch },
})

export const word = (name: Word, event: Event): Choice => ({ label: { type: 'word', word: name }, event })

export const hasFigure = ({ form, figures }: Screen, key: CellKey): boolean =>
  isFigure(form, key, figures.get(key))

export const cellChoice = ({ figures }: Screen, cell: CellKey): Choice => ({
  label: { type: 'cell', cell, value: figures.get(cell)?.value },
  event: { type: 'put', question: { type: 'cell', cell } },
})
