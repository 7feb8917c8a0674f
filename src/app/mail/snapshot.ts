// A report as it stood when a document was ordered: the print as plain data, and the report by key. No reader of
// people's words stands between a snapshot and its document.

import { type Outline, outlineOf } from '../../document/outline.ts'
import { reportOf } from '../../document/report.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { fault } from '../../faults.ts'
import type { Unit } from '../ports/registry.ts'

/** Rises when the stored shape changes; another one is not guessed at. */
const version = 1

export const snapshotOf = (form: Form, filing: Filing, unit: Unit): string =>
  JSON.stringify({
    v: version,
    outline: outlineOf({ form, filing, unitName: unit.name }),
    report: reportOf(form, filing, unit),
  })

/** The print in a snapshot; throws `snapshot-unreadable` for a shape that this code did not write. */
export const outlineIn = (snapshot: string): Outline => {
  const { v, outline } = parsed(snapshot)
  const found = outline as Outline | undefined
  if (v !== version || typeof found?.title !== 'string' || !Array.isArray(found.blocks))
    throw fault('snapshot-unreadable', `v${typeof v === 'number' ? v : ''}`)
  return found
}

const parsed = (snapshot: string): { readonly v?: unknown; readonly outline?: unknown } => {
  try {
    const body: unknown = JSON.parse(snapshot)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {} // without the cause: it quotes the report
  }
}
