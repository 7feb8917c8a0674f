// N05: a stated growth is the growth against last year's report, in one of the ways its quantity can be read.

import type { Quantity } from '../../../reading/narrative/labels.ts'
import { requestsIn } from '../../../reading/narrative/requests.ts'
import { type Growth, growthIn } from '../../../reading/narrative/shares.ts'
import type { CellKey } from '../../form.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { meant } from './meant.ts'
import { about, type Written, writtenIn } from './passages.ts'
import type { GrowthRule, Meaning, Meanings } from './text-rule.ts'

export const growth = ({ texts, meanings }: GrowthRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    growthIn(written.passage).flatMap(each => judgeGrowth(written, each, meanings, judged)),
  )

const judgeGrowth = (
  written: Written,
  grown: Growth,
  meanings: Meanings,
  judged: Judged,
): readonly Finding[] => {
  const mention = requestsIn(written.passage, judged.year)
    .filter(
      each => each.sentence === grown.sentence && each.to <= grown.from && grown.from - each.to <= reach,
    )
    .at(-1)
  const [quantity] = mention?.quantities ?? []
  if (!mention || !quantity || mention.quantities.length > 1 || mention.isPart || mention.isVague) return []
  const pairs = pairsOf(meaningsFor(quantity, meanings), judged, mention.number)
  if (!pairs || pairs.length === 0) return []
  const step = grown.isPercent ? 10 ** -grown.digits : 0
  const change = (now: number, before: number) => (grown.isPercent ? (now / before - 1) * 100 : now - before)
  if (pairs.some(([now, before]) => Math.abs(change(now, before) - grown.change) <= step * (1 + 1e-9)))
    return []
  const [[now, before] = [0, 0]] = pairs
  const right = change(now, before)
  return [
    about(
      written,
      { from: mention.at, to: grown.to },
      {
        rule: 'N05',
        severity: 'warning',
        message: 'N05',
        facts: { now, before, change: grown.isPercent ? `${right.toFixed(grown.digits)}%` : String(right) },
      },
    ),
  ]
}

/** Between a count and its growth stand at most these signs: a list of parts, perhaps in brackets. */
const reach = 160

/** For requests that came in, any of the totals may have been compared. */
const meaningsFor = (quantity: Quantity, meanings: Meanings): readonly Meaning[] =>
  quantity === 'received' || quantity === 'dealt-with' ? meanings['dealt-with'] : meanings[quantity]

/** This year's and last year's amounts, the way that the text itself counts first; undefined without last year's. */
const pairsOf = (
  meanings: readonly Meaning[],
  judged: Judged,
  said: number,
): readonly (readonly [number, number])[] | undefined => {
  const pairs: (readonly [number, number])[] = []
  let isSaid = false
  for (const meaning of meanings) {
    const now = meant(meaning, judged.amount, cell => judged.value(cell) === null)
    const before = meant(meaning, judged.before.amount, never)
    const earlier = before?.exact[0]
    if (earlier === undefined) return undefined
    if (earlier <= 0) continue
    const amount = now?.exact[0] ?? said
    isSaid ||= amount === said
    if (amount === said) pairs.unshift([amount, earlier])
    else pairs.push([amount, earlier])
  }
  return isSaid ? pairs : [...pairs.map(([, earlier]) => [said, earlier] as const), ...pairs]
}

const never = (_: CellKey) => false
