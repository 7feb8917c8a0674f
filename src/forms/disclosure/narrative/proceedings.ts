// Mentions of reviews and suits about disclosure in a text: how many, and how they ended. Other proceedings are counted in
// the same words, so that doubt is silence. It must not compare with any cell.

import type { Passage } from '../../../reading/passage.ts'
import { isOtherPeriod, scopeIn } from './scope.ts'

export type Court = 'reviews' | 'suits'
export type DisputeOutcome = 'total' | 'upheld' | 'corrected' | 'other' | 'pending'

export type Proceeding = {
  /** Both where one number is said of reviews and suits together. */
  readonly courts: readonly Court[]
  readonly outcome: DisputeOutcome
  readonly number: number
  readonly scope: string | null
  readonly from: number
  readonly to: number
}

const court = '(?:行政复议|复议|行政诉讼|行政应诉|诉讼)'
const counted = new RegExp(
  `((?:${court}(?:、|和|及|与|以及)?){1,2})(?:类)?(?:案件|案|申请|情况)?(?:的)?(?:数量|数|总数)?(?:共计|共有|合计|总计|共|为|有|：|的)?(\\d{1,15})(?:件次|件|起|宗|例|次)`,
  'gu',
)
const outcomes: readonly (readonly [DisputeOutcome, RegExp])[] = [
  ['upheld', /(?:结果)?(?:予以|被|获)?维持(?:原行政行为|原决定)?(?:共|为|的)?(\d{1,15})(?:件|起|宗|例)/gu],
  ['corrected', /(?:结果)?(?:被)?(?:纠正|纠错|撤销|确认违法)(?:共|为|的)?(\d{1,15})(?:件|起|宗|例)/gu],
  ['other', /其他结果(?:共|为|的)?(\d{1,15})(?:件|起|宗|例)/gu],
  ['pending', /(?:尚未审结|未审结|尚在审理|正在审理|审理中)(?:的|共|为)?(\d{1,15})(?:件|起|宗|例)/gu],
]
/** A part, another year, or work that is not the unit's own case. */
const aside = /其中|结转|审结|维持|纠正|上年|未|经|代理|协助|参与|通过/u
const duty =
  /办理|受理|审理|代理|出庭|参加|参与|化解|调解|指导|听证|收到.{0,4}行政复议申请|宣传|培训|制度|应诉率/u

/** Counts of reviews and suits, joint ones too: 行政复议、行政诉讼案件共16件; and their results: 维持4件、纠正2件. */
export const proceedingsIn = (passage: Passage, year: number): readonly Proceeding[] =>
  passage.sentences.flatMap(({ text, at }) => {
    if (!/复议|诉讼|应诉/u.test(text)) return []
    const scope = scopeIn(text)
    return clausesOf(text).flatMap(({ words, from }) => {
      const isOurs = /公开/u.test(words) || (!/公开/u.test(text) && !duty.test(words))
      if (!isOurs || isOtherPeriod(words, year)) return []
      const totals = [...words.matchAll(counted)].flatMap(match => totalOf(words, match))
      const [only] = totals
      const ends = totals.length === 1 && only ? resultsOf(words, only) : []
      return [...totals, ...ends].map(found => ({
        ...found,
        scope,
        from: at + from + found.from,
        to: at + from + found.to,
      }))
    })
  })

type Found = Omit<Proceeding, 'scope'>

const totalOf = (words: string, match: RegExpExecArray): readonly Found[] => {
  const before = words.slice(Math.max(0, match.index - 12), match.index)
  if (aside.test(before)) return []
  const named = match[1] ?? ''
  const courts: readonly Court[] = [
    ...(/复议/u.test(named) ? (['reviews'] as const) : []),
    ...(/诉讼|应诉/u.test(named) ? (['suits'] as const) : []),
  ]
  const place = { from: match.index, to: match.index + match[0].length }
  return [{ courts, outcome: 'total', number: Number(match[2]), ...place }]
}

/** The results behind the only total of a clause are its own; 经复议维持 before a suit is none. */
const resultsOf = (words: string, { courts, to }: Found): readonly Found[] => {
  const behind = words.slice(to)
  if (/复议|诉讼|应诉|起诉/u.test(behind)) return []
  return outcomes.flatMap(([outcome, pattern]) =>
    [...behind.matchAll(pattern)].map(match => ({
      courts,
      outcome,
      number: Number(match[1]),
      from: to + match.index,
      to: to + match.index + match[0].length,
    })),
  )
}

const clausesOf = (text: string): readonly { readonly words: string; readonly from: number }[] =>
  [...text.matchAll(/[^；。]{1,1000}/gu)].map(match => ({ words: match[0], from: match.index }))
