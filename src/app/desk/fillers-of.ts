// Those who fill in the whole report of a unit, as somebody at a desk may see them.

import type { UnitId } from '../../engine/filing.ts'
import { listPeople } from '../registry/list-people.ts'
import type { Asker } from './asking.ts'
import type { DeskDeps } from './desk-deps.ts'

/** `member` is the row of their right. */
export type FillerHere = {
  readonly id: string
  readonly name: string
  readonly member: string
  readonly unit: UnitId
  readonly unitName: string
}

/** Of one unit, or of all that the asker reaches. */
export const fillersOf = async (
  { people, registry }: Pick<DeskDeps, 'people' | 'registry'>,
  { caller }: Pick<Asker, 'caller'>,
  unit: UnitId | null,
): Promise<readonly FillerHere[]> => {
  const ports = { people: people.people, unitGrounds: registry.unitGrounds }
  return (await listPeople(ports, caller, unit, 'list-people')).flatMap(({ id, name, members }) =>
    members.flatMap(({ id: member, unit: at, unitName, role, sections }) =>
      role === 'filler' && sections === null ? [{ id, name, member, unit: at, unitName }] : [],
    ),
  )
}
