// The same words with two different numbers in two paragraphs. It must not decide which is right.

import { countsIn } from './counts.ts'
import { oncePer } from './once-per.ts'
import type { Passage } from './passage.ts'

type Place = { readonly from: number; readonly to: number }

const facts =
  /(?:主动公开(?:各类)?(?:政府|政务)?信息|人大(?:代表)?建议|政协(?:委员)?提案|发布政策解读|行政规范性文件)$/u
const fill =
  /(?:20\d\d年(?:度)?|全年|本年度|年度|共计|共|累计|合计|总计|我局|我街道|我镇|本机关|街道|向社会|的|了|，|：)/gu
const narrow = /网站|公众号|平台|微信|微博|公开栏|渠道|通过|其中|上半年|季度|解读|较|比|截/u

/** Whole clauses that name a fact alike, and count it differently in another paragraph. */
export const repeatedCounts = oncePer(
  (passage: Passage): readonly { readonly first: Place; readonly second: Place }[] => {
    const seen = new Map<string, Place & { number: number; line: number }>()
    const found: { first: Place; second: Place }[] = []
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
