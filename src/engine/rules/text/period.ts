// F05: a stated period is the report year, 1 January to 31 December. A text that states none is no finding.

import { type Period, periodsIn } from '../../../reading/narrative/period.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { WordsRule } from './text-rule.ts'

export const period = ({ texts }: WordsRule, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    periodsIn(written.passage)
      .filter(each => !isYear(each, judged.year))
      .map(each =>
        about(written, each, {
          rule: 'F05',
          severity: 'error',
          message: 'F05',
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
