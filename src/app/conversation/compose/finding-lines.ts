// The findings that a change brought about, each in a sentence.

import type { Finding } from '../../../engine/rules/finding.ts'
import { findingWords } from '../../../i18n/finding-words.ts'
import type { Line } from '../../message.ts'
import { plain, type View, valueIn } from './view.ts'

/** The first few; the rest are put one after the other. */
export const findingLines = (view: View, findings: readonly Finding[]): readonly Line[] =>
  findings
    .slice(0, fewFindings)
    .map(finding => plain(findingWords(view.words, view.form, finding, key => valueIn(view, key))))

const fewFindings = 3
