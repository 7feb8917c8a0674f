// The document and the checks of a full report (every figure of the 2021 form above zero), in this process. Ratios
// are to parsing the same report's JSON, a yardstick that speeds up and slows down with the machine.

import { docxOf } from '../src/document/docx.ts'
import { htmlOf } from '../src/document/html.ts'
import { outlineOf } from '../src/document/outline.ts'
import { reportOf } from '../src/document/report.ts'
import { textOf } from '../src/document/text.ts'
import { type Filing, filingId, longestText, type PersonId, personId, unitId } from '../src/engine/filing.ts'
import { formId, textKey } from '../src/engine/form.ts'
import { indexOf } from '../src/engine/index-of.ts'
import { review } from '../src/engine/review.ts'
import { catalog } from '../src/forms/catalog.ts'
import { readReport } from '../src/intake/report.ts'
import { figure, median, ratio, type Section } from './report.ts'

const form = catalog.formOf(formId('disclosure-2021'))
/** A paragraph with about as many counts as those of a city's report have. */
const paragraph =
  '围绕老旧小区改造、就近入学和社区养老，把办事依据、流程和进度放到网站显眼处，并在服务大厅安排专人解答。' +
  '各科室按月核对栏目，发现缺漏当天补齐，重要文件与解读同步起草、同步审签、同步发布，方便群众一次看懂。' +
  '全年发布信息120条，其中会议60条、规划60条；收到政府信息公开申请35件，其中自然人30件，占85.7%。\n'
const unit = { name: '示例单位', level: 'bureau' as const }
const known = { unit: { ...unit, powers: {} }, previous: null }

export async function document({ rounds }: { readonly rounds: number }): Promise<Section> {
  const filing = fullFiling()
  const report = JSON.stringify(reportOf(form, filing, unit))
  const outline = () => outlineOf({ form, filing, unitName: unit.name })
  // What is once worked out for a filing or a text is kept: a copy with one text of full length changed starts anew.
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
