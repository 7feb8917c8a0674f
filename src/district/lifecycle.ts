// Acts that a filing's state allows. One table of state and act; who may is access.ts and nothing else. A state without a
// row allows no act.

import type { Act, Action } from './access.ts'

/** The life of a filing, from the first answer to its publication. The names are permanent. */
export const filingStates = [
  'draft',
  'submitted',
  'reviewing',
  'queried',
  'returned',
  'approved',
  'published',
  'correcting',
  'exempt',
] as const
export type FilingState = (typeof filingStates)[number]

/** In these a filing is judged by the rules of today; handed in, it keeps those that it was handed in with. */
export const judgedStates = ['draft', 'returned', 'correcting'] as const satisfies readonly FilingState[]

/** Acts whose sense hangs on the state; all others, and all looks, are the same in each. */
const stateActs = ['answer-filing', 'import-report', 'order-document'] as const satisfies readonly Act[]

const allowed: Readonly<Partial<Record<FilingState, readonly (typeof stateActs)[number][]>>> = {
  draft: ['answer-filing', 'import-report', 'order-document'],
}

/** Whether the state of a filing lets this be done; the right to it is another question. */
export const stateAllows = (state: FilingState, action: Action): boolean =>
  !stateActs.some(act => act === action) || (allowed[state] ?? []).some(act => act === action)
