// F05: a stated period is the report year, 1 January to 31 December. A text that states none is no finding.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, writtenIn } from './passages.ts'

export const period = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'F05',
  severity: 'error',
  source:
    '条例 article 49: the report is that of the year before; a wrong 统计期限 was seen in published reports',
  messages: ['F05'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    periodsIn(written.passage)
      .filter(each => !isYear(each, judged.year))
      .map(each =>
        about(written, each, {
          rule: 'F05',
          severity: 'error',
          facts: { year: judged.year },
        }),
      ),
  )

const isYear = ({ start, end }: Period, year: number): boolean =>
  start.year === year &&
  start.month === 1 &&
  start.day === 1 &&
  end.year === year &&
  end.month === 12 &&
  end.day === 31

type Day = { readonly year: number; readonly month: number; readonly day: number }
type Period = { readonly start: Day; readonly end: Day; readonly from: number; readonly to: number }

const date = String.raw`(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})日?`
const span = new RegExp(`${date}(?:0时|零时)?(?:起|开始)?(?:至|到|—{1,8}|-{1,8}|－|～|~|止至)${date}`, 'gu')
const months =
  /(\d{4})年(?:度)?(\d{1,2})月(?:份)?(?:起)?(?:至|到|—{1,8}|-{1,8}|～|~)(?:(\d{4})年)?(\d{1,2})月(?!\d{1,2}日|\d)/gu
const stating =
  /统计(?:期限|时限|周期|期间|时间|时段|范围|区间|口径|截止|数据|起止)|期限|时限|(?:所列|相关|有关|全部)数据|数据(?:的)?(?:统计|起止|期|时|截)|报告期/u

/** Periods in sentences that say they are what the figures cover. A year left out is the start's. */
const periodsIn = (passage: Passage): readonly Period[] =>
  passage.sentences.flatMap(({ text, at }) => {
    if (!stating.test(text)) return []
    const days = [...text.matchAll(span)].flatMap((match): readonly Period[] => {
      const [whole, y1, m1, d1, y2, m2, d2] = match
      if (!y1 || !isStated(text, match.index)) return []
      const start = { year: Number(y1), month: Number(m1), day: Number(d1) }
      const end = { year: Number(y2 ?? y1), month: Number(m2), day: Number(d2) }
      return [{ start, end, from: at + match.index, to: at + match.index + whole.length }]
    })
    const whole = [...text.matchAll(months)].flatMap((match): readonly Period[] => {
      const [words, y1, m1, y2, m2] = match
      if (!isStated(text, match.index)) return []
      const start = { year: Number(y1), month: Number(m1), day: 1 }
      const end = { year: Number(y2 ?? y1), month: Number(m2), day: 31 }
      return [{ start, end, from: at + match.index, to: at + match.index + words.length }]
    })
    return [...days, ...whole]
  })

/** The words that say so stand in the same clause or the one before. */
const isStated = (text: string, at: number): boolean => stating.test(text.slice(Math.max(0, at - 40), at))
