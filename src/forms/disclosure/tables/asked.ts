// The order in which the sections are asked: first the tables, because the texts speak of their figures; last the
// opening, which may be left out. What prints keeps the order of the notice.

import { type SectionKey, sectionKey } from '../../../engine/form.ts'

export const asked: readonly SectionKey[] = [
  'disclosure',
  'requests',
  'disputes',
  'overview',
  'problems',
  'other',
  'preamble',
].map(sectionKey)
