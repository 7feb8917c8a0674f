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

/** A unit that stands, by names: `formerNames` it bore before; of a closed one `successor` took the duties over. */
export type StandingUnit = NamedUnit & {
  readonly formerNames: readonly string[]
  readonly isClosed: boolean
  readonly successor: string | null
}

export type TreeFault =
  | 'name-twice'
  | 'name-taken'
  | 'name-former'
  | 'parent-unknown'
  | 'parent-former'
  | 'parent-closed'
  | 'parent-succeeded'
  | 'parent-itself'
  | 'parent-circle'
  | 'parent-refused'
  | 'too-deep'

/** `said` is the name that does not fit; `other` the line of the row that it meets; `now` the name to write instead. */
export type TreeProblem = {
  readonly line: number
  readonly code: TreeFault
  readonly said: string
  readonly other?: number
  readonly now?: string
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
  standing: readonly StandingUnit[],
  refused: readonly string[],
  top: string | null,
): FittedRows<R> => {
  const own = new Map<string, R>()
  const problems: TreeProblem[] = []
  const stands = new Map(standing.map(unit => [nameKey(unit.name), unit]))
  const former = formerly(standing, stands)
  const bad = new Set(refused.map(nameKey))
  for (const row of rows) {
    const key = nameKey(row.name)
    const [first, unit] = [own.get(key), former.get(key)]
    if (first) problems.push({ line: row.line, code: 'name-twice', said: row.name, other: first.line })
    else if (unit) problems.push({ line: row.line, code: 'name-former', said: row.name, now: unit.name })
    else own.set(key, row)
  }
  const fitting = [...own.values()].filter(row => {
    const fault = placeFault(row, { own, stands, former, bad })
    if (fault) problems.push({ line: row.line, said: row.parent ?? row.name, ...fault })
    return fault === null
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

/** Units by the names that they bore before and that none bears now. */
const formerly = (
  standing: readonly StandingUnit[],
  stands: ReadonlyMap<string, StandingUnit>,
): ReadonlyMap<string, StandingUnit> =>
  new Map(
    standing
      .flatMap(unit => unit.formerNames.map(name => [nameKey(name), unit] as const))
      .filter(([key]) => !stands.has(key)),
  )

/** All by the keys of their names. */
type Names = {
  readonly own: ReadonlyMap<string, NamedUnit>
  readonly stands: ReadonlyMap<string, StandingUnit>
  readonly former: ReadonlyMap<string, StandingUnit>
  readonly bad: ReadonlySet<string>
}
type PlaceFault = Pick<TreeProblem, 'code' | 'now'>

/** Goes up from a row, at most as many steps as units may stand below each other. */
const placeFault = (row: NamedUnit, names: Names): PlaceFault | null => {
  const { own, stands } = names
  const line = [nameKey(row.name)]
  const isNew = !stands.has(nameKey(row.name))
  for (let at = row; at.parent !== null; ) {
    const above = nameKey(at.parent)
    if (above === line[0]) return { code: at === row ? 'parent-itself' : 'parent-circle' }
    if (line.includes(above)) return { code: 'parent-refused' }
    const stood = stands.get(above)
    const next = own.get(above)
    const fault = stood ? isNew && stood.isClosed && closedFault(stood) : !next && absentFault(above, names)
    if (fault) return at === row ? fault : { code: 'parent-refused' }
    if (!next) return null
    line.push(above)
    if (line.length > deepest) return { code: 'too-deep' }
    at = next
  }
  return null
}

/** A new unit begins below none that is closed. */
const closedFault = ({ successor }: StandingUnit): PlaceFault =>
  successor === null ? { code: 'parent-closed' } : { code: 'parent-succeeded', now: successor }

const absentFault = (above: string, { former, bad }: Names): PlaceFault => {
  const renamed = former.get(above)
  if (renamed) return { code: 'parent-former', now: renamed.name }
  return { code: bad.has(above) ? 'parent-refused' : 'parent-unknown' }
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
