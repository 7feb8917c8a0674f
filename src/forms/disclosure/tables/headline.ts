// The figures that whoever signs looks at first, as far as an edition has them (office practice).

import type { CellKey, Section } from '../../../engine/form.ts'
import { cellKey } from '../../../engine/keys.ts'

const keys = [
  'requests.received.total',
  'requests.carried-in.total',
  'requests.total.total',
  'requests.carried-out.total',
  'disputes.review.total',
  'disputes.suit-direct.total',
  'disputes.suit-after-review.total',
  'disclosure.normative-documents.made',
  'disclosure.normative-documents.in-force',
  'disclosure.licensing.handled',
].map(cellKey)

export const headlineOf = (sections: readonly Section[]): readonly CellKey[] => {
  const cells = sections.flatMap(section => (section.type === 'table' ? section.cells : []))
  return keys.filter(key => cells.some(cell => cell.key === key))
}
