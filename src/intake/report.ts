// Reads a report file into a filing. Everything wrong is returned at once, with its path; nothing is repaired
// and no key is dropped. Stated totals become entries too: the rules check them, the document computes its own.

import type { $ZodIssue } from 'zod/v4/core'
import type { Unread } from '../engine/answers/answer.ts'
import {
  type Entry,
  type EntryKey,
  emptyFiling,
  type Filing,
  filingId,
  type Part,
  personId,
  type Remark,
  type RemarkKey,
  remarkKey,
  unitId,
} from '../engine/filing.ts'
import { type Cell, cellKey, type Form, formId, type Level, type TextKey, textKey } from '../engine/form.ts'
import { indexOf } from '../engine/index-of.ts'
import type { Printed } from '../engine/printed.ts'
import { renamed } from '../engine/renamed.ts'
import type { Catalog } from '../forms/catalog.ts'
import { type AskedCell, isWrongType, readFigure } from './figure.ts'
import { parseJson, type Refused, refusedIn } from './parse-json.ts'
import { type RemarkShape, type ReportShape, reportKeys, reportShape, writtenKeys } from './report-shape.ts'

/** A reason to refuse a report file; `path` is `figures.<key>`, `texts.<key>` or a key of the file. */
export type Problem = {
  readonly path: string
  readonly code:
    | Refused['code']
    | Unread
    | 'missing'
    | 'wrong-type'
    | 'wrong-value'
    | 'too-short'
    | 'too-long'
    | 'unknown-key'
    | 'unknown-form'
    | 'twice'
  /** The values that may stand there instead, where they are few. */
  readonly allowed?: readonly string[]
}

export type ReportRead =
  | {
      readonly ok: true
      /** Entries of source `imported` by `import`; with placeholders for ids. */
      readonly filing: Filing
      readonly unit: string
      readonly level: Level | null
      readonly title: string | null
      /** For the rules about the printed form; a report file has no more of it than a title. */
      readonly layout: Printed
      /** Paths the form or this version does not know. Figures and texts among them are kept in the filing. */
      readonly unknown: readonly string[]
      /** Other keys of the file, as they stood there: nothing of a file is dropped. */
      readonly others: Readonly<Record<string, unknown>>
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a report file, `nianbao/report@1`: its text, or the value parsed from it. `at` is when. Never throws. */
export const readReport = (json: unknown, catalog: Catalog, at: number = 0): ReportRead => {
  const parsed = typeof json === 'string' ? parseJson(json) : { value: json }
  if ('code' in parsed) return refuse(parsed)
  const refused = refusedIn(parsed.value)
  if (refused) return refuse(refused)
  const shaped = reportShape.safeParse(parsed.value, { reportInput: true })
  if (!shaped.success) return refuse(...shaped.error.issues.map(problemOf))
  const form = catalog.forms.get(formId(shaped.data.form))
  if (form) return filed(form, shaped.data, at)
  return refuse({ path: 'form', code: 'unknown-form', allowed: [...catalog.forms.keys()] })
}

const refuse = (...problems: readonly Problem[]): ReportRead => ({ ok: false, problems })

const filed = (form: Form, report: ReportShape, at: number): ReportRead => {
  const problems: Problem[] = []
  const entries = new Map<EntryKey, Entry>()
  const texts = new Map<TextKey, readonly Part[]>()
  const { cells, texts: knownTexts } = indexOf(form)
  const setOnce = <K, V>(map: Map<K, V>, key: K, value: V, path: string): void => {
    if (map.has(key)) problems.push({ path, code: 'twice' })
    map.set(key, value)
  }
  for (const [written, figure] of Object.entries(report.figures)) {
    const key = cellKey(renamed(form, written))
    const cell = askedCell(cells.get(key), report.year)
    const read = readFigure(cell, figure)
    const path = `figures.${written}`
    if (cell && isWrongType(cell, figure)) problems.push({ path, code: 'wrong-type' })
    else if ('unread' in read) problems.push({ path, code: read.unread })
    else setOnce(entries, key, { ...read, source: 'imported', by: importer, at, message: null }, path)
  }
  for (const [written, body] of Object.entries(report.texts)) {
    const part = { body: body.replace(/\r\n?/g, '\n'), by: importer, at, message: null }
    setOnce(texts, textKey(renamed(form, written)), [part], `texts.${written}`)
  }
  if (problems.length > 0) return refuse(...problems)
  const remarks = new Map<RemarkKey, Remark>()
  for (const remark of remarksOf(form, report.remarks, at)) {
    const key = remarkKey(remark)
    setOnce(remarks, key, remark, `remarks.${remark.rule}`)
  }
  if (problems.length > 0) return refuse(...problems)
  const ids = { id: filingId('import'), unit: unitId('import') }
  return {
    ok: true,
    filing: { ...emptyFiling(form, { ...ids, year: report.year }), entries, texts, remarks },
    unit: report.unit,
    level: report.level ?? null,
    title: report.title ?? null,
    layout: { title: report.title ?? null, headings: null, labels: [] },
    unknown: [
      ...Object.keys(report).filter(key => !reportKeys.has(key)),
      ...[...entries.keys()].filter(key => !cells.has(key)).map(key => `figures.${key}`),
      ...[...texts.keys()].filter(key => !knownTexts.has(key)).map(key => `texts.${key}`),
    ],
    others: Object.fromEntries(Object.entries(report).filter(([key]) => !writtenKeys.has(key))),
  }
}

const remarksOf = (form: Form, written: ReportShape['remarks'], at: number): readonly Remark[] => {
  const list = Array.isArray(written)
    ? written
    : Object.entries(written).map(([rule, text]) => ({ rule, text, cells: [] }))
  return list.map(({ rule, cells, text, figures, quote }: RemarkShape) => ({
    ...{ kind: 'reason', rule, figures: figures ?? null, quote: quote ?? null },
    cells: cells.map(cell => cellKey(renamed(form, cell))),
    ...{ body: text.replace(/\r\n?/g, '\n'), by: importer, at, message: null },
  }))
}

/** The person under whose name a file's figures are entered. */
export const importer = personId('import')

/** A day without its year is of the report's year. */
const askedCell = (cell: Cell | undefined, year: number): AskedCell | null =>
  cell ? { answer: cell.answer, ...(cell.options && { options: cell.options }), year } : null

const problemOf = (issue: $ZodIssue): Problem => {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'invalid_type':
      return { path, code: issue.input === undefined ? 'missing' : 'wrong-type' }
    case 'invalid_union':
      return { path, code: innermost(issue) }
    case 'invalid_value':
      return { path, code: 'wrong-value', allowed: issue.values.map(String) }
    case 'too_small':
      return { path, code: issue.origin === 'string' ? 'too-short' : 'wrong-value' }
    case 'too_big':
      return { path, code: issue.origin === 'string' ? 'too-long' : 'too-large' }
    case 'unrecognized_keys':
    case 'invalid_key':
      return { path, code: 'unknown-key' }
    default:
      return { path, code: 'wrong-value' }
  }
}

/** In a union the choice of the right type says what is wrong; the others only say that they are not it. */
const innermost = (issue: Extract<$ZodIssue, { code: 'invalid_union' }>): Problem['code'] => {
  const codes = issue.errors.flatMap(issues => issues.map(problemOf)).map(problem => problem.code)
  return codes.find(code => code !== 'wrong-type' && code !== 'missing') ?? 'wrong-type'
}
