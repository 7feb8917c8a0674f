// The document and the checks of a full report (every figure of the 2021 form above zero), in this process. Ratios
// are to parsing the same report's JSON, a yardstick that speeds up and slows down with the machine.

import { docxOf } from '../src/document/docx.ts'
import { htmlOf } from '../src/document/html.ts'
import { outlineOf } from '../src/document/outline.ts'
import { reportOf } from '../src/document/report.ts'
import { textOf } from '../src/document/text.ts'
import { type Filing, longestText, personId } from '../src/engine/filing.ts'
import { textKey } from '../src/engine/form.ts'
import { review } from '../src/engine/review.ts'
import { catalog } from '../src/forms/catalog.ts'
import { readReport } from '../src/intake/report.ts'
import { form, fullFiling, paragraph, unit } from './full-filing.ts'
import { figure, median, ratio, type Section } from './report.ts'

const known = { unit: { ...unit, powers: {} }, previous: null, yearEnd: null }

export async function document({ rounds }: { readonly rounds: number }): Promise<Section> {
  const filing = fullFiling()
  const report = JSON.stringify(reportOf(form, filing, unit))
  const outline = () => outlineOf({ form, filing, unitName: unit.name })
  // Readings of a text are kept by its words: a copy with one text of full length changed is read anew.
  let round = 0
  const fresh = (): Filing => {
    round += 1
    const part = { by: personId('bench'), at: 0, message: null }
    const body = `${round}\n${paragraph.repeat(Math.ceil(longestText / paragraph.length))}`.slice(
      0,
      longestText,
    )
    const texts = new Map(filing.texts).set(textKey('overview'), [{ ...part, body }])
    return { ...filing, entries: new Map(filing.entries), texts }
  }
  const jobs: readonly (readonly [string, () => unknown])[] = [
    ['JSON.parse', () => JSON.parse(report)],
    ['read a report file', () => readReport(report, catalog)],
    ['all checks, a text of 20,000 characters changed', () => review(form, fresh(), known)],
    ['text', () => textOf(outline())],
    ['html', () => htmlOf(outline())],
    ['docx', () => docxOf(outline())],
  ]
  const times = new Map<string, number[]>(jobs.map(([name]) => [name, []]))
  for (let nth = 0; nth <= rounds * 4; nth += 1) {
    for (const [name, job] of jobs) {
      const took = await timeOf(job)
      if (nth > 0) times.get(name)?.push(took)
    }
  }
  const yardstick = times.get('JSON.parse') ?? []
  return {
    title: `Document and checks of a report with ${filing.entries.size} figures: medians of ${rounds * 4} rounds`,
    columns: ['', 'ratio', 'ms'],
    rows: [...times].map(([name, took]) => [
      name,
      figure(ratio(took, yardstick), 1),
      figure(median(took), 3),
    ]),
    notes: [],
  }
}

const timeOf = async (job: () => unknown): Promise<number> => {
  const start = performance.now()
  await job()
  return performance.now() - start
}
