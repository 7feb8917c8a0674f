// N02: a text that says no request came stands beside a table without new requests. Silence is no finding.

import { noRequests } from '../../../reading/narrative/claims.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { NoRequestsRule } from './text-rule.ts'

export const noneReceived = ({ texts, received }: NoRequestsRule, judged: Judged): readonly Finding[] => {
  const count = judged.amount(received)
  if (count === undefined || count <= 0) return []
  return writtenIn(texts, judged).flatMap(written =>
    noRequests(written.passage, judged.year).map(claim =>
      about(written, claim, {
        rule: claim.scope === null ? 'N02' : 'N03',
        severity: claim.scope === null ? 'error' : 'warning',
        message: claim.scope === null ? 'N02' : 'N03.none',
        cells: [received],
        facts: { table: count },
      }),
    ),
  )
}
