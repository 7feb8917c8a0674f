// The life of a filing as it is meant, written by hand: each arrow, every other pair refused, and the drawing for people.

import { describe, expect, test } from 'vitest'
import {
  type FilingAct,
  type FilingState,
  filingActs,
  filingStates,
  type Readiness,
  stateAfter,
  unmetNeed,
} from '../../src/district/lifecycle.ts'
import { lifecycleDoc } from './lifecycle-doc.ts'

const arrows: readonly (readonly [FilingState, FilingAct, FilingState])[] = [
  ['draft', 'submit-filing', 'submitted'],
  ['returned', 'submit-filing', 'submitted'],
  ['submitted', 'withdraw-filing', 'draft'],
  ['submitted', 'take-filing', 'reviewing'],
  ['submitted', 'ask-filing', 'queried'],
  ['reviewing', 'ask-filing', 'queried'],
  ['queried', 'ask-filing', 'queried'],
  ['queried', 'answer-question', 'reviewing'],
  ['queried', 'amend-filing', 'queried'],
  ['returned', 'explain-place', 'returned'],
  ['queried', 'explain-place', 'queried'],
  ['draft', 'give-opinion', 'draft'],
  ['returned', 'give-opinion', 'returned'],
  ['reviewing', 'give-opinion', 'reviewing'],
  ['reviewing', 'request-return', 'reviewing'],
  ['queried', 'request-return', 'queried'],
  ['approved', 'request-return', 'approved'],
  ['reviewing', 'grant-return', 'returned'],
  ['queried', 'grant-return', 'returned'],
  ['approved', 'grant-return', 'returned'],
  ['submitted', 'clear-filing', 'reviewing'],
  ['reviewing', 'clear-filing', 'reviewing'],
  ['queried', 'clear-filing', 'reviewing'],
  ['submitted', 'return-filing', 'returned'],
  ['reviewing', 'return-filing', 'returned'],
  ['queried', 'return-filing', 'returned'],
  ['submitted', 'approve-filing', 'approved'],
  ['reviewing', 'approve-filing', 'approved'],
  ['queried', 'approve-filing', 'approved'],
  ['approved', 'undo-approval', 'reviewing'],
  ['draft', 'sign-filing', 'draft'],
  ['returned', 'sign-filing', 'returned'],
  ['submitted', 'sign-filing', 'submitted'],
  ['reviewing', 'sign-filing', 'reviewing'],
  ['queried', 'sign-filing', 'queried'],
  ['submitted', 'receive-sealed', 'submitted'],
  ['reviewing', 'receive-sealed', 'reviewing'],
  ['queried', 'receive-sealed', 'queried'],
  ['returned', 'receive-sealed', 'returned'],
  ['approved', 'receive-sealed', 'approved'],
  ['published', 'receive-sealed', 'published'],
  ['correcting', 'receive-sealed', 'correcting'],
  ['approved', 'publish-filing', 'published'],
  ['published', 'publish-filing', 'published'],
  ['draft', 'exempt-filing', 'exempt'],
  ['returned', 'exempt-filing', 'exempt'],
  ['exempt', 'readmit-filing', 'draft'],
]

describe.each(filingActs)('%s', act => {
  test.each(filingStates)('leads from %s where it is meant to, or is refused', state => {
    const meant = arrows.find(([from, by]) => from === state && by === act)?.[2] ?? null
    expect(stateAfter(state, act)).toBe(meant)
  })
})

const ready: Readiness = {
  ...({ isComplete: true, isSigned: true, practice: 'sign-first', hasNote: true } as const),
  isRequested: false,
}

test.each([
  ['submit-filing', { isComplete: false, isSigned: false }, 'complete'],
  ['submit-filing', { isSigned: false }, 'signed-first'],
  ['submit-filing', { isSigned: false, practice: 'review-first' }, null],
  ['sign-filing', { isComplete: false, isSigned: false }, 'complete'],
  ['sign-filing', { isSigned: false }, null],
  ['approve-filing', { isSigned: false, practice: 'review-first' }, 'signed'],
  ['approve-filing', { isComplete: false }, null],
  ['approve-filing', { hasNote: false }, null],
  ['return-filing', { hasNote: false }, 'note'],
  ['ask-filing', { hasNote: false }, 'note'],
  ['give-opinion', { hasNote: false }, 'note'],
  ['answer-question', { hasNote: false }, 'note'],
  ['undo-approval', { hasNote: false }, 'note'],
  ['exempt-filing', { hasNote: false }, 'note'],
  ['grant-return', {}, 'requested'],
  ['grant-return', { isRequested: true, hasNote: false, isSigned: false }, null],
  ['clear-filing', {}, 'review-first'],
  ['clear-filing', { practice: 'review-first', isSigned: false, hasNote: false }, null],
  ['request-return', { hasNote: false, isSigned: false }, null],
  ['amend-filing', { hasNote: false }, null],
  ['return-filing', { isComplete: false, isSigned: false }, null],
  ['publish-filing', { isComplete: false, isSigned: false, hasNote: false }, null],
  ['receive-sealed', { isComplete: false, isSigned: false, hasNote: false }, null],
  ['withdraw-filing', { isComplete: false, isSigned: false, hasNote: false }, null],
] as const)('%s of a filing with %j lacks %s', (act, lacking, need) => {
  expect(unmetNeed(act, { ...ready, ...lacking })).toBe(need)
})

test('the drawing for people says what the code does', async () => {
  await expect(lifecycleDoc()).toMatchFileSnapshot('../../docs/lifecycle.md')
})
