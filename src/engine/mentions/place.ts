// Mentions one after another: each is placed in the cells that its names, the words before it and the question that stands
// leave it. After a clause that was not read, only a mention whose own names say one cell is placed.

import { isChange } from '../../reading/change.ts'
import { answers } from '../answers/answers.ts'
import type { Filing } from '../filing.ts'
import type { Cell, Form } from '../form.ts'
import { indexOf } from '../index-of.ts'
import { type Before, narrowed, type Stand, says, sharedBy, valueIn } from './candidates.ts'
import type { Item, Mentioned, Names } from './mentions-in.ts'
import { same } from './same.ts'
import { isWholeRow, isZeroOfAll } from './zero-of-all.ts'

/** A figure with the cells that it may be meant for; `wide` are those of its own names. */
export type Placed = {
  readonly said: string
  readonly figure: string
  readonly wide: readonly Cell[]
  readonly cells: readonly Cell[]
  /** Whether only the question that stands says which. */
  readonly byStand: boolean
}

export type Placing = {
  readonly form: Form
  readonly filing: Filing
  readonly stand: Stand
  readonly placed: readonly Placed[]
  readonly zeros: readonly Cell[]
  readonly named: readonly { readonly said: string; readonly cells: readonly Cell[] }[]
  readonly untaken: readonly string[]
  /** The words for the rest, where there are some. */
  readonly rest: string | null
  readonly before: Before | null
  readonly isLost: boolean
  /** Whether every word of the message was read: a figure without a name beside other words is nobody's. */
  readonly isWhole: boolean
  readonly names: Names
}

export const place = (
  where: Pick<Placing, 'form' | 'filing' | 'stand'>,
  mentions: readonly Mentioned[],
): Placing =>
  mentions.reduce(next, {
    ...where,
    placed: [],
    zeros: [],
    named: [],
    untaken: [],
    rest: null,
    before: null,
    isLost: false,
    isWhole: mentions.every(({ type }) => type !== 'lost'),
    names: [],
  })

const next = (placing: Placing, mention: Mentioned): Placing => {
  switch (mention.type) {
    case 'lost':
      return { ...leave(placing, mention.said), isLost: true, before: null }
    case 'rest':
      return { ...placing, rest: mention.said }
    case 'figure':
      return figure(placing, mention)
    case 'all':
      return all(placing, mention)
    case 'none':
      return none(placing, mention)
    case 'named':
      return mention.items.reduce(name, placing)
  }
}

const leave = (placing: Placing, said: string): Placing => ({
  ...placing,
  untaken: [...placing.untaken, said],
})

const figure = (
  placing: Placing,
  { said, names: own, figure }: Extract<Mentioned, { type: 'figure' }>,
): Placing => {
  const { form, filing, stand, placed, before, isLost } = placing
  const names = own.length > 0 ? own : placing.names
  const taken = new Set(placed.flatMap(({ cells }) => (cells.length === 1 ? cells : [])))
  const shared =
    own.length === 0 && isChange(figure) && before
      ? tableRow(placing, before)
      : names.length > 0
        ? sharedBy(names)
        : placing.isWhole
          ? standing(stand, placed.length === 0)
          : []
  const fitting = shared.filter(
    cell => !taken.has(cell) && valueIn(form, filing.year, cell.key, figure) !== undefined,
  )
  const entered = fitting.filter(({ sum }) => !sum)
  const wide = entered.length > 0 ? entered : fitting
  const isSure = wide.length === 1 || names.length === 0
  const cells = isSure ? wide : isLost ? [] : narrowed(form, wide, names, before, stand)
  if (cells.length === 0) return { ...leave(placing, said), isLost: true, before: null }
  if (isZeroOfAll(form, cells, figure))
    return advanced({ ...placing, zeros: [...placing.zeros, ...cells] }, names, cells)
  const found = { said, figure, wide, cells, byStand: !isSure && before === null }
  const isAmong = own.length === 0 && before?.saidColumn === true
  return advanced({ ...placing, placed: [...placed, found] }, names, cells, isAmong)
}

