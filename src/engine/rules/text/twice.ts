// N07: one fact, two numbers in two paragraphs. Only the same quantity without scope or part, and only where the
// tables do not already say which is right.

import { repeatedCounts } from '../../../reading/narrative/repeated.ts'
import { requestsIn } from '../../../reading/narrative/requests.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { meant } from './meant.ts'
import { about, writtenIn } from './passages.ts'
import type { TwiceRule } from './text-rule.ts'

export const twice = ({ texts, meanings }: TwiceRule, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  const mentions = written.flatMap(each =>
    requestsIn(each.passage, judged.year)
      .filter(({ scope, isPart, isVague, isLoose }) => scope === null && !isPart && !isVague && !isLoose)
      .map(mention => ({ written: each, mention, key: mention.quantities.join('+') })),
  )
  const found: Finding[] = []
  for (const [key, list] of Map.groupBy(mentions, ({ key }) => key)) {
    const [first, ...rest] = list
    const [quantity] = first?.mention.quantities ?? []
    if (!first || !quantity || key === 'carried' || key === 'dealt-with') continue
    // Where the table is known, N01 says which number is wrong.
    const isKnown = meanings[quantity].some(meaning => meant(meaning, judged.amount, () => false))
    const other = rest.find(
      ({ written, mention }) =>
        mention.number !== first.mention.number &&
        (written !== first.written || mention.sentence !== first.mention.sentence),
    )
    if (
      isKnown ||
      !other ||
      (key === 'received' && isCarried(mentions, first.mention.number, other.mention.number))
    )
      continue
    found.push(
      about(other.written, other.mention, {
        rule: 'N07',
        severity: 'warning',
        message: 'N07.requests',
        facts: { first: first.written.passage.quote(first.mention.from, first.mention.to) },
      }),
    )
  }
  const repeated = written.flatMap(each =>
    repeatedCounts(each.passage).map(({ first, second }) =>
      about(each, second, {
        rule: 'N07',
        severity: 'warning',
        message: 'N07.words',
        facts: { first: each.passage.quote(first.from, first.to) },
      }),
    ),
  )
  return [...found, ...repeated]
}

/** 收到 may be with or without what was carried in. */
const isCarried = (
  mentions: readonly { readonly mention: { readonly number: number }; readonly key: string }[],
  one: number,
  other: number,
): boolean =>
  mentions.some(({ key, mention }) => key.startsWith('carried') && mention.number === Math.abs(one - other))
