// The places that a form's sentences may name: the unit and the years around the report's own.

import type { Filing } from '../engine/filing.ts'

export type Wording = {
  readonly unit: string
  readonly year: number
  readonly lastYear: number
  readonly nextYear: number
}

export const wordingOf = ({ year }: Pick<Filing, 'year'>, unit: string): Wording => ({
  unit,
  year,
  lastYear: year - 1,
  nextYear: year + 1,
})
