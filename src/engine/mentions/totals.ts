// Figures that are totals: of cells that are computed, and of cells that the words behind them name one by one. A total
// is compared with its parts and never kept.

import { compareTotal } from '../compare-total.ts'
import { derive } from '../derive.ts'
import type { StatedFigures } from '../filing.ts'
import type { Cell } from '../form.ts'
import { indexOf } from '../index-of.ts'
import { valueIn } from './candidates.ts'
import type { Placed, Placing } from './place.ts'
import type { WrongTotal } from './said.ts'

type Settled = {
  /** The figures that are no totals. */
  readonly placed: readonly Placed[]
  readonly totals: StatedFigures
  readonly wrong: readonly WrongTotal[]
  readonly untaken: readonly string[]
}

type Checked = {
  readonly stated?: StatedFigures[number]
  readonly wrong?: WrongTotal
  readonly untaken?: string
}

export const settleTotals = (placing: Placing): Settled => {
  const { form, filing, placed } = placing
  const asTotals = placed.map((each, at) => totalOf(placing, each, placed.slice(at + 1)))
  const rest = placed.filter((_, at) => asTotals[at] === undefined)
  const given = new Map(rest.flatMap(each => certain(placing, each)))
  const figures = derive(form, filing)
  const checked = placed.flatMap((each, at): readonly Checked[] => {
    const total = asTotals[at]
    const stated = total && valueIn(form, filing.year, total.key, each.figure)
    if (!total || !stated) return total === null ? [{ untaken: each.said }] : []
    const off = compareTotal(form, total, stated[1], key => given.get(key) ?? figures.get(key)?.value)
    if (!off) return [{ stated }]
    return off.isOpen ? [{ untaken: each.said }] : [{ wrong: off.wrong }]
  })
  return {
    placed: rest,
    totals: checked.flatMap(({ stated }) => (stated ? [stated] : [])),
    wrong: checked.flatMap(({ wrong }) => (wrong ? [wrong] : [])),
    untaken: checked.flatMap(({ untaken }) => (untaken === undefined ? [] : [untaken])),
  }
}

/** The computed cell that a figure is for; null where it is one of several, undefined where it is none. */
const totalOf = (placing: Placing, each: Placed, behind: readonly Placed[]): Cell | null | undefined => {
  const [first, ...more] = each.cells
  if (first?.sum) return more.length === 0 ? first : null
  if (!each.byStand && more.length === 0) return undefined
  const parts = behind.filter(
    ({ cells: [cell, ...others] }) => cell && others.length === 0 && each.wide.includes(cell),
  )
  if (parts.length === 0) return undefined
  const total = indexOf(placing.form).computed.find(
    ({ sum = [] }) => sum.length === each.wide.length && each.wide.every(({ key }) => sum.includes(key)),
  )
  if (!total || more.length > 0) return total ?? null
  // The question that stands gives it a cell: only where its parts add up is it meant as their total.
  const given = new Map(parts.flatMap(part => certain(placing, part)))
  const stated = valueIn(placing.form, placing.filing.year, total.key, each.figure)
  return stated && !compareTotal(placing.form, total, stated[1], key => given.get(key)) ? total : undefined
}

const certain = ({ form, filing }: Placing, { cells: [cell, ...more], figure }: Placed) => {
  const stated = cell && more.length === 0 ? valueIn(form, filing.year, cell.key, figure) : undefined
  return stated ? [[stated[0], stated[1]] as const] : []
}
