// A reminder that its person puts off: the promise that stands, the row of the clock that reminds again, and, where a day
// was named, its mark in the standing and its line of the audit.

import type { Event } from '../../engine/event.ts'
import type { Filing, PersonId } from '../../engine/filing.ts'
import type { AuditAct } from '../audit.ts'
import type { LifeRows } from '../ports/life-rows.ts'
import type { PutOff } from '../ports/nudges.ts'
import type { Due } from '../ports/turn.ts'

type Delayed = {
  readonly putOff: PutOff
  readonly dues: readonly Due[]
  readonly acts: readonly AuditAct[]
  readonly life: Omit<LifeRows, 'by' | 'at'> | null
}

/** The job that reminds again; its rows are named by `againKey`. */
const againJob = 'nudge-again'
const againKey = (filing: string, person: string): string => `${filing}/${person}`

export const putOff = (
  { until, moment, isSigning }: Extract<Event, { type: 'put-off' }>,
  { id: filing }: Filing,
  person: PersonId,
): Delayed => {
  const [day = ''] = moment.split('T')
  if (!isSigning)
    return {
      putOff: { filing, person, until, day: null },
      dues: [{ job: againJob, key: againKey(filing, person), at: until }],
      acts: [],
      life: null,
    }
  return {
    putOff: { filing, person, until, day },
    dues: [],
    acts: [{ what: 'promised', about: `filing/${filing}`, old: null, new: day }],
    life: {
      marks: { promisedOn: day },
      notes: [],
      closed: [],
      signOffs: [],
      sealed: [],
      publications: [],
      isHandIn: false,
    },
  }
}
