// Records that somebody who fills in is away on some days, and who fills in meanwhile; and that they are back. A filler
// says it of themselves, whoever may invite to the unit of each of its people. Those it is about are told in the same write.

import { addDays } from '../../district/days.ts'
import { isDay } from '../../district/is-day.ts'
import type { UnitId } from '../../engine/filing.ts'
import { dayWords } from '../day-words.ts'
import type { Caller } from '../open.ts'
import {
  type AbsenceDeps,
  type NamedFiller,
  personAsked,
  substituteOf,
  tellOfAbsence,
} from './absence-people.ts'
import { type Administered, administer, refuse } from './administer.ts'

/** People by id, or by a name that nobody else of the unit bears; days are `YYYY-MM-DD`, both on leave. */
export type AbsenceWish = {
  readonly unit: UnitId
  readonly person: string
  readonly since: string
  readonly until: string
  readonly substitute: string | null
  /** The day in the district. */
  readonly today: string
}

/** `joins`: the substitute fills in for this unit from now on, which they did not before. */
export type RecordedAbsence = {
  readonly person: NamedFiller
  readonly substitute: (NamedFiller & { readonly joins: boolean }) | null
}

/** Longer than any leave that a season has to know of. */
const longestDays = 366

/** A leave of the same person that it meets gives way to it, so that said anew it is corrected. */
export const recordAbsence = (
  deps: AbsenceDeps,
  caller: Caller,
  { unit, person: named, since, until, substitute: standIn, today }: AbsenceWish,
): Promise<Administered<RecordedAbsence>> =>
  administer(deps, [`unit/${unit}`], async () => {
    const asked = await personAsked(deps, caller, unit, named)
    if ('type' in asked) return asked
    const { admitted, person, fillers } = asked
    if (
      !isDay(since) ||
      !isDay(until) ||
      until < since ||
      until < today ||
      until > addDays(since, longestDays)
    )
      return refuse('absence-unfit')
    const found = standIn === null ? null : await substituteOf(deps, caller, unit, fillers, standIn)
    if (found && 'type' in found) return found
    if (found?.person === person.person) return refuse('own-substitute')
    const joins = found && found.member === null ? deps.id() + deps.id() : null
    const substitute = found && { person: found.person, name: found.name, joins: joins !== null }
    const { at } = caller
    const scope = `unit/${unit}` as const
    const mail = await tellOfAbsence(deps, unit, [person, ...(found ? [found] : [])], admitted, name => {
      const days = { since: dayWords(deps.words, since), until: dayWords(deps.words, until) }
      const about = { unit: name, name: person.name, ...days, substitute: substitute?.name ?? '' }
      return deps.words.say(substitute ? 'absence.told' : 'absence.told.alone', about)
    })
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        ...(joins === null || !found
          ? []
          : [
              {
                ...({ what: 'membership-added', scope } as const),
                about: `membership/${await deps.seal('row', joins)}`,
                ...{ old: null, new: JSON.stringify([found.person, 'filler']) },
              },
            ]),
        {
          ...({ what: 'absence-recorded', scope, about: `person/${person.person}` } as const),
          ...{ old: null, new: JSON.stringify([since, until, found?.person ?? null]) },
        },
      ],
      write: recorded =>
        deps.absences.recordAbsence(
          { person: person.person, unit, since, until, substitute: found?.person ?? null },
          { joins, mail, at },
          recorded,
          {
            members: [person.member, ...(found?.member ? [found.member] : [])],
            people: found && found.member === null ? [{ person: found.person, members: found.members }] : [],
          },
        ),
      value: { person, substitute },
    }
  })

/** The person is back on `today`; a leave that is still to come is given up. */
export const endAbsence = (
  deps: AbsenceDeps,
  caller: Caller,
  { unit, person: named, today }: Pick<AbsenceWish, 'unit' | 'person' | 'today'>,
): Promise<Administered<{ readonly person: NamedFiller }>> =>
  administer(deps, [`unit/${unit}`], async () => {
    const asked = await personAsked(deps, caller, unit, named)
    if ('type' in asked) return asked
    const { admitted, person, fillers } = asked
    const standing = (await deps.absences.absencesOf(unit, today)).filter(
      each => each.person === person.person,
    )
    if (standing.length === 0) return refuse('absence-unknown')
    const stoodIn = fillers.filter(each => standing.some(({ substitute }) => substitute === each.person))
    const outbox = await tellOfAbsence(deps, unit, [person, ...stoodIn], admitted, name =>
      deps.words.say('absence.told.ended', { unit: name, name: person.name }),
    )
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        {
          ...({ what: 'absence-ended', scope: `unit/${unit}`, about: `person/${person.person}` } as const),
          ...{ old: null, new: today },
        },
      ],
      write: recorded =>
        deps.absences.endAbsences(
          { person: person.person, unit, from: today },
          { outbox, at: caller.at },
          recorded,
        ),
      value: { person },
    }
  })
