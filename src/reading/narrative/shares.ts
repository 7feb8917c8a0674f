// Percentages and growth in a text, tied to the count they belong to. It must not compute what they should be.

import { countsIn } from './counts.ts'
import { oncePer } from './once-per.ts'
import type { Passage } from './passage.ts'

export type Share = {
  readonly count: number
  readonly percent: number
  /** How many digits are printed behind the point. */
  readonly digits: number
  /** Counts that the same sentence named before: the share may be of one of these. */
  readonly others: readonly number[]
  readonly from: number
  readonly to: number
}

const topic = /申请|予以公开|不予公开|部分公开|无法提供|不予处理|其他处理|办结|答复/u
const tied =
  /^(?:申请)?(?:，|、|（)?(?:约)?(?:占比|占|比例)(?!地|用|据|道)[^，。；、\d（）]{0,16}?(\d+(?:\.(\d+))?)%|^（(\d+(?:\.(\d+))?)%）/u

/** N件，占P%: only in sentences about requests. */
export const sharesIn = oncePer((passage: Passage): readonly Share[] =>
  passage.sentences.flatMap(({ text, at, line }) => {
    if (!text.includes('%')) return []
    const paragraph = passage.lines[line]?.text ?? ''
    if (!topic.test(text) || !/申请/u.test(paragraph)) return []
    const counts = countsIn(text)
    return counts.flatMap((count, nth): readonly Share[] => {
      const after = text.slice(count.end, counts[nth + 1]?.at ?? text.length)
      const match = tied.exec(after)
      const clause = text.slice(counts[nth - 1]?.end ?? 0, count.at)
      if (!match || count.isVague || !/^(?:件|宗|起|份|个|条|件次|例)$/u.test(count.unit)) return []
      if (/建议|提案|投诉|信访|留言|信息\d*$|复议|诉讼/u.test(clause) || /[左近约]/u.test(match[0])) return []
      return [
        {
          count: count.number,
          percent: Number(match[1] ?? match[3]),
          digits: (match[2] ?? match[4] ?? '').length,
          others: counts.slice(0, nth).map(each => each.number),
          from: at + count.at,
          to: at + count.end + match[0].length,
        },
      ]
    })
  }),
)

export type Growth = {
  /** Signed: below zero for 下降. A percentage, or an absolute difference. */
  readonly change: number
  readonly isPercent: boolean
  readonly digits: number
  readonly sentence: number
  readonly from: number
  readonly to: number
}

const grown =
  /(?:同比|环比|与?(?:较|比)?(?:上一?年度?|去年|20\d\d年)(?:同期)?(?:的?\d+件)?(?:相比)?|相比|(?<=(?:同比|较|比)[^。；]{0,20}\d件[，、]))(?:申请量|数量|总量|有所|净|大幅|明显|，|略)*(增长|上升|增加|提高|增幅|增|下降|减少|回落|降低|下滑|减)(?:了|约|为|达|率为)*(\d+(?:\.(\d+))?)(%|件|个百分点|倍)/gu

/** 同比增长P%, 较上年减少N件. */
export const growthIn = oncePer((passage: Passage): readonly Growth[] =>
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
