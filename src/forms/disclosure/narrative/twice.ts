// N07: one fact, two numbers in two paragraphs. Only the same quantity without scope or part, and only where the tables do
// not already say which is right; or the same words with two numbers. It must not decide which is right.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { countsIn } from '../../../reading/counts.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { type Meanings, meant } from './meant.ts'
import { about, type Span, writtenIn } from './passages.ts'
import { requestsIn } from './request-mentions.ts'

type Data = { readonly texts: readonly TextKey[]; readonly meanings: Meanings }

export const twice = (data: Data): Rule => ({
  id: 'N07',
  severity: 'warning',
  source: 'seen in published reports: one fact with two numbers',
  messages: ['N07.requests', 'N07.words'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, meanings }: Data, judged: Judged): readonly Finding[] => {
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

const facts =
  /(?:主动公开(?:各类)?(?:政府|政务)?信息|人大(?:代表)?建议|政协(?:委员)?提案|发布政策解读|行政规范性文件)$/u
const fill =
  /(?:20\d\d年(?:度)?|全年|本年度|年度|共计|共|累计|合计|总计|我局|我街道|我镇|本机关|街道|向社会|的|了|，|：)/gu
const narrow = /网站|公众号|平台|微信|微博|公开栏|渠道|通过|其中|上半年|季度|解读|较|比|截/u

/** Whole clauses that name a fact alike, and count it differently in another paragraph. */
const repeatedCounts = oncePer(
  (passage: Passage): readonly { readonly first: Span; readonly second: Span }[] => {
    const seen = new Map<string, Span & { number: number; line: number }>()
    const found: { first: Span; second: Span }[] = []
    for (const { text, at, line } of passage.sentences) {
      const counts = countsIn(text)
      for (const [nth, count] of counts.entries()) {
        const left = text.slice(counts[nth - 1]?.end ?? 0, count.at)
        const clause = left.split(/[，；：。、（）]/u).at(-1) ?? ''
        if (
          count.isVague ||
          narrow.test(
            text
              .slice(0, count.at)
              .split(/[；。]/u)
              .at(-1) ?? '',
          )
        )
          continue
        const words = clause.replace(fill, '')
        if (!facts.test(words)) continue
        const place = { from: at + count.at - clause.length, to: at + count.end, number: count.number, line }
        const key = `${words} ${count.unit}`
        const first = seen.get(key)
        if (!first) seen.set(key, place)
        else if (first.number !== place.number && first.line !== line) found.push({ first, second: place })
      }
    }
    return found
  },
)
