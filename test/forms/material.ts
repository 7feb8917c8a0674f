// Files of the repository, and small views of a form, that several tests need.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Cell, Form, Gate, TableSection } from '../../src/engine/form.ts'
import { gatesBehind } from '../../src/engine/index-of.ts'

const root = resolve(import.meta.dirname, '../..')
export const json = <T>(file: string): T => JSON.parse(readFileSync(resolve(root, file), 'utf8')) as T

/** A table whose cells stand behind its gate. */
export type GatedTable = TableSection & { readonly gate: Gate }

export const tables = (form: Form): readonly GatedTable[] =>
  form.sections.flatMap(section => {
    if (section.type !== 'table') return []
    if (!section.gate) throw new Error(`${form.id} asks ${section.key} without a gate`)
    return [{ ...section, gate: section.gate }]
  })
export const table = (form: Form, key: string): GatedTable => {
  const found = tables(form).find(section => section.key === key)
  if (!found) throw new Error(`${form.id} has no table ${key}`)
  return found
}
export const cells = (form: Form): readonly Cell[] => tables(form).flatMap(section => section.cells)
export const entered = (form: Form): readonly Cell[] => cells(form).filter(cell => !cell.sum)
export const gates = (form: Form): readonly Gate[] => tables(form).flatMap(({ gate }) => gatesBehind(gate))
