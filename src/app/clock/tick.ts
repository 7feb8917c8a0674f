// Does everything that is due at an instant: mail that waits, and the rows of the clock. It keeps no time of its own: a
// timer or a cron calls it, in as many processes as there are.

import { isBeyond, nextAfter, nextTurn } from '../../district/recurring.ts'
import { errorFields } from '../../faults.ts'
import type { Environment, Log } from '../ports/environment.ts'
import type { Due } from '../ports/turn.ts'
import type { Job, JobContext } from './job.ts'

export type TickDeps = JobContext & {
  readonly jobs: Readonly<Record<string, Job>>
  /** The district's. */
  readonly zone: string
  readonly environment: Pick<Environment, 'elapsed'>
  readonly log: Log
}

/** `now` in epoch milliseconds, by the wall. Resolves with the names of what failed and will be tried again. */
export type Tick = (now: number) => Promise<readonly string[]>

/** How long a job that failed is left alone here: each time is a line of the log. */
const restMs = 55_000

export const createTick = (deps: TickDeps): Tick => {
  const { jobs, schedule, deliver, zone, environment, log } = deps
  const resting = new Map<string, number>()
  const recurring = Object.keys(jobs).filter(name => jobs[name]?.when)

  /** A recurring job has its row, and not where only a clock that was wrong can have set it. */
  const plan = async (dues: readonly Due[], now: number): Promise<void> => {
    for (const job of recurring) {
      const when = jobs[job]?.when
      const stands = dues.find(due => due.job === job && due.key === '')
      if (when && (!stands || isBeyond(when, stands.at, now)))
        await schedule.setDue({ job, key: '', at: nextAfter(when, zone, now) }, stands?.at ?? null)
    }
  }

  const doTurn = async (due: Due, { when, run }: Job, now: number): Promise<void> => {
    const turn = { due, now, next: when ? nextTurn(when, zone, due.at, now) : null }
    // A row that was set back stands where its message was stored before.
    if ((await run(deps, turn)) === 'repeat') await schedule.endTurn(turn)
  }

  return async now => {
    const failed = new Set<string>()
    const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
      try {
        await work()
      } catch (error) {
        failed.add(name)
        log('clock.failed', { job: name, ...errorFields(error) })
      }
    }
    await attempt('mail', deliver.sweep)
    await attempt('clock', async () => {
      const dues = await schedule.dues(now, recurring)
      await plan(dues, now)
      for (const due of dues) {
        const { job: name, at } = due
        const job = jobs[name]
        if (!job || at > now || (resting.get(name) ?? 0) > environment.elapsed()) continue
        await attempt(name, () => doTurn(due, job, now))
        if (failed.has(name)) resting.set(name, environment.elapsed() + restMs)
      }
    })
    return [...failed]
  }
}
