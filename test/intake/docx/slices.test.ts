// A Word file is read in slices: none handles more than its bound before others have their turn, and the work grows as
// the file does.

import { expect, test } from 'vitest'
import { catalog } from '../../../src/forms/catalog.ts'
import { slice } from '../../../src/intake/docx/slices.ts'
import { type DocxRead, readDocx } from '../../../src/intake/docx.ts'
import { hostileDocuments } from './hostile-documents.ts'

/** The signs of each slice but the last, in order, and what was read. */
const slicesOf = async (
  bytes: Uint8Array,
  pause: () => Promise<void> = async () => {},
): Promise<{ readonly slices: readonly number[]; readonly read: DocxRead }> => {
  const slices: number[] = []
  const read = await readDocx(bytes, catalog, done => {
    slices.push(done)
    return pause()
  })
  return { slices, read }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test.each(hostileDocuments)(
  '$name: no slice is more than its bound, twice the file is at most 2.2 times the work',
  async ({ make, most }) => {
    const works: number[] = []
    const largest = process.env.LONG ? most : most / 2
    for (const size of [largest / 4, largest / 2, largest]) {
      const { slices } = await slicesOf(make(Math.floor(size)))
      expect(Math.max(0, ...slices)).toBeLessThanOrEqual(slice.most)
      works.push(sum(slices) + slice.most / 2)
    }
    const [once = 0, twice = 0, fourTimes = 0] = works
    expect(fourTimes).toBeGreaterThan(2 * slice.most)
    expect(twice / once).toBeLessThan(2.2)
    expect(fourTimes / twice).toBeLessThan(2.2)
  },
)

test('while ten of the worst are read at once, others are served between any two slices', async () => {
  const [worst] = hostileDocuments
  if (!worst) throw new Error('no document')
  const bytes = worst.make(worst.most / 4)
  let isOver = false
  let served = 0
  // Somebody else, who comes again as soon as the event loop lets them.
  const other = async () => {
    for (; !isOver; served += 1) await new Promise(resolve => setTimeout(resolve, 0))
  }
  const others = other()
  const before: number[] = []
  const all = await Promise.all(
    Array.from({ length: 10 }, () =>
      slicesOf(bytes, async () => {
        before.push(served)
        await new Promise(resolve => setTimeout(resolve, 0))
      }),
    ),
  )
  isOver = true
  await others
  const slices = all.flatMap(each => each.slices)
  expect(slices.length).toBeGreaterThan(100)
  // Each round lets each of the ten read one slice.
  const rounds = [...Map.groupBy(before, served => served).values()]
  const most = Math.max(...rounds.map(round => round.length))
  expect(most).toBeLessThanOrEqual(10)
  expect(served).toBeGreaterThanOrEqual(Math.floor(slices.length / 10))
})
