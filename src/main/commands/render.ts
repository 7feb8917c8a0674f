// `nianbao render`: a report file as a document. Totals are computed anew, whatever the file states.

import { realpath, writeFile } from 'node:fs/promises'
import { docxOf } from '../../document/docx.ts'
import { htmlOf } from '../../document/html.ts'
import { type Outline, outlineOf } from '../../document/outline.ts'
import { reportOf } from '../../document/report.ts'
import { textOf } from '../../document/text.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import { catalog } from '../../forms/catalog.ts'
import { pageStyle } from '../../forms/page-style.ts'
import type { CliKey } from '../../i18n/books.ts'
import { codeOf, type Desk, refusal } from './desk.ts'
import { type Input, readInput } from './read-input.ts'

export type RenderOptions = { readonly to: string; readonly output?: string }

const later = ['xlsx', 'csv']

type Material = {
  readonly form: Form
  readonly outline: Outline
  readonly report: Extract<Input, { ok: true }>
  readonly now: number
}

const renderers: Readonly<Record<string, (material: Material) => Uint8Array | string | Promise<Uint8Array>>> =
  {
    docx: ({ outline, now }) => docxOf(outline, pageStyle, now),
    html: ({ outline }) => htmlOf(outline),
    text: ({ outline }) => textOf(outline),
    json: ({ form, report: { filing, unit: name, level, title, others } }) => {
      const report = reportOf(form, computedAnew(form, filing), { name, level, title })
      return `${JSON.stringify({ ...report, ...others }, null, 2)}\n`
    },
  }

export const render = async (file: string, { to, output }: RenderOptions, desk: Desk): Promise<number> => {
  const { words } = desk
  if (later.includes(to)) throw refusal(words('usage.format-later', { what: to }))
  const renderer = Object.hasOwn(renderers, to) ? renderers[to] : undefined
  if (!renderer) throw refusal(words('usage.format', { what: to }))
  if (to === 'docx' && output === undefined && desk.isTerminal.output)
    throw refusal(words('usage.docx-terminal'))
  if (output !== undefined && (await isSame(file, output))) throw refusal(words('usage.same-file'))
  const report = await readInput(desk, file)
  if (!report.ok) throw refusal(words('input.line', { file, why: report.why }))
  const { filing, unit, title } = report
  const form = catalog.formOf(filing.form)
  const outline = outlineOf({ form, filing, unitName: unit, title })
  const body = await renderer({ form, outline, report, now: desk.now() })
  if (output === undefined) await desk.write(body)
  else await save(desk, output, body)
  return 0
}

/** Without the totals that the file stated, so that they follow from their parts. */
const computedAnew = (form: Form, filing: Filing): Filing => {
  const computed = new Set<string>(indexOf(form).computed.map(({ key }) => key))
  return { ...filing, entries: new Map([...filing.entries].filter(([key]) => !computed.has(key))) }
}

/** Writes a file, or refuses with a sentence. */
export const save = async ({ words }: Desk, file: string, body: Uint8Array | string): Promise<void> => {
  try {
    await writeFile(file, body)
  } catch (error) {
    const code = codeOf(error)
    const key = reasons[code]
    throw refusal(words('failed.write', { file, why: key ? words(key) : code }))
  }
}

const reasons: Readonly<Record<string, CliKey>> = {
  ENOENT: 'write.missing',
  ENOTDIR: 'write.missing',
  EACCES: 'write.denied',
  EPERM: 'write.denied',
  EROFS: 'write.denied',
  EISDIR: 'write.directory',
}

const isSame = async (a: string, b: string): Promise<boolean> => {
  const [one, other] = await Promise.all([a, b].map(file => realpath(file).catch(() => null)))
  return one !== null && one === other
}
