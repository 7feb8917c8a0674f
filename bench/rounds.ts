// What all measures share: lanes that are opened together and always stopped, rounds in turn, and the cost of work.
// The first round warms up and is thrown away.

import { setTimeout as delay } from 'node:timers/promises'
import { type Lane, openLane } from './lane.ts'
import type { Subject } from './subject.ts'

/** Work that follows the last reply (marking it sent) still belongs to the answers before it. */
const SETTLE_MS = 5

/** `ms` is the wall clock of the work, `cpu` and `main` the microseconds that the server's process and its main thread used. */
export type Cost = {
  readonly answers: number
  readonly ms: number
  readonly cpu: number
  readonly main: number
}

export async function withLanes<T>(
  subjects: readonly Subject[],
  people: number,
  questions: number,
  work: (lanes: readonly Lane[]) => Promise<T>,
): Promise<T> {
  const lanes: Lane[] = []
  try {
    for (const subject of subjects) lanes.push(await openLane(subject, people, questions))
    return await work(lanes)
  } finally {
    await Promise.allSettled(lanes.map(lane => lane.stop()))
  }
}

export type Results = ReadonlyMap<Subject, readonly Cost[]>

/** A B A B …, each round beginning with the next lane; a subject's results stand in the order of the rounds. */
export async function inTurn(
  lanes: readonly Lane[],
  rounds: number,
  work: (lane: Lane) => Promise<Cost>,
): Promise<Results> {
  const results = new Map<Subject, Cost[]>(lanes.map(lane => [lane.subject, []]))
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < lanes.length; turn++) {
      const lane = lanes[(round + turn) % lanes.length]
      if (lane === undefined) continue
      const cost = await work(lane)
      if (round > 0) results.get(lane.subject)?.push(cost)
    }
  }
  return results
}

/** The figure of a subject in each round; empty when it was not measured. */
export const each = (results: Results, subject: Subject, figure: (cost: Cost) => number): number[] =>
  (results.get(subject) ?? []).map(figure)

export const chats = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => first + n)

/** `work` returns how many answers it gave. */
export async function costOf(lane: Lane, work: () => Promise<number>): Promise<Cost> {
  const before = await lane.usage()
  const start = performance.now()
  const answers = await work()
  const ms = performance.now() - start
  await delay(SETTLE_MS)
  const { cpu, main } = await lane.usage()
  return { answers, ms, cpu: cpu - before.cpu, main: main - before.main }
}

export const msPerAnswer = ({ ms, answers }: Cost): number => ms / answers
export const mainPerAnswer = ({ main, answers }: Cost): number => main / answers
export const cpuPerAnswer = ({ cpu, answers }: Cost): number => cpu / answers
export const answersPerSecond = ({ ms, answers }: Cost): number => (answers * 1_000) / ms
