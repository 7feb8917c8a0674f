// N03 about 表四: a text's count of reviews and suits is asked about where no total fits. It never blocks: texts count by
// other bases (备案, 本级, 应诉).

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { type Meaning, meant } from './meant.ts'
import { about, writtenIn } from './passages.ts'
import { isOtherPeriod } from './scope.ts'

type Data = {
  readonly texts: readonly TextKey[]
  /** The totals, and the sums that may be meant by them. */
  readonly reviews: readonly Meaning[]
  readonly suits: readonly Meaning[]
}

export const disputes = (data: Data): Rule => ({
  id: 'N03',
  severity: 'warning',
  source: 'seen in published reports: a text counts reviews and suits otherwise than the table',
  messages: ['N03.disputes'],
  judge: judged => judge(data, judged),
})

const judge = (rule: Data, judged: Judged): readonly Finding[] =>
  writtenIn(rule.texts, judged).flatMap(written => {
    const broken = proceedingsIn(written.passage, judged.year).flatMap(mention => {
      const meanings = mention.subject === 'reviews' ? rule.reviews : rule.suits
      const readings = meanings.map(meaning =>
        meant(meaning, judged.amount, cell => judged.value(cell) === null),
      )
      if (readings.some(reading => !reading || reading.exact.includes(mention.number))) return []
      const values = meanings.map(({ name }, at) => `${name} ${readings[at]?.exact[0]}`)
      return [{ mention, values, cells: meanings.flatMap(({ cells }) => cells) }]
    })
    const [first] = broken
    const last = broken.at(-1)
    if (!first || !last) return []
    return [
      about(
        written,
        { from: first.mention.from, to: last.mention.to },
        {
          rule: 'N03',
          severity: 'warning',
          message: 'N03.disputes',
          cells: [...new Set(broken.flatMap(({ cells }) => cells))],
          facts: { table: broken.flatMap(({ values }) => values).join('、') },
        },
      ),
    ]
  })

type Proceeding = {
  readonly subject: 'reviews' | 'suits'
  readonly number: number
  readonly from: number
  readonly to: number
}

const proceedings =
  /(?:(信息公开|依申请公开|公开|公开领域|公开类|申请)[^，。；\d]{0,16})?(行政复议|复议|行政诉讼|行政应诉|诉讼)(?:案件|案|申请|情况)?(?:的)?(?:数量|数|总数)?(?:共|共计|为|有|：|的)?(\d{1,15})(?:件|起|宗|例)/gu

/** Reviews and suits about disclosure, counted: 信息公开类行政复议7件，诉讼9件. */
const proceedingsIn = (passage: Passage, year: number): readonly Proceeding[] =>
  passage.sentences.flatMap(({ text, at }) => {
    if (!/公开/u.test(text) || !/复议|诉讼|应诉/u.test(text)) return []
    return [...text.matchAll(proceedings)].flatMap((match): readonly Proceeding[] => {
      const before = text.slice(Math.max(0, match.index - 12), match.index)
      const clause =
        (text
          .slice(0, match.index)
          .split(/[；。]/u)
          .at(-1) ?? '') + match[0]
      if (!/公开/u.test(clause) || isOtherPeriod(clause, year)) return []
      if (/其中|结转|审结|维持|纠正|上年|未|经|代理|协助|参与|通过/u.test(before)) return []
      const from = at + match.index
      return [
        {
          subject: /复议/u.test(match[2] ?? '') ? 'reviews' : 'suits',
          number: Number(match[3]),
          from,
          to: from + match[0].length,
        },
      ]
    })
  })
