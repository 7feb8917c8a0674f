// F03: no headings of the first rank inside a text: the report has the form's sections alone.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, writtenIn } from './passages.ts'

export const extraHeadings = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'F03',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号: the parts of the form, 不宜泛化',
  messages: ['F03'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => {
    const [first, ...rest] = firstHeadings(written.passage)
    if (!first) return []
    return [
      about(written, first, {
        rule: 'F03',
        severity: 'warning',
        facts: { more: rest.length },
      }),
    ]
  })

const first = /^[一二三四五六七八九十]{1,3}、[^。；]{2,36}$/u

/** Lines that are headings of the first rank: 二、工作机制保障. */
const firstHeadings = (passage: Passage) =>
  passage.lines
    .filter(({ text }) => first.test(text) && !/，/u.test(text))
    .map(({ text, at }) => ({ from: at, to: at + text.length }))
