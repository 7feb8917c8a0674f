// A list of units from outside: rows of a table become units, each row by itself, and each problem is named with its
// line. Columns are found by their heads, in any order. Whether names and places fit together is district/unit-tree.ts.

import type { Level } from '../engine/form.ts'
import {
  countsInWay,
  isTableEnd,
  type UnitColumn,
  unitColumn,
  unitFlag,
  unitLevel,
} from '../reading/unit-list.ts'
import { levelOf, writtenLevels } from './level.ts'
import type { SheetRow } from './sheet/sheet-row.ts'
import { valueless } from './sheet/valueless.ts'

export type UnitFlagName = 'files' | 'publishes' | 'counts'

/** A row by itself; `parent` is a name, null at the top. */
export type UnitRow = {
  readonly line: number
  readonly name: string
  readonly parent: string | null
  readonly level: Level
} & Readonly<Record<UnitFlagName, boolean>>

export type UnitRowFault =
  | 'name-missing'
  | 'name-long'
  | 'name-signs'
  | 'name-garbled'
  | 'name-formula'
  | 'name-figure'
  | 'name-total'
  | 'parent-signs'
  | 'level-missing'
  | 'level-unknown'
  | 'flag-unclear'
  | 'flag-blank'
  | 'way-unknown'
  | 'way-differs'
  | 'cell-error'
  | 'cell-formula'
  | 'cells-beyond'

/** `said` are the words of the file, kept short. */
export type UnitRowProblem = {
  readonly line: number
  readonly code: UnitRowFault
  readonly column: UnitColumn | null
  readonly said: string
}

export type UnitsRead =
  | {
      readonly ok: true
      readonly units: readonly UnitRow[]
      readonly problems: readonly UnitRowProblem[]
      /** Names of the rows with problems, which other rows may name. */
      readonly refused: readonly string[]
      /** Heads of columns that were not taken. */
      readonly unused: readonly string[]
    }
  | {
      readonly ok: false
      readonly why: 'no-heads' | 'no-level' | 'head-twice' | 'no-units'
      readonly head: string
    }

/** A title or two may stand above the heads. */
const mostTitles = 10

export const readUnits = (rows: readonly SheetRow[]): UnitsRead => {
  const at = rows.slice(0, mostTitles).findIndex(isHeads)
  const heads = rows[at]
  if (!heads) return { ok: false, why: 'no-heads', head: '' }
  const columns = heads.cells.map(unitColumn)
  const twice = heads.cells.find((_, n) => columns[n] && columns.indexOf(columns[n]) < n)
  if (twice !== undefined) return { ok: false, why: 'head-twice', head: twice }
  if (!columns.includes('level')) return { ok: false, why: 'no-level', head: '' }
  const body = rows.slice(at + 1)
  if (body.length === 0) return { ok: false, why: 'no-units', head: '' }
  const ticked = tickedColumns(body, columns)
  const read = body.map(row => readRow(row, columns, ticked))
  return {
    ok: true,
    units: read.flatMap(each => ('unit' in each ? [each.unit] : [])),
    problems: read.flatMap(each => ('problems' in each ? each.problems : [])),
    refused: read.flatMap(each => ('problems' in each && each.name !== '' ? [each.name] : [])),
    unused: heads.cells.filter((head, n) => head !== '' && columns[n] === undefined),
  }
}

const isHeads = ({ cells }: SheetRow): boolean => {
  const columns = cells.map(unitColumn)
  return columns.includes('name') && columns.some(column => column !== undefined && column !== 'name')
}

/** In a column of ticks an empty cell says nothing certain. */
const tickedColumns = (
  rows: readonly SheetRow[],
  columns: readonly (UnitColumn | undefined)[],
): ReadonlySet<UnitColumn> =>
  new Set(
    columns.flatMap((column, n) =>
      column && isFlag(column) && rows.some(({ cells }) => unitFlag(cells[n] ?? '') === 'tick')
        ? [column]
        : [],
    ),
  )

const flagNames = ['files', 'publishes', 'counts'] as const
const isFlag = (column: UnitColumn): column is UnitFlagName => flagNames.some(flag => flag === column)

