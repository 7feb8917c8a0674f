// Updates per second, counted when the reply has arrived, with one update in each of 100 chats; CPU per update.
// The reference is Hono + Telegraf that stores nothing.

import { answer, type Conversation, type Lane } from './lane.ts'
import { figure, lacking, median, ratio, type Section, wanted } from './report.ts'
import {
  answersPerSecond,
  chats,
  costOf,
  cpuPerAnswer,
  each,
  inTurn,
  mainPerAnswer,
  withLanes,
} from './rounds.ts'
import type { Subject } from './subject.ts'

const BACKLOG = 100
const WANTED = 0.5
/** Of a bot that stores each answer durably and does nothing else. */
const WANTED_OF_DURABLE = 1

export type ThroughputSize = { readonly rounds: number; readonly seconds: number; readonly questions: number }

export async function throughput(
  subjects: readonly Subject[],
  ours: Subject,
  reference: Subject,
  durable: Subject,
  { rounds, seconds, questions }: ThroughputSize,
): Promise<Section> {
  return withLanes(subjects, BACKLOG, questions, async lanes => {
    const open = new Map<Lane, Conversation[]>()
    for (const lane of lanes) open.set(lane, await Promise.all(chats(1, BACKLOG).map(lane.begin)))
    const start = performance.now()
    const own = process.cpuUsage()
    const results = await inTurn(lanes, rounds, lane =>
      costOf(lane, () => talkFor(lane, open.get(lane) ?? [], seconds)),
    )
    const { user, system } = process.cpuUsage(own)
    const busy = (user + system) / 10 / (performance.now() - start)
    const speed = (subject: Subject) => each(results, subject, answersPerSecond)
    const cpu = (subject: Subject) => each(results, subject, cpuPerAnswer)
    const reached = ratio(speed(ours), speed(reference))
    const ofDurable = ratio(speed(ours), speed(durable))
    const main = (subject: Subject) => each(results, subject, mainPerAnswer)
    return {
      title: `Updates per second at a backlog of ${BACKLOG}: ${rounds} rounds of ${seconds} s, beside ${reference.name}`,
      columns: [
        '',
        'speed ratio',
        'CPU ratio',
        'updates/s',
        'CPU µs/update',
        'main thread µs',
        'messages/update',
      ],
      rows: lanes.map(({ subject, counts }) => [
        subject.name,
        figure(ratio(speed(subject), speed(reference)), 2),
        figure(ratio(cpu(subject), cpu(reference)), 2),
        figure(median(speed(subject)), 0),
        figure(median(cpu(subject)), 0),
        figure(median(main(subject)), 0),
        figure(counts.messages / counts.updates, 2),
      ]),
      notes: [
        `the side that posts and counts was busy ${figure(busy, 0)} % of one core`,
        ...lacking(lanes),
        wanted(`speed ratio of ${ours.name} at least ${WANTED}`, reached, 2, reached >= WANTED),
        wanted(
          `speed of ${ours.name} beside ${durable.name} at least ${WANTED_OF_DURABLE}`,
          ofDurable,
          2,
          ofDurable >= WANTED_OF_DURABLE,
        ),
      ],
    }
  })
}

async function talkFor(lane: Lane, open: readonly Conversation[], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000
  let answers = 0
  const talk = async (conversation: Conversation) => {
    for (; performance.now() < until; answers++) await answer(lane, conversation, 1)
  }
  await Promise.all(open.map(talk))
  return answers
}
