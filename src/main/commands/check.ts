// `nianbao check`: everything the rules say about report files, in words or as one line of JSON per file.

import { cellName, findingWords } from '../../app/words-for.ts'
import { derive, stated } from '../../engine/derive.ts'
import { type CellKey, cellKey, type Form, textKey } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import type { Known } from '../../engine/known.ts'
import { review } from '../../engine/review.ts'
import { blocks, type Severity } from '../../engine/rules/finding.ts'
import { catalog } from '../../forms/catalog.ts'
import { createWords, type Words } from '../../i18n/words.ts'
import type { Desk } from './desk.ts'
import { printable } from './printable.ts'
import { type Input, readInput } from './read-input.ts'

export type CheckOptions = { readonly previous?: string; readonly complete?: true; readonly json?: true }

type Checked = {
  readonly findings: readonly {
    readonly rule: string
    readonly severity: Severity
    /** What the unit wrote about it; then it does not block. */
    readonly reason?: string
    readonly cells: readonly string[]
    readonly left?: number
    readonly right?: number
    readonly message: string
  }[]
  /** Keys of entered cells without a figure and of required texts that are absent. */
  readonly incomplete: readonly string[]
}

type Report = Extract<Input, { ok: true }>

/** Exit code 0: nothing blocks; 1: something blocks; 2: something could not be read. */
export const check = async (files: readonly string[], options: CheckOptions, desk: Desk): Promise<number> => {
  const words = createWords(desk.locale)
  const before = options.previous === undefined ? null : await readPrevious(options.previous, desk)
  let exit = before === 'unreadable' ? 2 : 0
  const previous = before === 'unreadable' ? null : before
  for (const file of files) {
    const read = await readInput(desk, file)
    if (!read.ok) {
      exit = 2
      if (options.json) desk.print(JSON.stringify({ file, error: read.why }))
      else desk.complain(desk.words('input.line', { file, why: read.why }))
      continue
    }
    tellUnknown(desk, file, read)
    const checked = checkReport(words, read, previous)
    if (options.json) desk.print(JSON.stringify({ file, ...checked }))
    else desk.print(linesOf(desk, words, file, read, checked).join('\n'))
    const isMissing = options.complete === true && checked.incomplete.length > 0
    const isBlocked = checked.findings.some(blocks)
    if (isMissing || isBlocked) exit = Math.max(exit, 1)
  }
  return exit
}

/** Last year's report. When it cannot be read that is said, and the others are checked without it. */
const readPrevious = async (file: string, desk: Desk): Promise<Known['previous'] | 'unreadable'> => {
  const read = await readInput(desk, file)
  if (read.ok) return { form: catalog.formOf(read.filing.form), filing: read.filing }
  desk.complain(desk.words('input.line', { file, why: read.why }))
  return 'unreadable'
}

/** All that is to be said of one report. */
export const checkReport = (
  words: Words,
  { filing, unit, level, layout }: Report,
  previous: Known['previous'] = null,
): Checked => {
  const form = catalog.formOf(filing.form)
  const figures = derive(form, filing)
  const valueAt = (key: CellKey) => stated(filing, figures, key)?.value ?? null
  const known = { unit: { name: unit, level, powers: {} }, previous, yearEnd: null, printed: layout }
  const findings = review(form, filing, known).findings.map(finding => ({
    rule: finding.rule,
    severity: finding.severity,
    ...(finding.reason !== undefined && { reason: finding.reason }),
    cells: finding.cells,
    ...(finding.left && { left: finding.left.sum }),
    ...(finding.right && { right: finding.right.sum }),
    message: findingWords(words, form, finding, valueAt),
  }))
  const missing = form.sections.flatMap((section): readonly string[] => {
    if (section.type === 'text')
      return section.required && !filing.texts.has(section.text) ? [section.text] : []
    return section.cells.filter(({ key, sum }) => !sum && !filing.entries.has(key)).map(({ key }) => key)
  })
  return { findings, incomplete: missing }
}

/** At most so many missing parts are named. */
const mostNamed = 8

const linesOf = (
  desk: Desk,
  words: Words,
  file: string,
  { filing, unit }: Report,
  checked: Checked,
): readonly string[] => {
  const say = desk.words
  const form = catalog.formOf(filing.form)
  const { findings, incomplete } = checked
  const names = incomplete.slice(0, mostNamed).map(key => nameOf(words, form, key))
  const more = incomplete.length > mostNamed ? say('check.more') : ''
  return [
    say('check.title', { file, unit: printable(unit), year: filing.year }),
    ...findings.map(
      ({ rule, severity, message }) =>
        `  ${say(severity === 'error' ? 'check.finding' : `check.${severity}`, { rule, message: printableLine(message) })}`,
    ),
    ...(findings.every(finding => !blocks(finding))
      ? [`  ${say(incomplete.length === 0 ? 'check.ok' : 'check.ok-so-far')}`]
      : []),
    incomplete.length === 0
      ? `  ${say('check.complete')}`
      : `  ${say('check.incomplete', { count: incomplete.length, names: names.join(say('list')) + more })}`,
  ]
}

const nameOf = (words: Words, form: Form, key: string): string =>
  indexOf(form).cells.has(key)
    ? cellName(words, form, cellKey(key))
    : words.form.text(form, textKey(key), 'name')

const tellUnknown = (desk: Desk, file: string, { unknown }: Report): void => {
  if (unknown.length === 0) return
  const keys = unknown.slice(0, mostNamed).map(printable).join(desk.words('list'))
  desk.complain(desk.words('input.unknown', { file, count: unknown.length, keys }))
}

/** A finding's words may carry a note from the file. */
const printableLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
