// Headings inside a text, subsections that are empty, figures that are missing, and the list of the report's parts.

import type { Passage } from './passage.ts'

type Place = { readonly from: number; readonly to: number }

const first = /^[一二三四五六七八九十]{1,3}、[^。；]{2,36}$/u
const second = /^（[一二三四五六七八九十]{1,3}）/u

/** Lines that are headings of the first rank: 二、工作机制保障. */
export const firstHeadings = (passage: Passage): readonly Place[] =>
  passage.lines
    .filter(({ text }) => first.test(text) && !/，/u.test(text))
    .map(({ text, at }) => ({ from: at, to: at + text.length }))

const topical = /主动公开|依申请|公开申请|信息管理|平台|监督|保障|问题|措施|改进|考核/u

/** Bare headings of the second rank with nothing below, where others have a text. */
export const emptySections = (passage: Passage): readonly Place[] => {
  const lines = passage.lines.filter(({ text }) => text !== '')
  const heads = lines.map(({ text }) => second.test(text))
  const bare = lines.map(({ text }, at) => heads[at] && text.length <= 26 && !/[。，；！…]/u.test(text))
  const isEmpty = lines.map((_, at) => bare[at] && (heads[at + 1] || at === lines.length - 1))
  const isFilled = lines.some((_, at) => heads[at] && !isEmpty[at])
  if (!isFilled) return []
  return lines
    .filter(({ text }, at) => isEmpty[at] && topical.test(text))
    .map(({ text, at }) => ({ from: at, to: at + text.length }))
}

const missing: readonly RegExp[] = [
  // 公开信息条，
  /(?:公开|发布|推送|更新|上传|报送)(?:各类|政府|政务|工作|动态)*(?:信息|文件|稿件)(?:共|共计)?(?:条|篇|件)(?=[，。；、）]|$)/gmu,
  /(?:共|全年|年度)(?:收到|受理|新收)(?:政府|政务)?(?:信息)?(?:公开)?申请(?:共)?(?:件|条|份)(?=[，。；、）]|$)/gmu,
  /(?:共计|合计|总计|累计|共有)(?:件|条|篇|次|期|场|份|人次|万元|元)(?=[，。；、）]|$)/gmu,
  /(?:制定|制发|废止|现行有效)(?:的)?(?:行政)?规范性文件(?:件|份)(?=[，。；、）]|$)/gmu,
  // 公开信息135，
  /(?:公开|发布|推送|更新|上传)[^，。；、\d]{0,12}(?:信息|文件|稿件)(?:共|共计|总数)?\d+(?=[，。；、）]|$)/gmu,
  /(?:收到|受理|新收|答复|办结)[^，。；、\d]{0,16}申请(?:共|共计)?\d+(?=[，。；、）]|$)/gmu,
]

/** A measure word without its number, or a number without its measure word. */
export const missingFigures = (passage: Passage): readonly Place[] =>
  missing.flatMap(pattern =>
    [...passage.plain.matchAll(pattern)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
    })),
  )

const six: readonly (readonly [string, RegExp])[] = [
  ['总体情况', /总体情况|概述|基本情况|总体/u],
  ['主动公开政府信息情况', /主动公开/u],
  ['收到和处理政府信息公开申请情况', /申请(?!行政复议|复议)/u],
  ['政府信息公开行政复议、行政诉讼情况', /复议|诉讼/u],
  ['存在的主要问题及改进情况', /问题|改进/u],
  ['其他需要报告的事项', /其[他它]/u],
]
const composed =
  /(?:由|包括|包含|分为|涵盖|内容有)([^。]{6,220}?)(?:等)?([一二三四五六七八九十]|\d{1,2})个?(?:部分|方面|章节|项内容)(?:组成|构成|内容)?/gu

/** 由…六个部分组成: what of the six its list leaves out. The number said alone is no list. */
export const partsLeftOut = (
  passage: Passage,
): readonly (Place & { readonly absent: readonly string[]; readonly said: string })[] =>
  passage.sentences.flatMap(({ text, at }) =>
    [...text.matchAll(composed)].flatMap(match => {
      const list = match[1] ?? ''
      const named = six.filter(([, words]) => words.test(list))
      const absent = six.filter(([, words]) => !words.test(list)).map(([name]) => name)
      const isSix = /^(?:六|6)$/u.test(match[2] ?? '')
      if (named.length < 3 || (absent.length === 0 && isSix)) return []
      const from = at + match.index
      return [{ from, to: from + match[0].length, absent, said: match[2] ?? '' }]
    }),
  )
