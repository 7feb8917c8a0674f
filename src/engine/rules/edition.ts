// A form serves its own years: labels of another edition cannot be mended cell by cell.

import type { Kind, RuleData } from './kind.ts'

export type EditionRule = RuleData & {
  readonly from: number
  readonly to: number | null
  /** The notice that issued the form, as it is said to people. */
  readonly notice: string
}

export const edition: Kind<EditionRule> = {
  severity: 'error',
  ways: ['early'],
  judge: ({ id, from, to, notice }, { year }) => {
    if (year >= from && (to === null || year <= to)) return []
    const early = year < from
    return [
      {
        rule: id,
        severity: 'error',
        ...(early && { message: `${id}.early` }),
        cells: [],
        facts: { year, notice, from, to: to ?? from },
      },
    ]
  },
}
