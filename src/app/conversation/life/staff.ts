// A unit's people as a turn of its report asks for them and records their leave: the use cases of the registry, bound to
// whoever speaks.

import { decide } from '../../../district/access.ts'
import type { PersonId } from '../../../engine/filing.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Caller } from '../../open.ts'
import type { Absences, UnitFiller } from '../../ports/absences.ts'
import type { Seat } from '../../ports/conversations.ts'
import type { Handling } from '../../ports/handling.ts'
import type { Recorder } from '../../record-acts.ts'
import type { AbsenceDeps } from '../../registry/absence-people.ts'
import { endAbsence, recordAbsence } from '../../registry/record-absence.ts'

export type StaffDeps = Pick<AbsenceDeps, 'registry' | 'people' | 'audits' | 'seal'> & {
  readonly absences: Absences
  readonly handling: Pick<Handling, 'reachable'>
  readonly environment: Omit<Recorder, 'audits' | 'seal'>
  readonly words: Words
}

export type Staff = {
  readonly person: PersonId
  /** All who fill in the whole report. */
  readonly fillers: () => Promise<readonly UnitFiller[]>
  /** Whether anybody of the office can be told of something. */
  readonly isOfficeReached: () => Promise<boolean>
  /** Of the person themselves; null when it is refused. */
  readonly recordLeave: (
    since: string,
    until: string,
    substitute: PersonId | null,
  ) => ReturnType<typeof recordAbsence>
  readonly endLeave: () => ReturnType<typeof endAbsence>
}

export const staffOf = (deps: StaffDeps, { filing, person }: Seat, caller: Caller, today: string): Staff => {
  const ports = { ...deps, ...deps.environment }
  const about = { unit: filing.unit, person: person.id, today }
  return {
    person: person.id,
    fillers: () => deps.absences.fillersOf(filing.unit),
    isOfficeReached: async () =>
      (await deps.handling.reachable(filing.id)).some(
        ({ ground: { members, unit, above } }) =>
          decide(members, 'invite-person', { id: unit, above }) !== null,
      ),
    recordLeave: (since, until, substitute) =>
      recordAbsence(ports, caller, { ...about, since, until, substitute }),
    endLeave: () => endAbsence(ports, caller, about),
  }
}
