// The figure that a district cares for: how many people who answer once in 20 s one core carries, and whether a steady
// stream of durable answers is answered in time.

import { execFileSync } from 'node:child_process'
import { latenciesUnder, openAll, percentile } from './load.ts'
import { figure, type Section, wanted } from './report.ts'
import { withLanes } from './rounds.ts'
import type { Subject } from './subject.ts'

const EVERY_SECONDS = 20
const LIMIT_MS = 250
const QUESTIONS = 166

export type CrowdSize = { readonly most: number; readonly first: number; readonly seconds: number }

/** Doubles the crowd until answers are late, then halves the step three times. */
export async function crowd(ours: Subject, { most, first, seconds }: CrowdSize): Promise<Section> {
  return withLanes([ours], most, QUESTIONS, async ([lane]) => {
    if (!lane) throw new Error('no lane')
    const isPinned = pin(lane.pid)
    const open = await openAll(lane, most)
    const rows: (readonly string[])[] = []
    const isCarried = async (people: number): Promise<boolean> => {
      const perSecond = people / EVERY_SECONDS
      const before = await lane.usage()
      const latencies = await latenciesUnder(lane, open.slice(0, people), { perSecond, seconds })
      const { cpu } = await lane.usage()
      const p99 = percentile(latencies, 99)
      rows.push([
        figure(people, 0),
        figure(percentile(latencies, 50), 1),
        figure(p99, 1),
        `${figure((cpu - before.cpu) / seconds / 10_000, 0)} %`,
      ])
      return p99 < LIMIT_MS
    }
    let carried = 0
    let step = first
    while (carried + step <= most && (await isCarried(carried + step))) {
      carried += step
      step = carried
    }
    for (let n = 0; n < 3; n++) {
      step = Math.floor(step / 2)
      if (carried + step <= most && (await isCarried(carried + step))) carried += step
    }
    return {
      title: `People who answer once in ${EVERY_SECONDS} s, p99 below ${LIMIT_MS} ms, ${isPinned ? 'on one core' : 'on all cores (taskset is missing)'}`,
      columns: ['people', 'p50 ms', 'p99 ms', 'CPU of a core'],
      rows,
      notes: [
        `${figure(carried, 0)} people are carried${carried + step > most ? ', and more were not tried' : ''}`,
      ],
    }
  })
}

export type SteadySize = { readonly perSecond: number; readonly seconds: number; readonly chats: number }

export async function steady(ours: Subject, { perSecond, seconds, chats }: SteadySize): Promise<Section> {
  return withLanes([ours], chats, QUESTIONS, async ([lane]) => {
    if (!lane) throw new Error('no lane')
    const open = await openAll(lane, chats)
    const latencies = await latenciesUnder(lane, open, { perSecond, seconds })
    const p99 = percentile(latencies, 99)
    return {
      title: `${perSecond} durable answers a second for ${seconds} s, in ${chats} chats`,
      columns: ['answers', 'p50 ms', 'p99 ms', 'longest ms'],
      rows: [
        [
          figure(latencies.length, 0),
          ...[percentile(latencies, 50), p99, latencies.at(-1) ?? Number.NaN].map(ms => figure(ms, 1)),
        ],
      ],
      notes: [wanted(`p99 at most ${LIMIT_MS} ms`, p99, 1, p99 <= LIMIT_MS)],
    }
  })
}

/** All threads of the process on one core; false where the system has no such command. */
function pin(pid: number): boolean {
  try {
    execFileSync('taskset', ['-a', '-p', '-c', '0', `${pid}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
