// The few kinds of button that several questions share.

import { isFigure } from './derive.ts'
import type { Ask, Choice, Word } from './effect.ts'
import type { Event } from './event.ts'
import type { CellKey, SectionKey } from './form.ts'

export const contents = (section: SectionKey | null, branch: string | null = null): Event => ({
  type: 'put',
  question: { type: 'contents', section, branch },
})

export const word = (name: Word, event: Event): Choice => ({ label: { type: 'word', word: name }, event })

export const hasFigure = ({ form, figures }: Ask, key: CellKey): boolean =>
  isFigure(form, key, figures.get(key))

export const cellChoice = ({ figures }: Ask, cell: CellKey): Choice => ({
  label: { type: 'cell', cell, value: figures.get(cell)?.value },
  event: { type: 'put', question: { type: 'cell', cell } },
})
