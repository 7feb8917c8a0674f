// The statute's form and the seed report as the project was given them, where that folder lies beside the
// repository; and small views of a form that several tests need.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Cell, Form, Gate, TableSection } from '../../src/engine/form.ts'
import { gatesBehind } from '../../src/engine/index-of.ts'

const root = resolve(import.meta.dirname, '../..')
const given = (path: string) => resolve(root, '../shared', path)

export const formsFile = given('domain/forms.json')
export const seedText = given('cases/seed.txt')
export const seedReport = given('cases/seed.report.json')
export const absent = (...files: readonly string[]) => !files.every(file => existsSync(file))
export const text = (file: string) => readFileSync(resolve(root, file), 'utf8')
export const json = <T>(file: string): T => JSON.parse(text(file)) as T

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
