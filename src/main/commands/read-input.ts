// Reads a report file from outside into a report or one sentence. No file is read further than a report could be
// long, and nothing that was not read is filled in.

import { extname } from 'node:path'
import { readDocx } from '../../intake/docx.ts'
import { draftFiling, ownTitle } from '../../intake/draft-filing.ts'
import { type ReportRead, readReport } from '../../intake/report.ts'
import { levelInName } from '../../reading/level-in-name.ts'
import type { CommandContext } from './command-context.ts'
import { problemsWords, unreadWords } from './input-words.ts'
import { readBytes } from './read-bytes.ts'

/** `isUnnamed`: the document does not say whose it is, and words stand for the unit's name. */
export type ReportInput =
  | (Extract<ReportRead, { ok: true }> & { readonly isUnnamed?: true })
  | { readonly ok: false; readonly why: string }

/** A report has at most two million characters (intake/parse-json.ts), each at most three bytes in UTF-8; a docx less. */
const mostMegabytes = 6
/** Endings of Word's and WPS's files, and of others that people try; a zip without one may be a docx. */
const wordFormats = ['docx', 'doc', 'wps']
const otherFormats = ['xlsx', 'xls', 'et', 'csv', 'html', 'zip']
const zip = 'PK\u0003\u0004'

export const readInput = async (context: CommandContext, file: string): Promise<ReportInput> => {
  const { say } = context
  const refuse = (why: string): ReportInput => ({ ok: false, why })
  const body = await readBytes(context, file, mostMegabytes)
  if (typeof body === 'string') return refuse(body)
  const ending = extname(file).slice(1).toLowerCase()
  if (ending === 'pdf') return refuse(context.words.say('draft.pdf'))
  if (wordFormats.includes(ending)) return readWord(context, file, body)
  if (otherFormats.includes(ending)) return refuse(say('input.other-format', { format: `.${ending}` }))
  if (body.toString('latin1', 0, 4) === zip) return readWord(context, file, body)
  const text = textOf(body)
  if (text === undefined) return refuse(say('input.not-utf8'))
  const read = readReport(text, context.catalog)
  return read.ok ? read : refuse(problemsWords(context, read.problems))
}

/** A Word report; its unread parts are told on the error output. */
const readWord = async (context: CommandContext, file: string, bytes: Uint8Array): Promise<ReportInput> => {
  const { say, words, catalog } = context
  const read = await readDocx(bytes, catalog, async () => {})
  if (!read.ok) {
    // The form is not known yet: the refusal is said as the first obligation says it, with its present tables.
    const form = catalog.obligations[0]?.forms.at(-1)
    return { ok: false, why: (form ? words.of(form) : words).say(`draft.${read.why}`) }
  }
  const { draft, layout } = read
  if (draft.year === null) return { ok: false, why: say('input.no-year') }
  const form = catalog.formOf(draft.form)
  const unread = [...draft.unread, ...read.missing]
  if (unread.length > 0) context.complain(unreadWords(context, form, file, draft, unread))
  return {
    ok: true,
    filing: draftFiling(draft, form, draft.year, context.now()),
    unit: draft.unit || say('input.no-unit'),
    ...(draft.unit === '' && { isUnnamed: true }),
    level: levelInName(draft.unit),
    title: ownTitle(form, draft, layout.title),
    layout,
    unknown: [],
    others: {},
  }
}

const textOf = (body: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}
