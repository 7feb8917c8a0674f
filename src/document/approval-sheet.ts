// The sheet on which a report is approved (审批单), as an outline: headline figures with last year's, and the places in
// which people sign. It signs nothing for anybody.

import { answers } from '../engine/answers/answers.ts'
import { derive, stated } from '../engine/derive.ts'
import type { Filing, Value } from '../engine/filing.ts'
import type { Cell, Form, SectionKey } from '../engine/form.ts'
import { cellOf } from '../engine/index-of.ts'
import { type Known, lastYear } from '../engine/known.ts'
import { approvalSheet as printed } from '../forms/approval-sheet.ts'
import { pageStyle } from '../forms/page-style.ts'
import { type Outline, type OutlineCell, printedDay } from './outline.ts'

export type SheetInput = {
  readonly form: Form
  readonly filing: Filing
  readonly unitName: string
  /** Last year's report, where it is in hand. */
  readonly previous: Known['previous']
  /** How many findings stand with a reason; nothing is missing and nothing blocks. */
  readonly explained: number
  /** The number in the office's own system, where one is known. */
  readonly number: string | null
  /** The day on which it is made, `YYYY-MM-DD`. */
  readonly day: string
}

/** One table on one page. */
export const approvalSheetOf = (input: SheetInput): Outline => {
  const { form, filing, unitName } = input
  const report = form.title.replaceAll('{unit}', '').replaceAll('{year}', String(filing.year))
  const title = printed.title.replace('{report}', () => report)
  const facts: Readonly<Record<string, string>> = {
    unit: unitName,
    day: printedDay(input.day),
    name: form.title.replaceAll('{unit}', () => unitName).replaceAll('{year}', String(filing.year)),
    figures: figuresOf(input),
    checks: checksOf(input),
    number: input.number ?? '',
  }
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place)
  return {
    title,
    titleBreak: 0,
    blocks: [
      {
        ...{ type: 'table', section: 'approval-sheet' as SectionKey, headRows: 0 },
        widths: Array.from({ length: printed.columns }, () => 1),
        heightsMm: printed.rows.map(({ heightMm }) => heightMm),
        rows: printed.rows.map(({ cells }) =>
          cells.map((cell): OutlineCell => {
            const span = { columns: cell.columns, rows: cell.rows ?? 1 }
            if ('label' in cell) return { ...span, role: 'label', text: cell.label }
            const text = 'field' in cell ? filled(cell.field) : 'hand' in cell ? printed.hand : printed.seal
            return { ...span, role: 'field', text }
          }),
        ),
      },
    ],
  }
}

const checksOf = ({ explained }: SheetInput): string =>
  [printed.passed, ...(explained > 0 ? [printed.explained.replace('{count}', String(explained))] : [])].join(
    printed.between,
  ) + printed.end

const figuresOf = ({ form, filing, unitName, previous }: SheetInput): string => {
  const figures = derive(form, filing)
  const known: Known = { previous, unit: { name: unitName, level: null, powers: {} }, yearEnd: null }
  const said = (form.headline ?? []).map(key => {
    const cell = cellOf(form, key)
    const before = lastYear(known, key)
    return (before ? printed.figureBefore : printed.figure)
      .replace('{name}', () => nameOf(cell))
      .replace('{value}', () => printedValue(cell, stated(filing, figures, key)?.value))
      .replace('{before}', () => printedValue(cell, before?.value))
  })
  return said.join(printed.between) + printed.end
}

/** As printed, without numbers of the table; a total by its row, any other by row and column. */
const nameOf = ({ groups, row, column, sum }: Cell): string =>
  (sum === undefined ? [row, column] : [...groups, row]).map(bare).join('')

const bare = (label: string): string =>
  pageStyle.heads.reduce((left, { opens }) => left.replace(opens, ''), label.replaceAll('\n', ''))

const printedValue = ({ answer, options }: Cell, value: Value | undefined): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'number' ? String(value) : answers[answer].print(value, options)
}
