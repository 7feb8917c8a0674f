// The values that a question was put with, so that an answer which comes after somebody else's change is known.

import { opened, standsIn } from './derive.ts'
import type { Filing } from './filing.ts'
import type { CellKey, Form, GateKey, TextKey } from './form.ts'
import { indexOf } from './index-of.ts'

/** Values by key, in a form that can be stored and compared; an absent key was open. */
export type Shown = Readonly<Record<string, string>>

/**
 * The present values of these keys: of a cell its figure as a table shows it, with the gates that it stands behind; of a
 * text only its size.
 */
export const snapshot = (form: Form, filing: Filing, keys: readonly string[]): Record<string, string> => {
  const { paths } = indexOf(form)
  const gates = keys.flatMap(key => paths.get(key as CellKey)?.map(({ gate }) => gate.key) ?? [])
  const values = [...new Set([...gates, ...keys])].map(key => [key, valueAt(form, filing, key)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

/** Whether this key still holds the value that was shown. */
export const isAsShown = (form: Form, filing: Filing, key: string, shown: Shown): boolean =>
  valueAt(form, filing, key) === (shown[key] ?? '')

/**
 * Those of `keys` that no longer hold what was shown. Cells that a gate opened or closed are told by the gate: it was
 * answered, and they were not.
 */
export const movedSince = (
  form: Form,
  filing: Filing,
  keys: readonly string[],
  shown: Shown,
): readonly string[] => {
  const moved = keys.filter(key => !isAsShown(form, filing, key, shown))
  return [...new Set(moved.map(key => movedGate(form, filing, key, shown) ?? key))]
}

/** The outermost gate whose answer changed a cell in which nothing is entered. */
const movedGate = (form: Form, filing: Filing, key: string, shown: Shown): GateKey | undefined => {
  if (filing.entries.has(key as CellKey)) return undefined
  const path = indexOf(form).paths.get(key as CellKey) ?? []
  return path.find(({ gate }) => !isAsShown(form, filing, gate.key, shown))?.gate.key
}

/** Empty while the key is open. */
const valueAt = (form: Form, filing: Filing, key: string): string => {
  const { cells, gates } = indexOf(form)
  const cell = cells.get(key)
  if (cell) return standsIn(form, filing, cell.key)
  const gate = gates.get(key)
  const open = gate && opened(filing, gate)
  if (gate) return open ? JSON.stringify([{ open }, null]) : ''
  const parts = filing.texts.get(key as TextKey)
  return parts ? parts.map(part => `${part.at}:${part.body.length}`).join('+') : ''
}
