// N04: a share printed beside its count is that count over one of the bases, to one unit of its last digit.

import { sharesIn } from '../../../reading/narrative/shares.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { meant } from './meant.ts'
import { about, writtenIn } from './passages.ts'
import type { SharesRule } from './text-rule.ts'

export const shares = ({ texts, bases }: SharesRule, judged: Judged): readonly Finding[] => {
  const values: number[] = []
  for (const base of bases) {
    const amounts = meant(base, judged.amount, cell => judged.value(cell) === null)
    if (!amounts) return []
    values.push(...amounts.exact)
  }
  return writtenIn(texts, judged).flatMap(written =>
    sharesIn(written.passage).flatMap(share => {
      const step = 10 ** -share.digits
      const possible = [...values, ...share.others].filter(value => value > 0 && value >= share.count)
      const isRight = (base: number) =>
        Math.abs((share.count / base) * 100 - share.percent) <= step * (1 + 1e-9)
      if (possible.length === 0 || possible.some(isRight)) return []
      const [base = 0] = possible
      return [
        about(written, share, {
          rule: 'N04',
          severity: 'warning',
          message: 'N04',
          facts: {
            said: share.percent,
            count: share.count,
            base,
            percent: ((share.count / base) * 100).toFixed(share.digits),
          },
        }),
      ]
    }),
  )
}
