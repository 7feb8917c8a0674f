// The straight line through the medians of a series of stretches, by least squares.
// Medians, so that one slow write of the disk does not tilt it.

import { median } from './report.ts'

/** `first` and `last` lie on the line; the slope between them and its error are in percent of the mean. */
export type Line = {
  readonly percent: number
  readonly error: number
  readonly first: number
  readonly last: number
}

/** Needs at least three stretches, at equal distances. */
export function line(stretches: readonly (readonly number[])[]): Line {
  const y = stretches.map(median)
  const n = y.length
  const mean = y.reduce((sum, value) => sum + value, 0) / n
  const centre = (n - 1) / 2
  const spread = y.reduce((sum, _, x) => sum + (x - centre) ** 2, 0)
  const perStretch = y.reduce((sum, value, x) => sum + (x - centre) * (value - mean), 0) / spread
  const residual = y.reduce((sum, value, x) => sum + (value - mean - perStretch * (x - centre)) ** 2, 0)
  const error = Math.sqrt(residual / (n - 2) / spread)
  const percent = (change: number) => (change * n * 100) / mean
  return {
    percent: percent(perStretch),
    error: percent(error),
    first: mean - (perStretch * n) / 2,
    last: mean + (perStretch * n) / 2,
  }
}
