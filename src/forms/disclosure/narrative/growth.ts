// N05: a stated growth is the growth against last year's report, in one of the ways its quantity can be read.

import type { CellKey, TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import type { RequestQuantity } from './labels.ts'
import { type Meaning, type Meanings, meant } from './meant.ts'
import { about, type Written, writtenIn } from './passages.ts'
import { type Mention, requestsIn } from './request-mentions.ts'

type Data = { readonly texts: readonly TextKey[]; readonly meanings: Meanings }

export const growth = (data: Data): Rule => ({
  id: 'N05',
  severity: 'warning',
  source: "seen in published reports: a growth that last year's report does not bear out",
  messages: ['N05'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, meanings }: Data, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => {
    const growths = growthIn(written.passage)
    if (growths.length === 0) return []
    const mentions = Map.groupBy(requestsIn(written.passage, judged.year), ({ sentence }) => sentence)
    return growths.flatMap(each =>
      judgeGrowth(written, each, mentions.get(each.sentence) ?? [], meanings, judged),
    )
  })

const judgeGrowth = (
  written: Written,
  grown: Growth,
  mentions: readonly Mention[],
  meanings: Meanings,
  judged: Judged,
): readonly Finding[] => {
  const mention = mentions.filter(each => each.to <= grown.from && grown.from - each.to <= reach).at(-1)
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
        facts: { now, before, change: grown.isPercent ? `${right.toFixed(grown.digits)}%` : String(right) },
      },
    ),
  ]
}

/** Between a count and its growth stand at most these signs: a list of parts, perhaps in brackets. */
const reach = 160

/** For requests that came in, any of the totals may have been compared. */
const meaningsFor = (quantity: RequestQuantity, meanings: Meanings): readonly Meaning[] =>
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

type Growth = {
  /** Signed: below zero for 下降. A percentage, or an absolute difference. */
  readonly change: number
  readonly isPercent: boolean
  readonly digits: number
  readonly sentence: number
  readonly from: number
  readonly to: number
}

const grown =
  /(?:同比|环比|与?(?:较|比)?(?:上一?年度?|去年|20\d\d年)(?:同期)?(?:的?\d{1,15}件)?(?:相比)?|相比|(?<=(?:同比|较|比)[^。；]{0,20}\d件[，、]))(?:申请量|数量|总量|有所|净|大幅|明显|，|略){0,12}(增长|上升|增加|提高|增幅|增|下降|减少|回落|降低|下滑|减)(?:了|约|为|达|率为){0,8}(\d{1,15}(?:\.(\d{1,15}))?)(%|件|个百分点|倍)/gu

/** 同比增长P%, 较上年减少N件. */
const growthIn = oncePer((passage: Passage): readonly Growth[] =>
  passage.sentences.flatMap(({ text, at }, sentence) =>
    [...text.matchAll(grown)].flatMap((match): readonly Growth[] => {
      const [whole, way = '', amount = '', decimals = '', unit] = match
      if ((unit !== '%' && unit !== '件') || /环比|约/u.test(whole)) return []
      const sign = /降|减|落|滑/u.test(way) ? -1 : 1
      return [
        {
          change: sign * Number(amount),
          isPercent: unit === '%',
          digits: decimals.length,
          sentence,
          from: at + match.index,
          to: at + match.index + whole.length,
        },
      ]
    }),
  ),
)
