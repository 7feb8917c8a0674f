// Whether the server's memory grows with the filings that it has seen: thousands in turn, some answers in each.

import { answer, type Lane } from './lane.ts'
import { figure, type Section, wanted } from './report.ts'
import { withLanes } from './rounds.ts'
import type { Subject } from './subject.ts'

const ANSWERS = 5
const AT_ONCE = 20
/** Growth from the first tenth to the end that counts as flat, in % of the first tenth. */
const WANTED = 10

export async function memory(ours: Subject, { filings }: { readonly filings: number }): Promise<Section> {
  return withLanes([ours], filings, ANSWERS, async ([lane]) => {
    if (!lane) throw new Error('no lane')
    const tenth = Math.ceil(filings / 10)
    const megabytes: number[] = []
    for (let first = 1; first <= filings; first += tenth) {
      await fill(lane, first, Math.min(filings, first + tenth - 1))
      megabytes.push((await lane.usage()).rss / 1024 / 1024)
    }
    const [early = Number.NaN] = megabytes
    const growth = (100 * ((megabytes.at(-1) ?? Number.NaN) - early)) / early
    return {
      title: `Memory over ${figure(filings, 0)} filings in turn, ${ANSWERS} answers each`,
      columns: ['filings', 'RSS MB'],
      rows: megabytes.map((each, n) => [figure(Math.min(filings, (n + 1) * tenth), 0), figure(each, 0)]),
      notes: [wanted(`growth after the first tenth at most ${WANTED} %`, growth, 1, growth <= WANTED)],
    }
  })
}

async function fill(lane: Lane, first: number, last: number): Promise<void> {
  const chats = Array.from({ length: last - first + 1 }, (_, n) => first + n).values()
  const person = async () => {
    for (const chat of chats) await answer(lane, await lane.begin(chat), ANSWERS)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, person))
}
