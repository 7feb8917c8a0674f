// Adds a group's robot, lists them and takes one away. Of address and secret nothing is said again.

import { type Caller, openUnit, openUnits } from '../open.ts'
import type { GroupRobot, Groups, ListedGroup } from '../ports/groups.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from '../registry/administer.ts'
import { addressProblem } from './group-address.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround' | 'unitGrounds'>
  readonly groups: Pick<Groups, 'groups' | 'addGroup' | 'removeGroup'>
}

/** The longest name of a group, in characters. */
export const longestGroupName = 40

export const addGroup = (
  deps: Deps,
  caller: Caller,
  wish: Omit<GroupRobot, 'id'>,
): Promise<Administered<Pick<GroupRobot, 'id'>>> =>
  administer(deps, [`unit/${wish.unit}`], async () => {
    const admitted = await openUnit(deps.registry, caller, wish.unit, 'set-group')
    if (!admitted) return refuse('not-allowed')
    const problem = addressProblem(wish.kind, wish)
    if (problem) return refuse(`group-${problem}`)
    const name = wish.name.trim()
    if (name === '' || [...name].length > longestGroupName) return refuse('group-name')
    if ((await deps.groups.groups()).some(each => each.name === name)) return refuse('group-stands')
    const group = { ...wish, name, id: deps.id() }
    return {
      ...{ type: 'planned', ...admitted, value: group },
      acts: [groupAct('group-added', group)],
      write: recorded => deps.groups.addGroup(group, recorded),
    }
  })

/** Waiting words for it are given up. */
export const removeGroup = (deps: Deps, caller: Caller, named: string): Promise<Administered<ListedGroup>> =>
  administer(deps, [], async () => {
    const group = (await listGroups(deps, caller)).find(({ id, name }) => id === named || name === named)
    if (!group) return refuse('group-unknown')
    const admitted = await openUnit(deps.registry, caller, group.unit, 'set-group')
    if (!admitted) return refuse('not-allowed')
    return {
      ...{ type: 'planned', ...admitted, value: group },
      acts: [groupAct('group-removed', group)],
      write: recorded => deps.groups.removeGroup(group.id, recorded),
    }
  })

/** Those of units that the caller reaches. */
export const listGroups = async (
  { registry, groups }: Pick<Deps, 'registry'> & { readonly groups: Pick<Groups, 'groups'> },
  caller: Caller,
): Promise<readonly ListedGroup[]> => {
  const all = await groups.groups()
  const units = await openUnits(
    registry,
    caller,
    all.map(({ unit }) => unit),
    'list-groups',
  )
  return all.filter(({ unit }) => units.has(unit))
}

const groupAct = (
  what: 'group-added' | 'group-removed',
  { id, unit, kind }: Pick<GroupRobot, 'id' | 'unit' | 'kind'>,
): ScopedAct => ({
  ...{ what, scope: `unit/${unit}`, about: `group/${id}` },
  ...(what === 'group-added' ? { old: null, new: kind } : { old: kind, new: null }),
})
