// F12: a list of the report's parts (由…六个部分组成) names all of them.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, type Span, writtenIn } from './passages.ts'

export const composed = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'F12',
  severity: 'warning',
  source: 'seen in published reports: a list of the parts leaves some out',
  messages: ['F12', 'F12.count'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    partsLeftOut(written.passage).map(each =>
      about(written, each, {
        rule: 'F12',
        severity: 'warning',
        ...(each.absent.length === 0 && { message: 'F12.count' }),
        facts: { said: each.said, absent: each.absent.join('、') },
      }),
    ),
  )

const six: readonly (readonly [string, RegExp])[] = [
  ['总体情况', /总体情况|概述|基本情况|总体/u],
  ['主动公开政府信息情况', /主动公开/u],
  ['收到和处理政府信息公开申请情况', /申请(?!行政复议|复议)/u],
  ['政府信息公开行政复议、行政诉讼情况', /复议|诉讼/u],
  ['存在的主要问题及改进情况', /问题|改进/u],
  ['其他需要报告的事项', /其[他它]/u],
]
const listed =
  /(?:由|包括|包含|分为|涵盖|内容有)([^。]{6,220}?)(?:等)?([一二三四五六七八九十]|\d{1,2})个?(?:部分|方面|章节|项内容)(?:组成|构成|内容)?/gu

/** The parts of the six that such a list leaves out. The number said alone is no list. */
const partsLeftOut = (
  passage: Passage,
): readonly (Span & { readonly absent: readonly string[]; readonly said: string })[] =>
  passage.sentences.flatMap(({ text, at }) =>
    [...text.matchAll(listed)].flatMap(match => {
      const list = match[1] ?? ''
      const named = six.filter(([, words]) => words.test(list))
      const absent = six.filter(([, words]) => !words.test(list)).map(([name]) => name)
      const isSix = /^(?:六|6)$/u.test(match[2] ?? '')
      if (named.length < 3 || (absent.length === 0 && isSix)) return []
      const from = at + match.index
      return [{ from, to: from + match[0].length, absent, said: match[2] ?? '' }]
    }),
  )
