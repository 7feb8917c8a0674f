// Y03: a text that repeats last year's is asked to be renewed. What the form supplies, what the bot drafted, the opening and the names of
// laws do not count. Similarity is scored by some districts; the share is our own threshold.

import { passageOf } from '../../../reading/narrative/passage.ts'
import { alike } from '../../../reading/narrative/similar.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { writtenIn } from './passages.ts'
import type { SimilarRule } from './text-rule.ts'

/** From this share on it is said; the rules state none. */
const most = 0.5
const shown = 3

export const similar = ({ texts, supplied }: SimilarRule, judged: Judged): readonly Finding[] => {
  const before = writtenIn(texts, judged.before)
  const written = writtenIn(texts, judged)
  if (before.length === 0 || written.length === 0) return []
  const { share, sentences } = alike(
    written.map(({ passage }) => passage),
    before.map(({ passage }) => passage),
    [
      ...supplied.map(text =>
        text.replaceAll('{unit}', judged.unit.name).replaceAll('{year}', String(judged.year)),
      ),
      ...texts.flatMap(judged.drafted),
    ].map(text => passageOf(text)),
  )
  const [first] = sentences
  const place = first && written[first.passage]
  if (share < most || !first || !place) return []
  const quotes = sentences
    .slice(0, shown)
    .flatMap(each => written[each.passage]?.passage.quote(each.from, each.to) ?? [])
  return [
    {
      rule: 'Y03',
      severity: 'warning',
      message: 'Y03',
      cells: [],
      text: place.text,
      quote: quotes.join(' ／ '),
      facts: { share: Math.round(share * 100), count: sentences.length },
    },
  ]
}
