// Answers that come when they come, whether or not the server keeps up: each is due at its moment, and its latency counts
// from there, so that a server that falls behind cannot slow its own measure down.

import { setTimeout as delay } from 'node:timers/promises'
import { answer, type Conversation, type Lane } from './lane.ts'

export type Load = { readonly perSecond: number; readonly seconds: number }

/** Latencies in milliseconds, ascending, of answers that are spread evenly over the conversations. */
export async function latenciesUnder(
  lane: Lane,
  open: readonly Conversation[],
  { perSecond, seconds }: Load,
): Promise<readonly number[]> {
  const start = performance.now()
  const latencies: number[] = []
  const person = async (conversation: Conversation, turn: number) => {
    const everyMs = (1_000 * open.length) / perSecond
    for (let due = start + (turn * everyMs) / open.length; due < start + seconds * 1_000; due += everyMs) {
      await delay(Math.max(0, due - performance.now()))
      await answer(lane, conversation, 1)
      latencies.push(performance.now() - due)
    }
  }
  await Promise.all(open.map(person))
  return latencies.sort((a, b) => a - b)
}

/** NaN of none. */
export const percentile = (ascending: readonly number[], percent: number): number =>
  ascending[Math.min(ascending.length - 1, Math.ceil((ascending.length * percent) / 100) - 1)] ?? Number.NaN

/** Opens conversations a few at a time: opening is not measured. */
export async function openAll(lane: Lane, count: number, first = 1): Promise<readonly Conversation[]> {
  const open: Conversation[] = []
  const chats = Array.from({ length: count }, (_, n) => first + n).values()
  const opener = async () => {
    for (const chat of chats) open.push(await lane.begin(chat))
  }
  await Promise.all(Array.from({ length: 50 }, opener))
  return open
}
