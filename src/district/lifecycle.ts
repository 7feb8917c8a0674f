// The life of a filing as one table: from which states an act leads where, and what it needs first. Who may is access.ts
// and nothing else; an act without an arrow from a state is refused there.

import type { Act, Action } from './access.ts'
import type { Practice } from './campaign.ts'

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

/**
 * `complete`: nothing is missing and nothing blocks. `signed`: a sign-off of the present content stands;
 * `signed-first`: the same, where reports are signed before they are handed in. `note`: words that say why.
 * `review-first`: drafts are reviewed before they are signed. `requested`: the unit asks to have its report returned.
 */
export type Need = 'complete' | 'signed' | 'signed-first' | 'note' | 'review-first' | 'requested'

type Row = {
  readonly to: Readonly<Partial<Record<FilingState, FilingState>>>
  readonly needs: readonly Need[]
}

/** The office's ways: return and question beside each other, approval undone until publication, no lock by a date. */
const life = {
  'submit-filing': {
    to: { draft: 'submitted', returned: 'submitted' },
    needs: ['complete', 'signed-first'],
  },
  'withdraw-filing': { to: { submitted: 'draft' }, needs: [] },
  'take-filing': { to: { submitted: 'reviewing' }, needs: [] },
  'ask-filing': {
    to: { submitted: 'queried', reviewing: 'queried', queried: 'queried' },
    needs: ['note'],
  },
  'answer-question': { to: { queried: 'reviewing' }, needs: ['note'] },
  'amend-filing': { to: { queried: 'queried' }, needs: [] },
  'explain-place': { to: { returned: 'returned', queried: 'queried' }, needs: ['note'] },
  'give-opinion': {
    to: { draft: 'draft', returned: 'returned', reviewing: 'reviewing' },
    needs: ['note'],
  },
  'request-return': {
    to: { reviewing: 'reviewing', queried: 'queried', approved: 'approved' },
    needs: [],
  },
  'grant-return': {
    to: { reviewing: 'returned', queried: 'returned', approved: 'returned' },
    needs: ['requested'],
  },
  'clear-filing': {
    to: { submitted: 'reviewing', reviewing: 'reviewing', queried: 'reviewing' },
    needs: ['review-first'],
  },
  'return-filing': {
    to: { submitted: 'returned', reviewing: 'returned', queried: 'returned' },
    needs: ['note'],
  },
  'approve-filing': {
    to: { submitted: 'approved', reviewing: 'approved', queried: 'approved' },
    needs: ['signed'],
  },
  'undo-approval': { to: { approved: 'reviewing' }, needs: ['note'] },
  /** 盖章件已收: the paper copy may come before the review and after the publication. */
  'receive-sealed': {
    to: {
      ...{ submitted: 'submitted', reviewing: 'reviewing', queried: 'queried', returned: 'returned' },
      ...{ approved: 'approved', published: 'published', correcting: 'correcting' },
    },
    needs: [],
  },
  /** Published again, the address is put right. */
  'publish-filing': { to: { approved: 'published', published: 'published' }, needs: [] },
  'sign-filing': {
    to: {
      ...{ draft: 'draft', returned: 'returned', submitted: 'submitted' },
      ...{ reviewing: 'reviewing', queried: 'queried' },
    },
    needs: ['complete'],
  },
  'exempt-filing': { to: { draft: 'exempt', returned: 'exempt' }, needs: ['note'] },
  'readmit-filing': { to: { exempt: 'draft' }, needs: [] },
} as const satisfies Readonly<Partial<Record<Act, Row>>>

/** Acts that lead a filing through its life. */
export type FilingAct = keyof typeof life
export const filingActs = Object.keys(life) as readonly FilingAct[]

const rowOf = (act: FilingAct): Row => life[act]

/** The state that the act leads to; null where it has no arrow from this one. */
export const stateAfter = (state: FilingState, act: FilingAct): FilingState | null =>
  rowOf(act).to[state] ?? null

/** The needs of the act, in the order in which they are asked for. */
export const needsOf = (act: FilingAct): readonly Need[] => rowOf(act).needs

/** A filing as its needs see it. */
export type Readiness = {
  readonly isComplete: boolean
  readonly isSigned: boolean
  readonly practice: Practice
  readonly hasNote: boolean
  /** A request to have the report returned is open. */
  readonly isRequested: boolean
}

/** The first need of the act that is not met; null when all are. */
export const unmetNeed = (act: FilingAct, ready: Readiness): Need | null => {
  const met: Readonly<Record<Need, boolean>> = {
    complete: ready.isComplete,
    signed: ready.isSigned,
    'signed-first': ready.isSigned || ready.practice === 'review-first',
    note: ready.hasNote,
    'review-first': ready.practice === 'review-first',
    requested: ready.isRequested,
  }
  return needsOf(act).find(need => !met[need]) ?? null
}

/**
 * Acts on what a filing holds, and the states in which they have a sense. All others, and all looks, know no state. In
 * `submitted` a change withdraws the hand-in; in `queried` it reaches only the places that were opened (mending.ts).
 */
const within: Readonly<Partial<Record<Action, readonly FilingState[]>>> = {
  'answer-filing': ['draft', 'returned', 'submitted', 'queried'],
  'import-report': ['draft', 'returned', 'submitted'],
  'enter-report': ['draft', 'returned'],
  'order-document': filingStates.filter(state => state !== 'exempt'),
}

const isFilingAct = (action: Action): action is FilingAct => Object.hasOwn(life, action)

/** Whether the state of a filing lets this be done; the right to it is another question. */
export const stateAllows = (state: FilingState, action: Action): boolean => {
  if (isFilingAct(action)) return stateAfter(state, action) !== null
  return !Object.hasOwn(within, action) || (within[action] ?? []).includes(state)
}
