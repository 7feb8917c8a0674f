// F11: no figure and no subsection is left empty.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, type Span, writtenIn } from './passages.ts'

export const unfinished = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'F11',
  severity: 'warning',
  source: 'seen in published reports: a measure word without its number, a heading without a text',
  messages: ['F11.figure', 'F11.section'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => [
    ...missingFigures(written.passage).map(each =>
      about(written, each, { rule: 'F11', severity: 'warning', message: 'F11.figure' }),
    ),
    ...emptySections(written.passage).map(each =>
      about(written, each, { rule: 'F11', severity: 'warning', message: 'F11.section' }),
    ),
  ])

const second = /^（[一二三四五六七八九十]{1,3}）/u

const topical = /主动公开|依申请|公开申请|信息管理|平台|监督|保障|问题|措施|改进|考核/u

/** Bare headings of the second rank with nothing below, where others have a text. */
const emptySections = (passage: Passage): readonly Span[] => {
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
  /(?:公开|发布|推送|更新|上传|报送)(?:各类|政府|政务|工作|动态){0,8}(?:信息|文件|稿件)(?:共|共计)?(?:条|篇|件)(?=[，。；、）]|$)/gmu,
  /(?:共|全年|年度)(?:收到|受理|新收)(?:政府|政务)?(?:信息)?(?:公开)?申请(?:共)?(?:件|条|份)(?=[，。；、）]|$)/gmu,
  /(?:共计|合计|总计|累计|共有)(?:件|条|篇|次|期|场|份|人次|万元|元)(?=[，。；、）]|$)/gmu,
  /(?:制定|制发|废止|现行有效)(?:的)?(?:行政)?规范性文件(?:件|份)(?=[，。；、）]|$)/gmu,
  // 公开信息135，
  /(?:公开|发布|推送|更新|上传)[^，。；、\d]{0,12}(?:信息|文件|稿件)(?:共|共计|总数)?\d{1,15}(?=[，。；、）]|$)/gmu,
  /(?:收到|受理|新收|答复|办结)[^，。；、\d]{0,16}申请(?:共|共计)?\d{1,15}(?=[，。；、）]|$)/gmu,
]

/** A measure word without its number, or a number without its measure word. */
const missingFigures = (passage: Passage): readonly Span[] =>
  missing.flatMap(pattern =>
    [...passage.plain.matchAll(pattern)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
    })),
  )
