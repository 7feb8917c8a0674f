// A full report of the 2021 form for the measures: every figure above zero, and texts like those of published reports.

import { type Filing, filingId, type PersonId, personId, unitId } from '../src/engine/filing.ts'
import { formId } from '../src/engine/form.ts'
import { indexOf } from '../src/engine/index-of.ts'
import { catalog } from '../src/forms/catalog.ts'

export const form = catalog.formOf(formId('disclosure-2021'))
/** A paragraph with about as many counts as those of a city's report have. */
export const paragraph =
  '围绕老旧小区改造、就近入学和社区养老，把办事依据、流程和进度放到网站显眼处，并在服务大厅安排专人解答。' +
  '各科室按月核对栏目，发现缺漏当天补齐，重要文件与解读同步起草、同步审签、同步发布，方便群众一次看懂。' +
  '全年发布信息120条，其中会议60条、规划60条；收到政府信息公开申请35件，其中自然人30件，占85.7%。\n'
export const unit = { name: '示例单位', level: 'bureau' as const }

export const fullFiling = (): Filing => {
  const by: PersonId = personId('bench')
  const common = { by, at: 0, message: null }
  const { entered, texts } = indexOf(form)
  const valueFor = (answer: string, n: number) =>
    answer === 'money-wan' ? ({ fen: 1_234_500, unit: 'wan-yuan' } as const) : n
  return {
    id: filingId('bench'),
    unit: unitId('bench'),
    obligation: form.obligation,
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
    remarks: new Map(),
    texts: new Map(
      [...texts.values()].map(({ text }) => [text, [{ ...common, body: '正文。\n'.repeat(40).trim() }]]),
    ),
  }
}
