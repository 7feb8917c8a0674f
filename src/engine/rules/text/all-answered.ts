// N08: a text that says all requests were answered stands beside a table that carries none over.

import { allDone } from '../../../reading/narrative/claims.ts'
import { requestsIn } from '../../../reading/narrative/requests.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { AllDoneRule } from './text-rule.ts'

export const allAnswered = ({ texts, carriedOut }: AllDoneRule, judged: Judged): readonly Finding[] => {
  const left = judged.amount(carriedOut)
  if (left === undefined || left <= 0) return []
  return writtenIn(texts, judged).flatMap(written =>
    allDone(written.passage, requestsIn(written.passage, judged.year)).map(claim =>
      about(written, claim, {
        rule: 'N08',
        severity: 'warning',
        message: 'N08',
        cells: [carriedOut],
        facts: { table: left },
      }),
    ),
  )
}
