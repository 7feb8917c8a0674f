// The tree of units as a list of names: whether new rows fit together and to what stands, and which of them stand
// already. Pure; it knows no file and no database.

import type { Level } from '../engine/form.ts'

/** Three facts that are independent, and are asked: no name tells them. */
export type UnitFlags = {
  /** Reports in this district. */
  readonly files: boolean
  /** Publishes on this district's site. */
  readonly publishes: boolean
  /** Counts in this district's sums. */
  readonly counts: boolean
}
export const usualFlags: UnitFlags = { files: true, publishes: true, counts: true }

/** A unit by names: `parent` is null at the top. */
export type NamedUnit = UnitFlags & {
  readonly name: string
  readonly parent: string | null
  readonly level: Level | null
}

export type TreeFault =
  | 'name-twice'
  | 'name-taken'
  | 'parent-unknown'
  | 'parent-itself'
  | 'parent-circle'
  | 'parent-refused'
  | 'too-deep'

/** `said` is the name that does not fit; `other` the line of the row that it meets. */
export type TreeProblem = {
  readonly line: number
  readonly code: TreeFault
  readonly said: string
  readonly other?: number
}

export type FittedRows<R> = {
  /** In the order of the rows; parents may come later. */
  readonly added: readonly R[]
  /** Rows of units that stand as the row has them. */
  readonly unchanged: readonly R[]
  readonly problems: readonly TreeProblem[]
}

/** Levels of units below each other: 区, 街镇 and 局, 管理区 are three, with room above them. */
const deepest = 6

/** Names are one where only spaces and the width of signs differ. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/** `refused` are names of rows that are no unit by themselves; `top` is the district's name, which a row may leave out. */
export const fitRows = <R extends NamedUnit & { readonly line: number }>(
  rows: readonly R[],
  standing: readonly NamedUnit[],
  refused: readonly string[],
  top: string | null,
): FittedRows<R> => {
  const own = new Map<string, R>()
  const problems: TreeProblem[] = []
  for (const row of rows) {
    const first = own.get(nameKey(row.name))
    if (first) problems.push({ line: row.line, code: 'name-twice', said: row.name, other: first.line })
    else own.set(nameKey(row.name), row)
  }
  const stands = new Map(standing.map(unit => [nameKey(unit.name), unit]))
  const bad = new Set(refused.map(nameKey))
  const fitting = [...own.values()].filter(row => {
    const code = placeFault(row, own, stands, bad)
    if (code) problems.push({ line: row.line, code, said: row.parent ?? row.name })
    return code === null
  })
  const [added, unchanged]: [R[], R[]] = [[], []]
  for (const row of fitting) {
    const stood = stands.get(nameKey(row.name))
    if (!stood) added.push(row)
    else if (isSame(row, stood, top)) unchanged.push(row)
    else problems.push({ line: row.line, code: 'name-taken', said: row.name })
  }
  return { added, unchanged, problems: problems.sort((a, b) => a.line - b.line) }
}

/** Goes up from a row, at most as many steps as units may stand below each other. */
const placeFault = (
  row: NamedUnit,
  own: ReadonlyMap<string, NamedUnit>,
  stands: ReadonlyMap<string, NamedUnit>,
  bad: ReadonlySet<string>,
): TreeFault | null => {
  const line = [nameKey(row.name)]
  for (let at = row; at.parent !== null; ) {
    const above = nameKey(at.parent)
    if (above === line[0]) return at === row ? 'parent-itself' : 'parent-circle'
    if (line.includes(above)) return 'parent-refused'
    const next = own.get(above)
    if (!next) {
      if (stands.has(above)) return null
      return at === row && !bad.has(above) ? 'parent-unknown' : 'parent-refused'
    }
    line.push(above)
    if (line.length > deepest) return 'too-deep'
    at = next
  }
  return null
}

const isSame = (row: NamedUnit, stood: NamedUnit, top: string | null): boolean =>
  nameKey(row.parent ?? top ?? '') === nameKey(stood.parent ?? top ?? '') &&
  row.level === stood.level &&
  row.files === stood.files &&
  row.publishes === stood.publishes &&
  row.counts === stood.counts

/** The row of a whole new district that all others are below; null when none is. */
export const soleTop = <R extends NamedUnit>(rows: readonly R[]): R | null => {
  const [top, ...more] = rows.filter(({ parent }) => parent === null)
  return top && more.length === 0 && rows.length > 1 ? top : null
}