/** A printed line of a heading holds no more (app/registry/name-of.ts). */
const longestName = 100
const longestSaid = 20

type RowRead =
  | { readonly unit: UnitRow }
  | { readonly name: string; readonly problems: readonly UnitRowProblem[] }

/** Words of a row by column, and a list that takes its problems. */
type Reading = {
  readonly wordsIn: (column: UnitColumn) => string
  readonly wrong: (code: UnitRowFault, column: UnitColumn | null, said: string) => void
}

const readRow = (
  { line, cells }: SheetRow,
  columns: readonly (UnitColumn | undefined)[],
  ticked: ReadonlySet<UnitColumn>,
): RowRead => {
  const problems: UnitRowProblem[] = []
  const reading: Reading = {
    wordsIn: column => cells[columns.indexOf(column)] ?? '',
    wrong: (code, column, said) =>
      void problems.push({ line, code, column, said: said.replace(/\p{C}/gu, '').slice(0, longestSaid) }),
  }
  const name = reading.wordsIn('name')
  if (isTableEnd(name)) reading.wrong('name-total', 'name', name)
  else readCells(reading, cells, columns)
  if (problems.length > 0) return { name, problems }
  const fault = nameFault(name)
  if (fault) reading.wrong(fault, 'name', name)
  const [parent, level] = [readParent(reading), readLevel(reading)]
  const flags = readFlags(reading, ticked)
  if (problems.length > 0 || level === null) return { name, problems }
  return { unit: { line, name, parent, level, ...flags } }
}

/** Cells without a value of their own, and words beyond the last head. */
const readCells = (
  { wrong }: Reading,
  cells: readonly string[],
  columns: readonly (UnitColumn | undefined)[],
): void => {
  for (const [n, said] of cells.entries()) {
    const column = columns[n] ?? null
    const isUsed = column !== null || n >= columns.length
    if (said === '' || !isUsed) continue
    const fault = valueless(said)
    if (fault) wrong(fault, column, said)
    else if (column === null) wrong('cells-beyond', null, said)
  }
}

const nameFault = (name: string): UnitRowFault | null => {
  if (name === '') return 'name-missing'
  if (name.length > longestName) return 'name-long'
  if (/\p{Cc}/u.test(name) || !name.isWellFormed()) return 'name-signs'
  if (/\ufffd/u.test(name)) return 'name-garbled'
  if (/^[=+@]/.test(name)) return 'name-formula'
  return /\p{L}/u.test(name) ? null : 'name-figure'
}

const readParent = ({ wordsIn, wrong }: Reading): string | null => {
  const parent = wordsIn('parent')
  if (/[\p{Cc}\ufffd]/u.test(parent) || parent.length > longestName) wrong('parent-signs', 'parent', parent)
  return parent === '' ? null : parent
}

const readLevel = ({ wordsIn, wrong }: Reading): Level | null => {
  const words = wordsIn('level')
  const written = writtenLevels.find(each => each === unitLevel(words))
  if (!written) wrong(words === '' ? 'level-missing' : 'level-unknown', 'level', words)
  return written ? levelOf(written) : null
}

/** A flag without a word is yes. */
const readFlags = (
  { wordsIn, wrong }: Reading,
  ticked: ReadonlySet<UnitColumn>,
): Record<UnitFlagName, boolean> => {
  const flags = { files: true, publishes: true, counts: true }
  for (const flag of flagNames) {
    const said = unitFlag(wordsIn(flag))
    if (said === 'unclear') wrong('flag-unclear', flag, wordsIn(flag))
    else if (said === 'blank' && ticked.has(flag)) wrong('flag-blank', flag, '')
    else if (said !== 'blank') flags[flag] = said === 'tick' || said
  }
  const way = wordsIn('way')
  const counts = countsInWay(way)
  if (way === '') return flags
  if (counts === undefined) wrong('way-unknown', 'way', way)
  else if (wordsIn('counts') !== '' && counts !== flags.counts) wrong('way-differs', 'way', way)
  return { ...flags, counts: counts ?? flags.counts }
}
