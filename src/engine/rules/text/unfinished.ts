// F03: no headings of the first rank inside a text. F11: no figure or subsection left empty. F12: a list of the
// report's parts names all six.

import {
  emptySections,
  firstHeadings,
  missingFigures,
  partsLeftOut,
} from '../../../reading/narrative/outline.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { WordsRule } from './text-rule.ts'

export const extraHeadings = ({ texts }: WordsRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => {
    const [first, ...rest] = firstHeadings(written.passage)
    if (!first) return []
    return [
      about(written, first, {
        rule: 'F03',
        severity: 'warning',
        message: 'F03',
        facts: { more: rest.length },
      }),
    ]
  })

export const unfinished = ({ texts }: WordsRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => [
    ...missingFigures(written.passage).map(each =>
      about(written, each, { rule: 'F11', severity: 'warning', message: 'F11.figure' }),
    ),
    ...emptySections(written.passage).map(each =>
      about(written, each, { rule: 'F11', severity: 'warning', message: 'F11.section' }),
    ),
  ])

export const composed = ({ texts }: WordsRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    partsLeftOut(written.passage).map(each =>
      about(written, each, {
        rule: 'F12',
        severity: 'warning',
        message: 'F12',
        facts: { said: each.said, absent: each.absent.join('、') || '—' },
      }),
    ),
  )
