// Adds the units of a list to the district, all in one act or none. Rows of units that stand as they are pass; the list's
// order is the district's from then on.

import { fitRows, nameKey, type StandingUnit, soleTop, type TreeProblem } from '../../district/unit-tree.ts'
import { type UnitId, unitId } from '../../engine/filing.ts'
import type { UnitRow, UnitRowProblem, UnitsRead } from '../../intake/units.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { ListedUnit, NewUnit, Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { addingActs } from './add-unit.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & { readonly registry: Pick<Registry, 'addUnits' | 'units' | 'unitGround'> }

export type ImportedUnits = {
  /** In the list's order; none while there is a problem, unless the others are wanted. */
  readonly added: readonly Pick<ListedUnit, 'id' | 'name' | 'parent'>[]
  /** Rows of units that stand already. */
  readonly unchanged: number
  readonly problems: readonly (UnitRowProblem | TreeProblem)[]
}

/** `partly`: rows without a problem are added although others have one. */
export const importUnits = (
  deps: Deps,
  caller: Caller,
  list: Extract<UnitsRead, { ok: true }>,
  partly: boolean,
): Promise<Administered<ImportedUnits>> =>
  administer(deps, ['root'], async () => {
    const units = await deps.registry.units()
    const root = units.find(({ isRoot }) => isRoot)
    const byId = new Map(units.map(unit => [unit.id, unit]))
    const stands = units.map(
      (unit): StandingUnit => ({
        ...unit,
        parent: unit.parent === null ? null : (byId.get(unit.parent)?.name ?? null),
        isClosed: unit.closed !== null,
        successor: lastSuccessor(unit, byId)?.name ?? null,
      }),
    )
    const fitted = fitRows(list.units, stands, list.refused, root?.name ?? null)
    const problems = [...list.problems, ...fitted.problems].sort((a, b) => a.line - b.line)
    const rows = partly || problems.length === 0 ? fitted.added : []
    const added = placed(rows, units, root?.id ?? null, deps.id)
    const admitted = await Promise.all(
      [...new Set(added.map(({ above }) => above))].map(above =>
        openUnit(deps.registry, caller, above, 'add-unit'),
      ),
    )
    const [first] =
      admitted.length > 0 ? admitted : [await openUnit(deps.registry, caller, root?.id ?? null, 'add-unit')]
    const allowed = admitted.flatMap(each => each ?? [])
    if (!first || allowed.length < admitted.length) return refuse('not-allowed')
    const order = problems.length === 0 || partly ? orderOf(list.units, [...units, ...added]) : []
    const movesOthers = isMoved(units, order)
    return {
      ...{ type: 'planned', who: first.who, rights: allRights(allowed) },
      acts: [
        ...(await Promise.all(added.map(unit => addingActs(deps.seal, unit, unit.parent, [])))).flat(),
        ...(movesOthers ? [orderingAct(order)] : []),
      ],
      write: recorded => deps.registry.addUnits(added, order, recorded),
      value: {
        added: added.map(({ id, name, parent }) => ({ id, name, parent })),
        ...{ unchanged: fitted.unchanged.length, problems },
      },
    }
  })

/** The open unit that has taken the duties over in the end. */
const lastSuccessor = (
  { successor }: ListedUnit,
  byId: ReadonlyMap<UnitId, ListedUnit>,
): ListedUnit | null => {
  const next = successor === null ? undefined : byId.get(successor)
  return next === undefined || next.closed === null ? (next ?? null) : lastSuccessor(next, byId)
}

/** `above` is the unit that stands already and that it comes below, through other new ones or not. */
type Placed = NewUnit & { readonly parent: UnitId | null; readonly above: UnitId | null }

const placed = (
  rows: readonly UnitRow[],
  units: readonly ListedUnit[],
  root: UnitId | null,
  id: Recorder['id'],
): readonly Placed[] => {
  const ids = new Map(units.map(unit => [nameKey(unit.name), unit.id]))
  const own = new Map(rows.map(row => [nameKey(row.name), { row, id: unitId(id() + id()) }]))
  const top = units.length === 0 ? soleTop(rows) : null
  const aboveOf = ({ parent }: UnitRow): UnitId | null => {
    if (parent === null) return root
    const key = nameKey(parent)
    const next = own.get(key)
    return ids.get(key) ?? (next ? aboveOf(next.row) : root)
  }
  return [...own.values()].map(({ row, id }) => {
    const { name, level, parent, files, publishes, counts } = row
    const key = parent === null ? null : nameKey(parent)
    return {
      ...{ id, name, level, powers: {}, files, publishes, counts, isRoot: row === top, above: aboveOf(row) },
      parent: key === null ? root : (ids.get(key) ?? own.get(key)?.id ?? root),
    }
  })
}

/** The units of the list that stand from then on. */
const orderOf = (
  rows: readonly UnitRow[],
  units: readonly { readonly id: UnitId; readonly name: string }[],
): readonly UnitId[] => {
  const ids = new Map(units.map(({ id, name }) => [nameKey(name), id]))
  return rows.flatMap(({ name }) => ids.get(nameKey(name)) ?? [])
}

/** Whether units that stand come in another order than before; those that the list leaves out follow. */
const isMoved = (units: readonly Pick<ListedUnit, 'id'>[], order: readonly UnitId[]): boolean => {
  const named = new Set(order)
  const stood = units.map(({ id }) => id)
  const known = new Set(stood)
  const then = [...order.filter(id => known.has(id)), ...stood.filter(id => !named.has(id))]
  return then.some((id, at) => id !== stood[at])
}

const orderingAct = (order: readonly UnitId[]): ScopedAct => ({
  ...({ what: 'units-ordered', scope: 'root', about: 'root', old: null } as const),
  new: JSON.stringify(order.length),
})
