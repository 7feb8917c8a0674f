// The figures that whoever signs looks at first (office practice).

import { cellKey } from '../../../engine/keys.ts'

export const headline = [
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
