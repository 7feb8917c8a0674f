// The amounts that a quantity may have in the tables: every way to take it, with the totals as stated and as their parts
// add up. It must not choose between them.

import type { CellKey } from '../../../engine/keys.ts'
import type { RequestQuantity } from './labels.ts'

/** One way to take a quantity: the printed cells that are added, and the entered cells behind them. */
export type Meaning = {
  /** Its name in the table. */
  readonly name: string
  readonly cells: readonly CellKey[]
  readonly parts: readonly CellKey[]
  /** Rows that a writer may leave out, each as a whole; of the last one any part. */
  readonly less?: readonly CellKey[]
}

export type Meanings = Readonly<Record<RequestQuantity, readonly Meaning[]>>

export type Amounts = (cell: CellKey) => number | undefined
export type Blank = (cell: CellKey) => boolean

/** Amounts that a writer may have meant; `between` are the limits of what any part left out would give. */
export type Meant = {
  readonly exact: readonly number[]
  readonly between: readonly (readonly [low: number, high: number])[]
}

/** Undefined while a figure is absent: then nothing can be said. */
export const meant = (meaning: Meaning, amount: Amounts, isBlank: Blank): Meant | undefined => {
  const stated = meaning.cells.some(isBlank) ? undefined : sum(meaning.cells, amount)
  const added = sum(meaning.parts, amount)
  if (stated === undefined && added === undefined) return undefined
  const whole = [...new Set([stated, added].filter(value => value !== undefined))]
  const less = (meaning.less ?? []).map(cell => amount(cell) ?? 0)
  const last = less.at(-1) ?? 0
  const withLess = less.reduce<readonly number[]>(
    (sums, part) => [...new Set(sums.flatMap(value => [value, value - part]))],
    whole,
  )
  const withRest = less
    .slice(0, -1)
    .reduce<readonly number[]>(
      (sums, part) => [...new Set(sums.flatMap(value => [value, value - part]))],
      whole,
    )
  return { exact: withLess, between: last > 0 ? withRest.map(value => [value - last, value] as const) : [] }
}

const sum = (cells: readonly CellKey[], amount: Amounts): number | undefined => {
  let total = 0
  for (const cell of cells) {
    const value = amount(cell)
    if (value === undefined) return undefined
    total += value
  }
  return cells.length > 0 ? total : undefined
}

/** Every sum of one amount from each list. */
export const sumsOf = (lists: readonly (readonly number[])[]): readonly number[] =>
  lists.reduce<readonly number[]>(
    (sums, list) => [...new Set(sums.flatMap(value => list.map(each => value + each)))],
    [0],
  )
