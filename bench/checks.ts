// All checks of a full report with last year's beside it: after one changed figure, from nothing, and cold (texts that
// were never read before). CPU of the process, so that a busy machine does not count.

import { derive, deriveAfter } from '../src/engine/derive.ts'
import { apply, type Change, type Filing, filingId, personId } from '../src/engine/filing.ts'
import { cellKey, textKey } from '../src/engine/form.ts'
import { createReview } from '../src/engine/review.ts'
import { cpuOf } from './cpu.ts'
import { form, fullFiling, paragraph, unit } from './full-filing.ts'
import { figure, median, ratio, type Section, wanted } from './report.ts'

/** Six paragraphs are a long 总体情况: some 1,000 characters. */
const paragraphs = 6
const cell = cellKey('requests.received.natural')

export async function checks({ rounds }: { readonly rounds: number }): Promise<Section> {
  const review = createReview()
  const known = { unit: { ...unit, powers: {} }, previous: { form, filing: filingOf(0) }, yearEnd: null }
  let filing = filingOf(1)
  review(form, filing, known)
  const changed = (nth: number) => () => {
    const from = filing.entries.get(cell)
    const changes: readonly Change[] = [
      { type: 'entry', key: cell, from, to: from && { ...from, value: nth } },
    ]
    const after = apply(filing, changes)
    derive(form, filing)
    deriveAfter(form, filing, after, changes)
    filing = after
    return review(form, filing, known)
  }
  const jobs: readonly (readonly [string, (nth: number) => () => unknown])[] = [
    ['cold, every text read for the first time', nth => job(createReview(), filingOf(nth + 2))],
    ['from nothing, texts read before', () => job(createReview(), copyOf(filing))],
    ['one figure changed', changed],
  ]
  function job(own: typeof review, given: Filing) {
    return () => own(form, given, known)
  }
  const times = new Map<string, number[]>(jobs.map(([name]) => [name, []]))
  for (let nth = 0; nth <= rounds * 20; nth += 1) {
    for (const [name, make] of jobs) {
      const took = await cpuOf(make(nth))
      if (nth > 10) times.get(name)?.push(took)
    }
  }
  const [cold = [], , one = []] = [...times.values()]
  return {
    title: `All checks of a report with ${filing.entries.size} figures and last year's: medians of ${one.length} rounds`,
    columns: ['', 'ratio', 'CPU ms'],
    rows: [...times].map(([name, took]) => [name, figure(ratio(took, cold), 3), figure(median(took), 3)]),
    notes: [
      wanted('after one changed figure under 1 ms', median(one), 3, median(one) < 1),
      wanted('cold under 20 ms', median(cold), 1, median(cold) < 20),
    ],
  }
}

/** The same report in objects of its own. */
const copyOf = (filing: Filing): Filing => structuredClone(filing)

/** The full report with a text of its own, so that nothing read in another's is of use. */
const filingOf = (nth: number): Filing => {
  const filing = fullFiling()
  const part = { by: personId('bench'), at: 0, message: null }
  const body = `${nth}\n${paragraph.repeat(paragraphs)}`
  const texts = new Map(filing.texts).set(textKey('overview'), [{ ...part, body }])
  return { ...filing, id: filingId(`bench-${nth}`), texts }
}
