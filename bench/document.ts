// The document and the checks of a full report (every figure of the 2021 form above zero), in this process. Ratios
// are to parsing the same report's JSON, a yardstick that speeds up and slows down with the machine.

import { docxOf } from '../src/document/docx.ts'
import { htmlOf } from '../src/document/html.ts'
import { outlineOf } from '../src/document/outline.ts'
import { reportOf } from '../src/document/report.ts'
import { textOf } from '../src/document/text.ts'
import { type Filing, filingId, type PersonId, personId, unitId } from '../src/engine/filing.ts'
import { formId } from '../src/engine/form.ts'
import { indexOf } from '../src/engine/index-of.ts'
import { review } from '../src/engine/review.ts'
import { formOf } from '../src/forms/catalog.ts'
import { readReport } from '../src/intake/report.ts'
import { figure, median, ratio, type Section } from './report.ts'

const form = formOf(formId('disclosure-2021'))
const unit = { name: '示例单位', level: 'bureau' as const }

export async function document({ rounds }: { readonly rounds: number }): Promise<Section> {
  const filing = fullFiling()
  const report = JSON.stringify(reportOf(form, filing, unit))
  const outline = () => outlineOf({ form, filing, unitName: unit.name })
  // What is once worked out for a filing is kept with it: a copy makes the checks start anew.
  const fresh = (): Filing => ({ ...filing, entries: new Map(filing.entries) })
  const jobs: readonly (readonly [string, () => unknown])[] = [
    ['JSON.parse', () => JSON.parse(report)],
    ['read a report file', () => readReport(report)],
    ['all checks', () => review(form, fresh())],
    ['text', () => textOf(outline())],
    ['html', () => htmlOf(outline())],
    ['docx', () => docxOf(outline())],
  ]
  const times = new Map<string, number[]>(jobs.map(([name]) => [name, []]))
  for (let round = 0; round <= rounds * 4; round += 1) {
    for (const [name, job] of jobs) {
      const took = await timeOf(job)
      if (round > 0) times.get(name)?.push(took)
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

const fullFiling = (): Filing => {
  const by: PersonId = personId('bench')
  const common = { by, at: 0, message: null }
  const { entered, texts } = indexOf(form)
  const valueFor = (answer: string, n: number) =>
    answer === 'money-wan' ? ({ fen: 1_234_500, unit: 'wan-yuan' } as const) : n
  return {
    id: filingId('bench'),
    unit: unitId('bench'),
    form: form.id,
    revision: form.revision,
    year: 2026,
    version: 1,
    entries: new Map(
      entered.map((cell, n) => [
        cell.key,
        { ...common, value: valueFor(cell.answer, n + 1), note: null, source: 'imported' },
      ]),
    ),
    texts: new Map(
      [...texts.keys()].map(key => [key, [{ ...common, body: '正文。\n'.repeat(40).trim() }]]),
    ) as Filing['texts'],
  }
}
