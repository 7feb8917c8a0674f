// `nianbao check`: everything the rules say about report files, in words or as one line of JSON per file.

import { type CheckedReport, checkReport, partName } from '../../app/filing/check-report.ts'
import type { Form } from '../../engine/form.ts'
import type { Known } from '../../engine/known.ts'
import { blocks } from '../../engine/rules/finding.ts'
import type { Words } from '../../i18n/words.ts'
import type { CommandContext } from './command-context.ts'
import { printable } from './input-words.ts'
import { type ReportInput, readInput } from './read-input.ts'

export type CheckOptions = { readonly previous?: string; readonly complete?: true; readonly json?: true }

type Report = Extract<ReportInput, { ok: true }>

/** Exit code 0: nothing blocks; 1: something blocks; 2: something could not be read. */
export const check = async (
  files: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<number> => {
  const before = options.previous === undefined ? null : await readPrevious(options.previous, context)
  let exit = before === 'unreadable' ? 2 : 0
  const previous = before === 'unreadable' ? null : before
  for (const file of files) {
    const read = await readInput(context, file)
    if (!read.ok) {
      exit = 2
      if (options.json) context.print(JSON.stringify({ file, error: read.why }))
      else context.complain(context.say('input.line', { file, why: read.why }))
      continue
    }
    tellUnknown(context, file, read)
    const form = context.catalog.formOf(read.filing.form)
    // Words that stand for a name are no name: a rule must not propose them.
    const named = read.isUnnamed ? { ...read, unit: '' } : read
    const checked = checkReport(context.words, form, named, previous)
    if (options.json) context.print(JSON.stringify({ file, ...checked }))
    else context.print(linesOf(context, file, read, checked).join('\n'))
    const isMissing = options.complete === true && checked.incomplete.length > 0
    const isBlocked = checked.findings.some(blocks)
    if (isMissing || isBlocked) exit = Math.max(exit, 1)
  }
  return exit
}

/** Last year's report. When it cannot be read that is said, and the others are checked without it. */
const readPrevious = async (
  file: string,
  context: CommandContext,
): Promise<Known['previous'] | 'unreadable'> => {
  const read = await readInput(context, file)
  if (read.ok) return { form: context.catalog.formOf(read.filing.form), filing: read.filing }
  context.complain(context.say('input.line', { file, why: read.why }))
  return 'unreadable'
}

/** At most so many missing parts are named. */
const mostNamed = 8

const linesOf = (
  { say, words, catalog }: CommandContext,
  file: string,
  { filing, unit }: Report,
  { findings, incomplete }: CheckedReport,
): readonly string[] => {
  const form = catalog.formOf(filing.form)
  const parts = missingParts(words, form, incomplete)
  const names = parts.slice(0, mostNamed)
  const more = parts.length > mostNamed ? say('check.more') : ''
  return [
    say('check.title', { file, unit: printable(unit), year: filing.year }),
    ...findings.map(({ rule, severity, message }) => {
      const key = severity === 'error' ? 'check.finding' : (`check.${severity}` as const)
      return `  ${say(key, { rule, message: printableLine(message) })}`
    }),
    ...(findings.every(finding => !blocks(finding))
      ? [`  ${say(incomplete.length === 0 ? 'check.ok' : 'check.ok-so-far')}`]
      : []),
    incomplete.length === 0
      ? `  ${say('check.complete')}`
      : `  ${say('check.incomplete', { count: incomplete.length, names: names.join(say('list')) + more })}`,
  ]
}

/** The names of what is missing; a table without any figure is one of them. */
const missingParts = (words: Words, form: Form, incomplete: readonly string[]): readonly string[] => {
  const missing = new Set(incomplete)
  const absent = form.sections.filter(
    section => section.type === 'table' && section.cells.every(({ key, sum }) => sum || missing.has(key)),
  )
  const covered = new Set<string>(
    absent.flatMap(section => (section.type === 'table' ? section.cells.map(({ key }) => key) : [])),
  )
  return [
    ...absent.map(({ key }) => words.form.section(form, key, 'name')),
    ...incomplete.filter(key => !covered.has(key)).map(key => partName(words, form, key)),
  ]
}

const tellUnknown = ({ say, complain }: CommandContext, file: string, { unknown }: Report): void => {
  if (unknown.length === 0) return
  const keys = unknown.slice(0, mostNamed).map(printable).join(say('list'))
  complain(say('input.unknown', { file, count: unknown.length, keys }))
}

/** A finding's words may carry a note from the file. */
const printableLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
