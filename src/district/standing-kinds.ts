// The kinds of standing that an office counts and lists. A report that was handed in and returned is handed in; one that
// was withdrawn is not. Pure.

import type { UnitStanding } from './summary.ts'

type Stood = Pick<UnitStanding, 'state' | 'firstSubmittedAt' | 'sealedAt' | 'returnedTimes' | 'hasBegun'>

/** Whether a standing is of the kind; exempt units are asked about by nobody. */
export const standingKinds = {
  missing: ({ state }) => state === 'draft',
  /** Something was entered. */
  underWay: ({ state, hasBegun }) => state === 'draft' && hasBegun,
  blank: ({ state, hasBegun }) => state === 'draft' && !hasBegun,
  submitted: ({ state, firstSubmittedAt }) => state !== 'draft' && firstSubmittedAt !== null,
  returned: ({ state }) => state === 'returned',
  /** Returned at some time, and handed in again. */
  mended: ({ state, returnedTimes }) => returnedTimes > 0 && state !== 'returned' && state !== 'draft',
  unsealed: ({ state, firstSubmittedAt, sealedAt }) =>
    state !== 'draft' && firstSubmittedAt !== null && sealedAt === null,
  published: ({ state }) => state === 'published' || state === 'correcting',
  unpublished: ({ state }) => state === 'approved',
} as const satisfies Readonly<Record<string, (standing: Stood) => boolean>>
