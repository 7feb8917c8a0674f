// The desk at which a person stands, or may: of a unit that others are below, by a membership of their own there.

import { decide, leadsToFiling, type Member, type Rights } from '../../district/access.ts'
import type { UnitId } from '../../engine/filing.ts'
import type { DeskPlace } from '../ports/desks.ts'

export type DeskUnit = { readonly id: UnitId; readonly name: string }

export type Desk = {
  readonly place: DeskPlace
  readonly unit: DeskUnit
  /** All at which they may stand. */
  readonly desks: readonly DeskUnit[]
  /** They stand at it in this chat, and did not only come to it first. */
  readonly isStood: boolean
  /** They have a report of their own to fill in or to sign somewhere. */
  readonly hasReports: boolean
}

/** With `at` that unit's; else the one where they stand, else the newest. Null for somebody who has none, or not that one. */
export const deskOf = (place: DeskPlace | null, at?: UnitId): Desk | null => {
  if (!place) return null
  const { members } = place.person
  const desks = [
    ...new Map(
      members.filter(isOfDesk).map(each => [each.unit, { id: each.unit, name: each.unitName }]),
    ).values(),
  ]
  const stood = desks.find(({ id }) => id === place.unit)
  const unit = at === undefined ? (stood ?? desks[0]) : desks.find(({ id }) => id === at)
  if (!unit) return null
  return {
    ...{ place, unit, desks },
    isStood: at === undefined ? stood !== undefined : true,
    hasReports: members.some(({ role }) => leadsToFiling(role)),
  }
}

/** The rows on which they may ask this at the desk itself; null when they may not. */
export const rightsAt = (
  { place, unit }: Pick<Desk, 'place' | 'unit'>,
  action: Parameters<typeof decide>[1],
): Rights | null => decide(place.person.members, action, { id: unit.id, above: [] })

const isOfDesk = (member: Member): boolean =>
  decide([member], 'see-desk', { id: member.unit, above: [] }) !== null
