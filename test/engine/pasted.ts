// Tables with figures of their own, as they are copied, and how the bot reads them.

import type { Form, PrintedCell } from '../../src/engine/form.ts'
import { readPasted } from '../../src/engine/steps/rows.ts'
import type { Pasted } from '../../src/engine/tables/pasted-table.ts'
import { entered, table } from '../forms/material.ts'
import { copied, type Merge } from './copied.ts'
import { filingWith } from './play.ts'

export type Figures = ReadonlyMap<string, number>

/** A printed table as text, each 0 as it is written there. */
export const copiedWith = (
  rows: readonly (readonly PrintedCell[])[],
  figures: Figures,
  merge: Merge,
  zero = '0',
): string => copied(rows, key => String(figures.get(key) || zero), merge)

/** Figures that differ in every entered cell, with their totals. */
export const numbered = (form: Form, section: string): Figures => {
  const { cells } = table(form, section)
  const keys = entered(form).filter(each => each.section === section)
  const values = new Map<string, number>(keys.map(({ key }, at) => [key, (at * 7) % 23]))
  for (const { key, sum } of cells)
    if (sum)
      values.set(
        key,
        sum.reduce((all, part) => all + (values.get(part) ?? 0), 0),
      )
  return values
}

export const read = (form: Form, text: string): Pasted | undefined =>
  readPasted({ form, filing: filingWith(form) }, { type: 'welcome' }, text)
