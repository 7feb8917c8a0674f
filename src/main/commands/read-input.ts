// Reads a report file from outside: whatever it is, the answer is a report or one sentence, and no file is read
// further than a report could be long.

import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { catalog } from '../../forms/catalog.ts'
import { type CliKey, isCliKey } from '../../i18n/cli-words.ts'
import { type Problem, type ReportRead, readReport } from '../../intake/report.ts'
import { codeOf, type Desk } from './desk.ts'
import { printable } from './printable.ts'
import { readDocxInput } from './read-docx-input.ts'

export type Input = Extract<ReportRead, { ok: true }> | { readonly ok: false; readonly why: string }

/** A report has at most two million characters (intake/parse-json.ts), each at most three bytes in UTF-8; a docx less. */
const mostMegabytes = 6
const mostBytes = mostMegabytes * 1024 * 1024
/** So many problems are told; of the others only their number. */
const mostTold = 5
/** Word's and WPS's files by their ending, and what else people have at hand; a zip without one may be a docx. */
const wordFormats = ['docx', 'doc', 'wps']
const otherFormats = ['xlsx', 'xls', 'et', 'pdf', 'csv', 'html', 'zip']
const zip = 'PK\u0003\u0004'

export const readInput = async (desk: Desk, file: string): Promise<Input> => {
  const { words } = desk
  const refuse = (why: string): Input => ({ ok: false, why })
  const body = await bytesOf(desk, file)
  if (typeof body === 'string') return refuse(body)
  const ending = extname(file).slice(1).toLowerCase()
  if (wordFormats.includes(ending)) return readDocxInput(desk, file, body)
  if (otherFormats.includes(ending)) return refuse(words('input.other-format', { format: `.${ending}` }))
  if (body.toString('latin1', 0, 4) === zip) return readDocxInput(desk, file, body)
  const text = textOf(body)
  if (text === undefined) return refuse(words('input.not-utf8'))
  const read = readReport(text, catalog)
  return read.ok ? read : refuse(problemsWords(desk, read.problems))
}

/** The file's bytes, or why they cannot be had. */
const bytesOf = async ({ words }: Desk, file: string): Promise<Buffer | string> => {
  try {
    const handle = await open(file)
    try {
      const body = Buffer.alloc(mostBytes + 1)
      let length = 0
      for (let read = 1; read > 0 && length <= mostBytes; length += read) {
        read = (await handle.read(body, length, body.length - length)).bytesRead
      }
      return length > mostBytes
        ? words('input.too-large', { limit: mostMegabytes })
        : body.subarray(0, length)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = codeOf(error)
    return words(known[code] ?? 'input.unreadable', { why: code })
  }
}

const known: Readonly<Record<string, CliKey>> = {
  ENOENT: 'input.missing',
  ENOTDIR: 'input.missing',
  EISDIR: 'input.directory',
  EACCES: 'input.denied',
  EPERM: 'input.denied',
}

const textOf = (body: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

const problemsWords = ({ words }: Desk, problems: readonly Problem[]): string => {
  const told = problems.slice(0, mostTold).map(({ path, code, allowed = [] }) => {
    const key = `problem.${code}`
    const why = isCliKey(key) ? words(key) : words('problem.unread', { why: code })
    const instead =
      allowed.length > 0 ? words('problem.allowed', { values: allowed.join(words('list')) }) : ''
    return words('problem', { path: printable(path), why: why + instead }).trim()
  })
  const more = problems.length > mostTold ? [words('input.more', { count: problems.length - mostTold })] : []
  return words('input.problems', { problems: [...told, ...more].join(words('list')) })
}
