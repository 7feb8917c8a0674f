// Reports in which every rule holds, as filings of either kind, and every slip of one hand in their table of requests.

import type fc from 'fast-check'
import { derive } from '../../src/engine/derive.ts'
import type { Filing, Value } from '../../src/engine/filing.ts'
import { type CellKey, cellKey, type Form } from '../../src/engine/form.ts'
import { cellOf, indexOf } from '../../src/engine/index-of.ts'
import { table } from '../forms/material.ts'
import { truthOf } from './generated.ts'
import { filingWith } from './play.ts'

/** `entered`: as a conversation leaves it, the totals are ours. `stated`: as a file brings it, every total stands in it. */
export const kinds = ['entered', 'stated'] as const
export type Kind = (typeof kinds)[number]

/** A filing of this form in which every rule holds. */
export const consistentFiling = (form: Form, kind: Kind = 'entered'): fc.Arbitrary<Filing> =>
  truthOf(form).map(truth => {
    const filing = filingWith(form, Object.fromEntries(truth))
    return kind === 'entered' ? filing : changed(form, filing, totalsOf(form, filing))
  })

const totalsOf = (form: Form, filing: Filing): ReadonlyMap<CellKey, Value> =>
  new Map(indexOf(form).computed.map(({ key }) => [key, derive(form, filing).get(key)?.value ?? null]))

export const usual = ['swapped', 'ten times', 'a tenth', 'column over', 'row over', 'in the total'] as const
export type Made = {
  readonly as: (typeof usual)[number] | 'arbitrary'
  /** Where the slip is: one cell, or the two between which a figure slipped. */
  readonly cells: readonly CellKey[]
  readonly filing: Filing
}

/** Every usual slip that this filing's table of requests could suffer, and for every cell one arbitrary figure. */
export const slips = (form: Form, filing: Filing, arbitrary: number): readonly Made[] => {
  const { cells } = table(form, 'requests')
  const at = (key: CellKey) => Number(filing.entries.get(key)?.value ?? 0)
  const made = (as: Made['as'], values: ReadonlyMap<CellKey, number>): Made => ({
    as,
    cells: [...values.keys()],
    filing: changed(form, filing, values),
  })
  const entered = cells.filter(cell => !cell.sum)
  const inOne = entered.flatMap(({ key }) => [
    ...swaps(at(key)).map(to => made('swapped', new Map([[key, to]]))),
    ...(at(key) > 0 ? [made('ten times', new Map([[key, at(key) * 10]]))] : []),
    ...(at(key) >= 10 ? [made('a tenth', new Map([[key, Math.floor(at(key) / 10)]]))] : []),
    ...(at(key) === arbitrary ? [] : [made('arbitrary', new Map([[key, arbitrary]]))]),
  ])
  const over = entered.flatMap(({ key }) =>
    at(key) === 0
      ? []
      : besides(form, key)
          .filter(([as, to]) => at(to) === 0 || as === 'column over')
          .map(([as, to]) =>
            made(
              as,
              new Map([
                [key, 0],
                [to, at(key)],
              ]),
            ),
          ),
  )
  const totals = cells
    .filter(cell => filing.entries.has(cell.key))
    .flatMap(({ key, sum = [] }) => {
      const part = sum.find(each => at(each) !== 0 && at(each) !== at(key))
      return part ? [made('in the total', new Map([[key, at(part)]]))] : []
    })
  return [...inOne, ...over, ...totals]
}

/** Two unequal digits that stand beside each other, exchanged. */
const swaps = (figure: number): readonly number[] => {
  const digits = [...String(figure)]
  return digits.slice(1).flatMap((digit, at) => {
    const before = digits[at] ?? ''
    if (digit === before || (at === 0 && digit === '0')) return []
    return [
      Number(
        digits
          .with(at, digit)
          .with(at + 1, before)
          .join(''),
      ),
    ]
  })
}

/** The entered cells beside a cell: to the left and right, above and below. */
const besides = (form: Form, key: CellKey): readonly (readonly ['column over' | 'row over', CellKey])[] => {
  const { rowKey, columnKey } = cellOf(form, key)
  const entered = table(form, 'requests').cells.filter(cell => !cell.sum)
  const rows = [...new Set(entered.map(cell => cell.rowKey))]
  const columns = [...new Set(entered.map(cell => cell.columnKey))]
  const beside = (all: readonly string[], one: string) =>
    [all.indexOf(one) - 1, all.indexOf(one) + 1].flatMap(at => all[at] ?? [])
  return [
    ...beside(columns, columnKey).map(to => ['column over', cellKey(`requests.${rowKey}.${to}`)] as const),
    ...beside(rows, rowKey).map(to => ['row over', cellKey(`requests.${to}.${columnKey}`)] as const),
  ]
}

const changed = (form: Form, filing: Filing, values: ReadonlyMap<CellKey, Value>): Filing => {
  const news = filingWith(form, Object.fromEntries(values))
  return { ...filing, entries: new Map([...filing.entries, ...news.entries]) }
}
