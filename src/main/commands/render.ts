// `nianbao render`: a report file as a document. Totals are computed anew; those that the file states are dropped.

import { realpath, writeFile } from 'node:fs/promises'
import { docxOf } from '../../document/docx.ts'
import { htmlOf } from '../../document/html.ts'
import { type Outline, outlineOf } from '../../document/outline.ts'
import { reportOf } from '../../document/report.ts'
import { textOf } from '../../document/text.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import { pageStyle } from '../../forms/page-style.ts'
import { type CommandContext, codeOf, refusal } from './command-context.ts'
import { type ReportInput, readInput } from './read-input.ts'
import { writeRefusal } from './write-refusal.ts'

export type RenderOptions = { readonly to: string; readonly output?: string }

const later = ['xlsx', 'csv']

type Material = {
  readonly form: Form
  readonly outline: Outline
  readonly report: Extract<ReportInput, { ok: true }>
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

export const render = async (
  file: string,
  { to, output }: RenderOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  if (later.includes(to)) throw refusal(say('usage.format-later', { what: to }))
  const renderer = Object.hasOwn(renderers, to) ? renderers[to] : undefined
  if (!renderer) throw refusal(say('usage.format', { what: to }))
  if (to === 'docx' && output === undefined && context.isTerminal.output)
    throw refusal(say('usage.docx-terminal'))
  if (output !== undefined && (await isSame(file, output))) throw refusal(say('usage.same-file'))
  const report = await readInput(context, file)
  if (!report.ok) throw refusal(say('input.line', { file, why: report.why }))
  const { filing, unit, title } = report
  const form = context.catalog.formOf(filing.form)
  const outline = outlineOf({ form, filing, unitName: unit, title })
  const body = await renderer({ form, outline, report, now: context.now() })
  if (output === undefined) await context.write(body)
  else await save(context, output, body)
  return 0
}

/** Without the totals that the file stated, so that they follow from their parts. */
const computedAnew = (form: Form, filing: Filing): Filing => {
  const computed = new Set<string>(indexOf(form).computed.map(({ key }) => key))
  return { ...filing, entries: new Map([...filing.entries].filter(([key]) => !computed.has(key))) }
}

/** Writes a file, or refuses with a sentence. */
export const save = async (
  context: CommandContext,
  file: string,
  body: Uint8Array | string,
): Promise<void> => {
  try {
    await writeFile(file, body)
  } catch (error) {
    throw writeRefusal(context, file, codeOf(error))
  }
}

const isSame = async (a: string, b: string): Promise<boolean> => {
  const [one, other] = await Promise.all([a, b].map(file => realpath(file).catch(() => null)))
  return one !== null && one === other
}
