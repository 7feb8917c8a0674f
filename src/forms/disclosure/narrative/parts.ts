// N06: the parts that a sentence lists add up to its whole: N条，其中A a条、B b条; N件（A a件、B b件). Parts of different
// kinds (applicants, channels, results) are lists of their own, and parts may overlap: a list of which some make up the
// whole is right. A list that says itself that it is not all, or is far from it, is no finding.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { type Count, countsIn } from '../../../reading/counts.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { labelBefore } from './labels.ts'
import { about, writtenIn } from './passages.ts'

export const parts = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'N06',
  severity: 'warning',
  source: 'seen in published reports: listed parts do not add up to their whole',
  messages: ['N06'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    partLists(written.passage)
      .filter(isBroken)
      .map(list =>
        about(written, list, {
          rule: 'N06',
          severity: 'warning',
          facts: { whole: list.whole, sum: sum(list.parts), parts: list.parts.join('＋') },
        }),
      ),
  )

const isBroken = ({ whole, parts, isOpen }: PartList): boolean => {
  const total = sum(parts)
  if (total === whole) return false
  if (total > whole) return !parts.some(part => part > whole * 10) && !hasSubset(parts, whole)
  if (isOpen) return false
  const share = total / whole
  return parts.length >= 4 || (parts.length === 3 ? share >= 0.8 : share >= 0.95)
}

/** Whether the whole is made up by all parts but a few: of a short list any, of a long one at most two. */
const hasSubset = (parts: readonly number[], whole: number): boolean => {
  const left = (from: number, rest: number, dropped: number): boolean => {
    if (rest === 0) return true
    if (rest < 0 || dropped === 0) return false
    return parts.slice(from).some((part, at) => part > 0 && left(from + at + 1, rest - part, dropped - 1))
  }
  return left(0, sum(parts) - whole, parts.length <= 5 ? parts.length - 1 : 2)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

type PartList = {
  readonly whole: number
  readonly parts: readonly number[]
  /** 等, 包括, 主要: the list says itself that it is not all. */
  readonly isOpen: boolean
  readonly unit: string
  readonly from: number
  readonly to: number
}

const skipped =
  /点击|转载|粉丝|浏览|访问|阅读|关注(?:量|人|数|用户)|播放|点赞|评论|用户|人次|同比|较上|增长|增加|减少|比上|占|累计/u
const opens = /等|包括|包含|主要|部分|尤其|特别|涉及|含|例如|如：/u
const fee = /收费|收取|处理费|费用|金额/u

/** Every list of parts in the passage. */
const partLists = oncePer((passage: Passage): readonly PartList[] =>
  passage.sentences.flatMap(({ text, at }) => {
    if (fee.test(text) || !/其中|（|分别|：/u.test(text)) return []
    const counts = countsIn(text)
    return counts.flatMap((whole, nth) => [
      ...inBrackets(text, at, counts, nth),
      ...behindWord(text, at, whole, counts, nth),
    ])
  }),
)

const inBrackets = (text: string, at: number, counts: readonly Count[], nth: number): readonly PartList[] => {
  const whole = counts[nth]
  if (!whole || text[whole.end] !== '（') return []
  const close = text.indexOf('）', whole.end)
  if (close < 0) return []
  const inside = counts.slice(nth + 1).filter(count => count.end <= close)
  return listOf(text, at, whole, inside, text.slice(whole.end, close), close + 1)
}

const behindWord = (
  text: string,
  at: number,
  whole: Count,
  counts: readonly Count[],
  nth: number,
): readonly PartList[] => {
  const after = text.slice(whole.end).replace(/^（[^（）]*）/u, words => '\u0000'.repeat(words.length))
  const opening =
    /^[\0]{0,1000}(?:[^，。；：、）\d]{0,6})(?:，(?:同比|较|比)[^，；。]{1,16})?[，；：（]?其中/u.exec(after)
  if (!opening) return []
  const from = whole.end + opening[0].length
  const rest = counts.slice(nth + 1).filter(count => count.at >= from)
  // A second 其中 breaks one of the parts up further.
  const inner = text.indexOf('其中', from)
  const parts = rest.filter(count => inner < 0 || count.at < inner)
  if (inner >= 0) return []
  const bracket = outside(text, from, parts)
  const kinds = Map.groupBy(bracket, count => kindOf(text, count, counts))
  return [...kinds.values()].flatMap(list => {
    const end = list.at(-1)?.end ?? from
    const semicolon = text.indexOf('；', from)
    const first = list.filter(count => semicolon < 0 || count.end <= semicolon)
    const isSplit = first.length > 1 && first.length < list.length
    const chosen = isSplit ? first : list
    return listOf(text, at, whole, chosen, text.slice(from, end), chosen.at(-1)?.end ?? end)
  })
}

/** Counts inside brackets explain one part and are none themselves. */
const outside = (text: string, from: number, parts: readonly Count[]): readonly Count[] =>
  parts.filter(count => {
    const before = text.slice(from, count.at)
    return before.split('（').length === before.split('）').length
  })

type Kind = 'applicants' | 'channels' | 'results' | 'other'
const channels =
  /网上|网络|网站|在线|平台|信函|邮寄|邮政|快递|当面|现场|窗口|邮件|邮箱|传真|来访|微信|书面|口头/u

const kindOf = (text: string, count: Count, counts: readonly Count[]): Kind => {
  const previous = counts.filter(each => each.end <= count.at).at(-1)
  const words = text.slice(previous?.end ?? 0, count.at)
  const [label] = labelBefore(words)?.quantities ?? []
  if (
    label === 'natural' ||
    label === 'organisations' ||
    /商业企业|科研机构|公益组织|法律服务机构|公民个人/u.test(words)
  )
    return 'applicants'
  if (label && /申请|公开|提供|处理|结转|撤/u.test(words)) return 'results'
  return channels.test(words) && /申请|方式|渠道/u.test(text) ? 'channels' : 'other'
}

const listOf = (
  text: string,
  at: number,
  whole: Count,
  counts: readonly Count[],
  words: string,
  end: number,
): readonly PartList[] => {
  const parts = counts.filter((count, nth) => {
    const before = text.slice(counts[nth - 1]?.end ?? whole.end, count.at)
    return count.unit === whole.unit && !skipped.test(before) && !/百分|率/u.test(before)
  })
  if (whole.isVague || parts.some(part => part.isVague) || parts.length < 2) return []
  const from = 1 + Math.max(...[...'，。；：、）'].map(sign => text.lastIndexOf(sign, whole.at - 1)))
  return [
    {
      whole: whole.number,
      parts: parts.map(part => part.number),
      isOpen: opens.test(words),
      unit: whole.unit,
      from: at + from,
      to: at + end,
    },
  ]
}
