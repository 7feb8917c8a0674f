// The written texts a rule is about, ready to be read, and the finding about words in one of them.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import { type Passage, passageOf } from '../../../reading/passage.ts'

export type Written = { readonly text: TextKey; readonly passage: Passage }

/** Words of a passage by their places. */
export type Span = { readonly from: number; readonly to: number }

/** Texts that have words. */
export const writtenIn = (texts: readonly TextKey[], judged: Pick<Judged, 'text'>): readonly Written[] =>
  texts.flatMap(text => {
    const body = judged.text(text)
    return body ? [{ text, passage: passageOf(body) }] : []
  })

/** A finding about the words between two places. */
export const about = (
  { text, passage }: Written,
  { from, to }: Span,
  finding: Omit<Finding, 'text' | 'quote' | 'cells'> & Partial<Pick<Finding, 'cells'>>,
): Finding => ({ cells: [], ...finding, text, quote: passage.quote(from, to) })
