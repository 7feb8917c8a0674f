// Updates per second, counted when the reply has arrived, with one update in each of 100 chats; CPU per update.
// The reference is Hono + Telegraf that stores nothing.

import { answer, type Lane } from './lane.ts'
import { figure, median, ratio, type Section, wanted } from './report.ts'
import { answersPerSecond, type Cost, costOf, cpuPerAnswer, inTurn, withLanes } from './rounds.ts'
import type { Subject } from './subject.ts'

const BACKLOG = 100
const WANTED = 0.5

export type ThroughputSize = { readonly rounds: number; readonly seconds: number; readonly questions: number }

export async function throughput(
  subjects: readonly Subject[],
  ours: Subject,
  reference: Subject,
  { rounds, seconds, questions }: ThroughputSize,
): Promise<Section> {
  return withLanes(subjects, BACKLOG, questions, async lanes => {
    const conversations = new Map(await Promise.all(lanes.map(open)))
    const start = performance.now()
    const own = process.cpuUsage()
    const costs = await inTurn(lanes, rounds, lane => costOf(lane, () => crowd(lane, conversations.get(lane) ?? [], seconds)))
    const { user, system } = process.cpuUsage(own)
    const busy = (user + system) / 10 / (performance.now() - start)
    const of = (subject: Subject, each: (cost: Cost) => number) =>
      (costs.get(lanes.find(lane => lane.subject === subject) ?? ({} as Lane)) ?? []).map(each)
    const speed = ratio(of(ours, answersPerSecond), of(reference, answersPerSecond))
    return {
      title: `Updates per second, a backlog of ${BACKLOG}, ${rounds} rounds of ${seconds} s (ratios to ${reference.name})`,
      columns: ['', 'updates/s', 'CPU/update', 'updates/s', 'CPU µs/update', 'messages/update'],
      rows: lanes.map(({ subject, counts }) => [
        subject.name,
        figure(ratio(of(subject, answersPerSecond), of(reference, answersPerSecond)), 2),
        figure(ratio(of(subject, cpuPerAnswer), of(reference, cpuPerAnswer)), 2),
        figure(median(of(subject, answersPerSecond)), 0),
        figure(median(of(subject, cpuPerAnswer)), 0),
        figure(counts.messages / counts.updates, 2),
      ]),
      notes: [
        `the side that posts and counts was busy ${figure(busy, 0)} % of one core`,
        wanted(`${ours.name}, updates/s`, Number.isNaN(speed) ? undefined : speed, `≥ ${WANTED}`, speed >= WANTED),
      ],
    }
  })
}

async function open(lane: Lane) {
  const chats = Array.from({ length: BACKLOG }, (_, index) => index + 1)
  return [lane, await Promise.all(chats.map(chat => lane.begin(chat)))] as const
}

async function crowd(lane: Lane, conversations: Awaited<ReturnType<typeof open>>[1], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000
  let answers = 0
  await Promise.all(
    conversations.map(async conversation => {
      for (; performance.now() < until; answers++) await answer(lane, conversation, 1)
    }),
  )
  return answers
}
