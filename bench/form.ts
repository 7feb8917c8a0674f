// Time and CPU per answer over a whole form, in fresh chats each round: one person alone, and 100 at once.
// The reference is the same form in grammY's conversations plugin; opening a form is not counted.

import { answer, type Lane } from './lane.ts'
import { figure, lacking, median, ratio, type Section, wanted } from './report.ts'
import {
  type Cost,
  chats,
  costOf,
  cpuPerAnswer,
  each,
  inTurn,
  mainPerAnswer,
  msPerAnswer,
  withLanes,
} from './rounds.ts'
import type { Subject } from './subject.ts'

export type FormSize = {
  readonly rounds: number
  readonly questions: number
  /** How many fill at once; 1 is one person alone. */
  readonly people: number
  /** How many forms each round fills. */
  readonly forms: number
  /** CPU beside the reference, at most. */
  readonly wanted: number
}

export async function form(
  subjects: readonly Subject[],
  ours: Subject,
  reference: Subject,
  { rounds, questions, people, forms, wanted: most }: FormSize,
): Promise<Section> {
  return withLanes(subjects, (rounds + 1) * forms, questions, async lanes => {
    const begun = new Map<Lane, number>()
    const fill = (lane: Lane) => {
      const first = (begun.get(lane) ?? 0) + 1
      begun.set(lane, first + forms - 1)
      return fillForms(lane, chats(first, forms), people, questions)
    }
    const results = await inTurn(lanes, rounds, fill)
    const time = (subject: Subject) => each(results, subject, msPerAnswer)
    const cpu = (subject: Subject) => each(results, subject, cpuPerAnswer)
    const reached = ratio(cpu(ours), cpu(reference))
    const who = people === 1 ? 'one person alone' : `${people} people at once`
    return {
      title: `A form of ${questions} questions, ${who}: ${rounds} rounds of ${forms} forms, beside ${reference.name}`,
      columns: [
        '',
        'time ratio',
        'CPU ratio',
        'ms/answer',
        'CPU µs/answer',
        'main thread µs',
        'messages/update',
      ],
      rows: lanes.map(({ subject, counts }) => [
        subject.name,
        figure(ratio(time(subject), time(reference)), 2),
        figure(ratio(cpu(subject), cpu(reference)), 2),
        figure(median(time(subject)), 2),
        figure(median(cpu(subject)), 0),
        figure(median(each(results, subject, mainPerAnswer)), 0),
        figure(counts.messages / counts.updates, 2),
      ]),
      notes: [
        ...lacking(lanes),
        wanted(`CPU ratio of ${ours.name} at most ${figure(most, 2)}`, reached, 2, reached <= most),
      ],
    }
  })
}

async function fillForms(
  lane: Lane,
  fresh: readonly number[],
  people: number,
  questions: number,
): Promise<Cost> {
  const open = await Promise.all(fresh.map(lane.begin))
  const waiting = open.values()
  const person = async () => {
    for (const conversation of waiting) await answer(lane, conversation, questions)
  }
  return costOf(lane, async () => {
    await Promise.all(Array.from({ length: people }, person))
    return fresh.length * questions
  })
}
