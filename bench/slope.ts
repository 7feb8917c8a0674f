// How the cost of an answer changes from the first to the 200th of a conversation, the server warm.
// Conversations are staggered: in every slot each stretch of ten answers is given once, in a random order and by
// another chat, so that neither warming up nor a growing database can look like a slope. Filling the stagger warms up.

import { answer, type Conversation, type Lane } from './lane.ts'
import { line } from './line.ts'
import { figure, type Section, wanted } from './report.ts'
import { chats, costOf, cpuPerAnswer, msPerAnswer, withLanes } from './rounds.ts'
import type { Subject } from './subject.ts'

const ANSWERS = 200
const STRETCH = 10
const STAGES = ANSWERS / STRETCH
const WANTED = 10

/** `slots` are those that count. */
export type SlopeSize = { readonly slots: number }

type Stretches = { readonly time: number[][]; readonly cpu: number[][] }

export async function slope(
  subjects: readonly Subject[],
  ours: Subject,
  { slots }: SlopeSize,
): Promise<Section> {
  return withLanes(subjects, STAGES + slots, ANSWERS, async lanes => {
    const measured = new Map<Lane, Stretches>(lanes.map(lane => [lane, { time: stages(), cpu: stages() }]))
    const open = new Map<Lane, Conversation[]>(lanes.map(lane => [lane, []]))
    for (const slot of chats(1, STAGES + slots)) {
      for (const lane of lanes) open.get(lane)?.unshift(await lane.begin(slot))
      const turns = lanes.flatMap(lane =>
        (open.get(lane) ?? []).map((talk, stage) => ({ lane, talk, stage })),
      )
      for (const { lane, talk, stage } of shuffled(turns)) {
        const cost = await costOf(lane, async () => {
          await answer(lane, talk, STRETCH)
          return STRETCH
        })
        if (slot <= STAGES) continue
        measured.get(lane)?.time[stage]?.push(msPerAnswer(cost))
        measured.get(lane)?.cpu[stage]?.push(cpuPerAnswer(cost))
      }
      for (const talks of open.values()) talks.splice(STAGES - 1)
    }
    const lines = lanes.map(lane => {
      const { time, cpu } = measured.get(lane) ?? { time: [], cpu: [] }
      return { subject: lane.subject, time: line(time), cpu: line(cpu) }
    })
    const own = lines.find(({ subject }) => subject === ours)
    const verdict = (what: 'time' | 'cpu') => {
      const percent = own?.[what].percent ?? Number.NaN
      const named = what === 'cpu' ? 'CPU' : 'time'
      return wanted(
        `${named} slope of ${ours.name} within ±${WANTED} %`,
        percent,
        1,
        Math.abs(percent) <= WANTED,
      )
    }
    return {
      title: `The slope over ${ANSWERS} answers, in % of the mean cost (± one standard error): ${slots} conversations' worth`,
      columns: ['', 'CPU slope', 'time slope', 'CPU µs first → last', 'ms first → last'],
      rows: lines.map(({ subject, time, cpu }) => [
        subject.name,
        `${figure(cpu.percent, 1)} % ± ${figure(cpu.error, 1)}`,
        `${figure(time.percent, 1)} % ± ${figure(time.error, 1)}`,
        `${figure(cpu.first, 0)} → ${figure(cpu.last, 0)}`,
        `${figure(time.first, 2)} → ${figure(time.last, 2)}`,
      ]),
      notes: [verdict('cpu'), verdict('time')],
    }
  })
}

const stages = (): number[][] => Array.from({ length: STAGES }, () => [])

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map(value => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}