/** A change that nothing is named for is one of the row that is spoken of. */
const tableRow = ({ form }: Placing, { section, row }: Before): readonly Cell[] =>
  indexOf(form).entered.filter(cell => cell.section === section && cell.rowKey === row)

/** The cells that a figure without any name may be meant for: the one that is asked, then those of its branch. */
const standing = ({ cell, around }: Stand, isFirst: boolean): readonly Cell[] =>
  isFirst ? (cell ? [cell] : []) : [...around].filter(({ sum }) => !sum)

/** All of the figure before: the name that it lacks, or one more cell with the same figure. */
const all = (placing: Placing, { said, items: [item] }: Extract<Mentioned, { type: 'all' }>): Placing => {
  const last = placing.placed.at(-1)
  if (!item || !last || placing.isLost || placing.before?.isAcross) return leave(placing, said)
  return (
    refined(placing, item) ??
    figure(placing, { type: 'figure', said, names: item.names, figure: last.figure })
  )
}

/** The figure before with fewer cells, where these names leave it some. */
const refined = (placing: Placing, { names }: Item): Placing | undefined => {
  const last = placing.placed.at(-1)
  if (!last || placing.isLost || (last.cells.length === 1 && !last.byStand)) return undefined
  const shared = new Set(sharedBy(names))
  const cells = last.wide.filter(cell => shared.has(cell))
  if (cells.length === 0) return undefined
  const placed = [...placing.placed.slice(0, -1), { ...last, cells, byStand: false }]
  return advanced({ ...placing, placed }, [...placing.names, ...names], cells)
}

/** None of these: each of their cells is 0. Without a name it is said of the names before. */
const none = (placing: Placing, { said, items }: Extract<Mentioned, { type: 'none' }>): Placing => {
  const { form, stand, before, named, isLost } = placing
  const last = named.at(-1)
  const cells =
    items.length > 0
      ? items.map(({ names }) => {
          const entered = sharedBy(names).filter(({ sum }) => !sum)
          if (before !== null) return narrowed(form, entered, names, before, stand)
          const around = entered.filter(cell => stand.around.has(cell))
          return around.length > 0 ? around : entered
        })
      : last && !isUsed(placing, last.cells)
        ? [last.cells]
        : []
  const isClear = cells.length > 0 && cells.every(each => same(each.map(({ section }) => section)) !== null)
  const isOwn = items.length > 0 && cells.every(each => isWholeRow(form, each))
  if ((isLost && !isOwn) || !isClear) return leave(placing, said)
  return {
    ...placing,
    zeros: [...placing.zeros, ...cells.flat().filter(({ answer }) => answers[answer].zero !== undefined)],
  }
}

/** Names without a figure say more of the one before, or the figures behind them are theirs. */
const name = (placing: Placing, item: Item): Placing => {
  const { said, names } = item
  const more = refined(placing, item)
  if (more) return more
  const cells = sharedBy(names).filter(({ sum }) => !sum)
  return advanced({ ...placing, named: [...placing.named, { said, cells }] }, names, cells)
}

/** Whether names alone have got a figure, or a word for none, in a cell that they share. */
export const isUsed = ({ placed, zeros }: Placing, cells: readonly Cell[]): boolean => {
  const own = new Set(cells)
  return (
    zeros.some(cell => own.has(cell)) ||
    placed.some(each => each.cells.length > 0 && each.cells.every(cell => own.has(cell)))
  )
}

/** `isAmong`: a figure without a name goes on through the columns of its row. */
const advanced = (placing: Placing, names: Names, cells: readonly Cell[], isAmong = false): Placing => {
  const { before } = placing
  const row = same(cells.map(cell => cell.rowKey))
  const column = same(cells.map(cell => cell.columnKey))
  const saidColumn = isAmong || (cells.length > 0 && cells.every(cell => says(names, 'column', cell)))
  return {
    ...placing,
    names,
    isLost: false,
    before: {
      row,
      column,
      section: same(cells.map(cell => cell.section)),
      saidColumn,
      anyColumn: saidColumn || before?.anyColumn === true,
      isAcross: saidColumn && row !== null && before?.row === row && before.column !== column,
    },
  }
}
