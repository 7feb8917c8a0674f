// Figures as text: medians, ratios, a table, and whether what was wanted is reached.
// A figure that misses its mark is said, never failed: clocks differ from machine to machine.

import type { Subject } from './subject.ts'

export type Section = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The median of the ratios within each round, not the ratio of the medians: what slows one slows both. */
export const ratio = (one: readonly number[], other: readonly number[]): number =>
  median(one.map((value, round) => value / (other[round] ?? Number.NaN)))

export const figure = (value: number, digits: number): string =>
  Number.isFinite(value)
    ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : '–'

/** The work that each rival leaves out. */
export const lacking = (lanes: readonly { readonly subject: Subject }[]): readonly string[] =>
  lanes.flatMap(({ subject: { name, lacks } }) => (lacks === undefined ? [] : [`${name} ${lacks}`]))

/** `value` is NaN when the subject or its rival was not measured. */
export function wanted(what: string, value: number, digits: number, reached: boolean): string {
  if (!Number.isFinite(value)) return `wanted: ${what}: not measured`
  return `wanted: ${what}: ${figure(value, digits)}, ${reached ? 'reached' : 'NOT reached'}`
}

export function print({ title, columns, rows, notes }: Section): void {
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map(row => (row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')}`
  say([title, line(columns), ...rows.map(line), ...notes.map(note => `  ${note}`), ''].join('\n'))
}

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
