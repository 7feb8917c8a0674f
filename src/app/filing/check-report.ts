// Checks one report file: its findings in words and data, and what it lacks. It prints nothing and stores nothing.

import { missingCells } from '../../engine/completeness.ts'
import { derive, stated } from '../../engine/derive.ts'
import type { Filing } from '../../engine/filing.ts'
import { type CellKey, cellKey, type Form, type Level, textKey } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import type { Known } from '../../engine/known.ts'
import type { Printed } from '../../engine/printed.ts'
import { review } from '../../engine/review.ts'
import type { Severity } from '../../engine/rules/finding.ts'
import { cellName } from '../../i18n/cell-words.ts'
import { findingWords } from '../../i18n/finding-words.ts'
import type { Words } from '../../i18n/words.ts'

/** A report as it was read; `layout` is what a document prints besides figures and texts. */
export type ReportToCheck = {
  readonly filing: Filing
  readonly unit: string
  readonly level: Level | null
  readonly layout: Printed
}

export type CheckedReport = {
  readonly findings: readonly {
    readonly rule: string
    readonly severity: Severity
    /** The unit's explanation; with it an `explain` does not block. */
    readonly reason?: string
    readonly cells: readonly string[]
    readonly left?: number
    readonly right?: number
    /** The words of a text at fault, as they were written. */
    readonly quote?: string
    readonly message: string
  }[]
  /** Keys of entered cells without a figure and of required texts that are absent. */
  readonly incomplete: readonly string[]
}

/** All findings about a report in its form; a year before counts only if it is of the same obligation. */
export const checkReport = (
  words: Words,
  form: Form,
  { filing, unit, level, layout }: ReportToCheck,
  previous: Known['previous'] = null,
): CheckedReport => {
  const figures = derive(form, filing)
  const valueAt = (key: CellKey) => stated(filing, figures, key)?.value ?? null
  const before = previous?.form.obligation === form.obligation ? previous : null
  const known = { unit: { name: unit, level, powers: {} }, previous: before, yearEnd: null, printed: layout }
  const findings = review(form, filing, known).findings.map(finding => ({
    rule: finding.rule,
    severity: finding.severity,
    ...(finding.reason !== undefined && { reason: finding.reason }),
    cells: finding.cells,
    ...(finding.left && { left: finding.left.sum }),
    ...(finding.right && { right: finding.right.sum }),
    ...(finding.quote !== undefined && { quote: finding.quote }),
    message: findingWords(words, form, finding, valueAt),
  }))
  return { findings, incomplete: missingCells(form, filing) }
}

/** The name of an incomplete part: a cell's or a text's. */
export const partName = (words: Words, form: Form, key: string): string =>
  indexOf(form).cells.has(key)
    ? cellName(words, form, cellKey(key))
    : words.form.text(form, textKey(key), 'name')
