// Ends what a person has: their memberships, of one unit or of all, and their sessions. From then on they read and write
// nothing by them, and no link that they took lets a browser in again.

import type { Member } from '../../district/access.ts'
import type { PersonId, UnitId } from '../../engine/filing.ts'
import type { Seal } from '../audit.ts'
import { allRights, type Caller, openUnit, openUnits } from '../open.ts'
import type { ListedPerson, People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<People, 'people' | 'endPerson'> & Pick<Registry, 'unitGround' | 'unitGrounds'>
}

/**
 * `all`: every membership and every session. `unit`: the memberships of this unit, and with the last one the sessions.
 * `sessions`: these alone; the person comes in again by a new link.
 */
export type PersonEnd =
  | { readonly type: 'all' }
  | { readonly type: 'unit'; readonly unit: UnitId }
  | { readonly type: 'sessions' }

export type EndedPerson = {
  readonly person: ListedPerson
  readonly members: ListedPerson['members']
  readonly sessions: number
}

/** `named` is the person's id, else a name that nobody else bears. Whom the caller may not see is unknown to them. */
export const endPerson = async (
  deps: Deps,
  caller: Caller,
  named: string,
  end: PersonEnd,
): Promise<Administered<EndedPerson>> =>
  administer(deps, [], async () => {
    const all = await deps.registry.people(caller.at)
    const visible = await openUnits(deps.registry, caller, unitsOf(all), 'list-sessions')
    const [person, ...more] = personsNamed(
      all.filter(each => unitsOf([each]).some(id => visible.has(id))),
      named,
    )
    if (!person) return refuse('person-unknown')
    if (more.length > 0) return refuse('person-ambiguous')
    const members = person.members.filter(({ unit }) =>
      end.type === 'unit' ? unit === end.unit : end.type === 'all',
    )
    if (end.type === 'unit' && members.length === 0) return refuse('person-unknown')
    const endsSessions = end.type !== 'unit' || members.length === person.members.length
    // Sessions open all that the person has: whoever ends them must reach all of it.
    const ofMembers = await admittedTo(deps, caller, members, 'end-membership')
    const ofSessions = await admittedTo(deps, caller, endsSessions ? person.members : [], 'end-session')
    const [first] = [...(ofMembers ?? []), ...(ofSessions ?? [])]
    if (!ofMembers || !ofSessions || !first) return refuse('not-allowed')
    if (caller.type === 'person' && isLast(all, members)) return refuse('last-administrator')
    const sessions = endsSessions ? person.devices.filter(({ session }) => session !== null).length : 0
    return {
      ...{ type: 'planned', who: first.who, rights: allRights([...ofMembers, ...ofSessions]) },
      acts: await actsOf(deps, person, members, endsSessions),
      write: recorded =>
        deps.registry.endPerson(
          { person: person.id, members: members.map(({ id }) => id), endsSessions, at: caller.at },
          recorded,
          {
            people: [{ person: person.id, members: person.members.map(({ id }) => id) }],
            members: caller.type === 'person' ? staying(all, members) : [],
          },
        ),
      value: { person, members, sessions },
    }
  })

const unitsOf = (people: readonly ListedPerson[]): readonly UnitId[] => [
  ...new Set(people.flatMap(({ members }) => members.map(({ unit }) => unit))),
]

/** A name that looks like somebody's id does not stand in its way. */
const personsNamed = (people: readonly ListedPerson[], named: string): readonly ListedPerson[] => {
  const person = people.find(({ id }) => id === named)
  return person ? [person] : people.filter(({ name }) => name === named)
}

/** Whether nobody would administer any more who does now; the shell may still do it. */
export const isLast = (all: readonly ListedPerson[], ended: readonly Pick<Member, 'id'>[]): boolean => {
  const administering = all.flatMap(each => each.members).filter(({ role }) => role === 'administrator')
  return administering.length > 0 && administering.every(({ id }) => ended.some(each => each.id === id))
}

/** One who goes on administering, so that two ends at once do not take the last two; none where nobody is ended who does. */
export const staying = (
  all: readonly ListedPerson[],
  ended: readonly Pick<Member, 'id' | 'role'>[],
): readonly string[] => {
  if (!ended.some(({ role }) => role === 'administrator')) return []
  const others = all
    .flatMap(each => each.members)
    .filter(({ id, role }) => role === 'administrator' && !ended.some(each => each.id === id))
  return others.slice(0, 1).map(({ id }) => id)
}

/** Null when one of the units is closed to the caller. */
const admittedTo = async (
  { registry }: Deps,
  caller: Caller,
  members: ListedPerson['members'],
  action: 'end-membership' | 'end-session',
) => {
  const asked = await Promise.all(members.map(({ unit }) => openUnit(registry, caller, unit, action)))
  return asked.every(admitted => admitted !== null) ? asked : null
}

/** In the chains of the units; of sessions one line, in that of the newest membership. */
const actsOf = async (
  { seal }: Deps,
  { id, members: all }: ListedPerson,
  members: ListedPerson['members'],
  endsSessions: boolean,
): Promise<readonly ScopedAct[]> => {
  const ended = await Promise.all(members.map(member => endingAct(seal, id, member)))
  const [newest] = all
  if (!endsSessions || !newest) return ended
  const line = { what: 'sessions-ended', scope: `unit/${newest.unit}`, about: `person/${id}` } as const
  return [...ended, { ...line, old: null, new: null }]
}

/** The line of a membership that ends, in its unit's chain. */
export const endingAct = async (
  seal: Seal,
  person: PersonId,
  { id, unit, role }: Pick<Member, 'id' | 'unit' | 'role'>,
): Promise<ScopedAct> => ({
  what: 'membership-ended',
  scope: `unit/${unit}`,
  about: `membership/${await seal('row', id)}`,
  old: JSON.stringify([person, role]),
  new: null,
})
