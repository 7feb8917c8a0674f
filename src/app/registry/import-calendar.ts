// Loads a year's notice of holidays, in the place of the one that was loaded before: the next plan of nudges knows it,
// without a new start.

import type { Notice } from '../../district/notice.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { type Administered, administer, refuse } from './administer.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'units' | 'unitGround'>
  readonly calendar: Calendar
}

/** The root's line holds the years and the days themselves: a notice is public. */
export const importCalendar = (deps: Deps, caller: Caller, notice: Notice): Promise<Administered<Notice>> =>
  administer(deps, ['root'], async () => {
    const units = await deps.registry.units()
    const root = units.find(({ isRoot }) => isRoot)?.id ?? null
    const admitted = await openUnit(deps.registry, caller, root, 'import-calendar')
    if (!admitted) return refuse('not-allowed')
    const before = (await deps.calendar.notices()).find(({ year }) => year === notice.year)
    return {
      ...{ type: 'planned', ...admitted },
      acts: [
        {
          ...({ what: 'calendar-imported', scope: 'root', about: 'root' } as const),
          old: before ? JSON.stringify(before) : null,
          new: JSON.stringify(notice),
        },
      ],
      write: recorded => deps.calendar.putNotice(notice, recorded),
      value: notice,
    }
  })
