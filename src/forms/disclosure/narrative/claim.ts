// A sweeping statement in a text: where it stands and what its sentence is limited to.

import { scopeIn } from './scope.ts'

export type Claim = { readonly from: number; readonly to: number; readonly scope: string | null }

/** The claim that a pattern found in a sentence; `at` is where the sentence starts. */
export const claimAt = (text: string, at: number, match: RegExpExecArray): Claim => ({
  from: at + match.index,
  to: at + match.index + match[0].length,
  scope: scopeIn(text),
})
