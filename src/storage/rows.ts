// The border: rows and the JSON in them, read back into the engine's types. What does not parse is the fault
// `row-unreadable` with a place, never with a value. Focus and card bodies are ours: their outline is checked.

import * as z from 'zod'
import type { Standing } from '../app/ports/commit.ts'
import type { Card } from '../app/ports/conversations.ts'
import type { Mail } from '../app/ports/outbox.ts'
import { longestLine } from '../engine/answers/words.ts'
import type { Entry, EntryKey, Filing, Part, Value } from '../engine/filing.ts'
import type { Focus } from '../engine/focus.ts'
import { levels, type TextKey } from '../engine/form.ts'
import type { Powers } from '../engine/known.ts'
import { fault } from '../faults.ts'

/** `input` in this shape; `where` names the table for the fault. */
export const readAs = <T>(schema: z.ZodType<T>, input: unknown, where: string): T => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw fault('row-unreadable', [where, ...(result.error.issues[0]?.path ?? [])].join('.'))
}

const parse = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw fault('row-unreadable', where) // without the cause: it quotes what was read
  }
}

const nullable = z.string().nullable()
const strings = z.array(z.string())
const moneyUnit = z.enum(['yuan', 'wan-yuan', 'yi-yuan'])
const value: z.ZodType<Value> = z.union([
  z.null(),
  z.number(),
  z.boolean(),
  z.string().max(longestLine),
  strings,
  z.object({ fen: z.int().nonnegative(), unit: moneyUnit }),
  z.object({ open: strings }),
])

const source = z.enum(['typed', 'gate', 'carried', 'imported'])
const cellRows = z.array(z.tuple([z.string(), z.string(), nullable, source, z.string(), z.int(), nullable]))
const textRows = z.array(z.tuple([z.string(), z.int(), z.string(), z.string(), z.int(), nullable, z.int()]))

/** Entries from a JSON list of [key, value as JSON, note, source, by, at, message]. Unknown keys are kept. */
export const readEntries = (text: string): Filing['entries'] => {
  const entries = new Map<EntryKey, Entry>()
  for (const [key, json, note, from, by, at, message] of readAs(cellRows, parse(text, 'cell'), 'cell')) {
    const stored = readAs(value, parse(json, `cell.${key}`), `cell.${key}`)
    entries.set(key as EntryKey, { value: stored, note, source: from, by, at, message } as Entry)
  }
  return entries
}

/** Texts from a JSON list of [key, part, body, by, at, message, bound], in any order. */
export const readTexts = (text: string): Filing['texts'] => {
  const texts = new Map<TextKey, Part[]>()
  const rows = readAs(textRows, parse(text, 'text'), 'text').sort((a, b) => a[1] - b[1])
  for (const [key, , body, by, at, message, bound] of rows) {
    const parts = texts.get(key as TextKey) ?? []
    parts.push({ body, by, at, message, ...(bound === 1 && { bound: true }) } as Part)
    texts.set(key as TextKey, parts)
  }
  return texts
}

const typed = z.looseObject({ type: z.string() })
const shown = z.record(z.string(), z.string())
const focus = z.looseObject({
  question: typed,
  shown,
  after: nullable,
  trail: z.array(typed),
  undo: z.array(z.array(z.looseObject({ type: z.enum(['entry', 'text']), key: z.string() }))),
  later: strings,
})

export const writeFocus = ({ trail, undo, ...rest }: Focus): string =>
  `${JSON.stringify(rest).slice(0, -1)},"trail":[${trail.map(once).join()}],"undo":[${undo.map(once).join()}]}`

/** What one remembers is most of a focus, and the same objects from one message to the next. */
const once = (part: object): string => {
  const known = written.get(part)
  if (known !== undefined) return known
  const text = JSON.stringify(part)
  written.set(part, text)
  return text
}
const written = new WeakMap<object, string>()

export const readFocus = (text: string): Focus =>
  readAs(focus, parse(text, 'focus'), 'focus') as unknown as Focus

const choices = z.array(z.object({ event: typed, label: z.string() }))

export const readShown = (text: string): Card['shown'] => readAs(shown, parse(text, 'card'), 'card.shown')

export const readChoices = (text: string): Card['choices'] =>
  readAs(choices, parse(text, 'card'), 'card.choices') as unknown as Card['choices']

type Body = Omit<Mail['outgoing'], 'id' | 'to' | 'kind' | 'edits'>
const body: z.ZodType<Body> = z.object({
  lines: z.array(z.object({ text: z.string(), style: z.enum(['plain', 'strong', 'quote', 'table']) })),
  choices: z.array(z.object({ number: z.int(), label: z.string(), nav: z.boolean() })),
  cells: strings,
  input: z
    .object({ type: z.enum(['number', 'signed', 'money', 'money-wan', 'text']), placeholder: z.string() })
    .nullable(),
  file: z
    .object({ filing: z.string(), version: z.int(), format: z.literal('docx'), name: z.string() })
    .nullable(),
})

export const writeBody = ({ lines, choices, cells, input, file }: Body): string =>
  JSON.stringify({ lines, choices, cells, input, file } satisfies Body)

export const readBody = (text: string): Body => readAs(body, parse(text, 'outbox'), 'outbox')

/** What a unit may do, by row of the form. */
export const readPowers = (text: string): Powers => readAs(powers, parse(text, 'unit'), 'unit.powers')
const powers: z.ZodType<Powers> = z.record(z.string(), z.boolean())

export const level = z.enum(levels).nullable()
export const kind = z.enum(['say', 'ask', 'table', 'file', 'close', 'own'])
export const standing: z.ZodType<Standing> = z.object({
  state: z.literal('draft'),
  open: z.int(),
  errors: z.int(),
  next: nullable,
  touchedAt: z.int(),
})
