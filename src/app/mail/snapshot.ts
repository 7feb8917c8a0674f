// A report as it stood when a document was ordered: the print as plain data, and the report by key. No reader of
// people's words stands between a snapshot and its document.

import { type Outline, outlineOf } from '../../document/outline.ts'
import { reportOf } from '../../document/report.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { fault } from '../../faults.ts'
import type { Snapshot } from '../ports/commit.ts'
import type { Unit } from '../ports/registry.ts'

/** Rises when the stored shape changes; another one is not guessed at. */
const version = 1

/** `closesOn` (`YYYY-MM-DD`) is the day with which the document closes, where the unit has it so. */
export const snapshotOf = (form: Form, filing: Filing, unit: Unit, closesOn: string): Snapshot => ({
  outline: JSON.stringify({ v: version, ...printOf(form, filing, unit, closesOn) }),
  report: JSON.stringify(reportOf(form, filing, unit)),
})

/** The sheet for signatures in the place of the report's own print. */
export const sheetSnapshot = (form: Form, filing: Filing, unit: Unit, sheet: Outline): Snapshot => ({
  outline: JSON.stringify({ v: version, ...sheet }),
  report: JSON.stringify(reportOf(form, filing, unit)),
  document: 'approval-sheet',
})

/** The document as the unit has it printed. */
export const printOf = (form: Form, filing: Filing, { name, prints }: Unit, closesOn: string): Outline =>
  outlineOf({
    ...{ form, filing, unitName: name, contact: prints?.contact },
    ...{ signs: prints?.signs, closesOn: prints?.closes ? closesOn : null },
  })

/** The print in a snapshot; throws `snapshot-unreadable` for a shape that this code did not write. */
export const outlineIn = ({ outline }: Snapshot): Outline => {
  const { v, ...found } = parsed(outline)
  if (v !== version || typeof found.title !== 'string' || !Array.isArray(found.blocks))
    throw fault('snapshot-unreadable', `v${typeof v === 'number' ? v : ''}`)
  return found as Outline
}

const parsed = (text: string): { readonly v?: unknown } & Partial<Outline> => {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {} // without the cause: it quotes the report
  }
}
