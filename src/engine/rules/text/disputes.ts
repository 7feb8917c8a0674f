// N03 about 表四: what a text says of reviews and suits is asked about where no total fits. It never blocks: texts
// count by other bases (备案, 本级, 应诉).

import { proceedingsIn } from '../../../reading/narrative/figures.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { meant } from './meant.ts'
import { about, writtenIn } from './passages.ts'
import type { DisputesRule } from './text-rule.ts'

export const disputes = (rule: DisputesRule, judged: Judged): readonly Finding[] =>
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
