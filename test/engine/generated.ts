// Reports whose figures agree, for fast-check: sparse, of either edition, every rule kept. And what such a report opens.

import fc from 'fast-check'
import type { Value } from '../../src/engine/filing.ts'
import type { Branch, Form, Gate } from '../../src/engine/form.ts'
import { cellsBehind } from '../../src/engine/index-of.ts'
import { entered, table, tables } from '../forms/material.ts'

/** The true figure of every entered cell. */
export type Truth = ReadonlyMap<string, Value>

/** Small as a rule, now and then a city's. */
const few = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 99 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3_000 }) },
)
const sparse = (from: number, to: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: from, max: to }) },
  )

/** One applicant's column: what came in equals what was done and what is left. */
const column = (rows: readonly string[]) =>
  fc
    .tuple(
      fc.subarray([...rows], { minLength: 1, maxLength: 8 }),
      fc.array(few, { minLength: 8, maxLength: 8 }),
      fc.oneof(fc.constant(0), fc.nat(100)),
    )
    .map(([chosen, counts, share]) => {
      const done = chosen.map((row, at) => [row, counts[at] ?? 1] as const)
      const all = done.reduce((sum, [, count]) => sum + count, 0)
      const carriedIn = Math.floor((all * share) / 100)
      return new Map([...done, ['received', all - carriedIn], ['carried-in', carriedIn]] as const)
    })

const requests = (form: Form): fc.Arbitrary<readonly (readonly [string, Value])[]> => {
  const cells = table(form, 'requests').cells.filter(cell => !cell.sum)
  const applicants = [...new Set(cells.map(cell => cell.columnKey))]
  const rows = [...new Set(cells.map(cell => cell.rowKey))].filter(
    row => !['received', 'carried-in'].includes(row),
  )
  return fc
    .array(fc.option(column(rows), { freq: 2 }), {
      minLength: applicants.length,
      maxLength: applicants.length,
    })
    .map(columns =>
      columns.flatMap((found, at) =>
        [...(found ?? [])].map(([row, count]) => [`requests.${row}.${applicants[at]}`, count] as const),
      ),
    )
}

const row = (form: Form, branch: Branch): fc.Arbitrary<readonly (readonly [string, Value])[]> => {
  const cells = entered(form).filter(cell => branch.cells.includes(cell.key))
  return fc
    .tuple(fc.boolean(), ...cells.map(cell => (cell.answer === 'signed' ? sparse(-9, 9) : sparse(0, 5_000))))
    .map(([any, ...counts]) => {
      if (!any) return []
      const figures = cells.map(({ key, answer }, at): readonly [string, Value] => {
        const count = counts[at] ?? 0
        if (answer === 'money')
          return [key, { fen: count * 100_000_000, unit: count > 0 ? 'wan-yuan' : 'yuan' }]
        return [key, answer === 'money-wan' ? { fen: count * 100, unit: 'wan-yuan' } : count]
      })
      return kept(figures)
    })
}

/** T214 and T215 kept: all that is public includes what is new; a purchase has a price. */
const kept = (figures: readonly (readonly [string, Value])[]) => {
  const map = new Map(figures)
  for (const [key, value] of figures) {
    const published = map.get(key.replace('.public-total', '.published'))
    if (key.endsWith('.public-total')) map.set(key, Math.max(Number(value), Number(published)))
    if (key.endsWith('.amount') && map.get(key.replace('.amount', '.projects')) === 0) {
      map.set(key, { fen: 0, unit: 'yuan' })
    } else if (key.endsWith('.amount')) map.set(key, { fen: 1_234_567, unit: 'wan-yuan' })
  }
  return [...map]
}

const disputes = (form: Form) =>
  fc.tuple(
    ...table(form, 'disputes')
      .cells.filter(cell => !cell.sum)
      .map(({ key }) => sparse(0, 9).map((count): readonly [string, Value] => [key, count])),
  )

export const truthOf = (form: Form): fc.Arbitrary<Truth> =>
  fc
    .tuple(
      requests(form),
      disputes(form),
      fc.tuple(...table(form, 'disclosure').gate.branches.map(branch => row(form, branch))),
    )
    .map(([asked, disputed, disclosed]) => {
      const zeros = entered(form).map(({ key, answer }): readonly [string, Value] => {
        if (answer === 'money') return [key, { fen: 0, unit: 'yuan' }]
        return [key, answer === 'money-wan' ? { fen: 0, unit: 'wan-yuan' } : 0]
      })
      return new Map([...zeros, ...asked, ...disputed, ...disclosed.flat()])
    })

export const isZero = (value: Value | undefined): boolean =>
  value === 0 || (typeof value === 'object' && value !== null && 'fen' in value && value.fen === 0)

/** The branches that truly have figures. */
export const openIn = (gate: Gate, truth: Truth): readonly Branch[] =>
  gate.branches.filter(branch => cellsBehind(branch).some(cell => !isZero(truth.get(cell))))

/** The gates and cells that have to be asked: those whose way is open. */
export const asked = (
  form: Form,
  truth: Truth,
): { readonly gates: Set<string>; readonly cells: Set<string> } => {
  const found = { gates: new Set<string>(), cells: new Set<string>() }
  const walk = (gate: Gate): void => {
    found.gates.add(gate.key)
    for (const branch of openIn(gate, truth)) {
      for (const cell of branch.cells) found.cells.add(cell)
      if (branch.gate) walk(branch.gate)
    }
  }
  for (const { gate } of tables(form)) walk(gate)
  return found
}
