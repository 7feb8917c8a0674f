// The border: rows and the JSON in them, read back into the engine's types. A row that does not parse is the fault
// `row-unreadable` with a place, never with a value. Focus, card and mail have shapes of their own,
// with versions: stored-focus.ts, stored-card.ts, stored-body.ts.

import * as z from 'zod'
import type { Prints } from '../app/ports/registry.ts'
import type { TouchedStanding } from '../app/ports/standing.ts'
import { filingStates } from '../district/lifecycle.ts'
import { longestLine } from '../engine/answers/words.ts'
import {
  type Entry,
  type EntryKey,
  type Filing,
  type Part,
  type Remark,
  remarkKey,
  type Value,
} from '../engine/filing.ts'
import { levels, type TextKey } from '../engine/form.ts'
import type { Powers } from '../engine/known.ts'
import { fault } from '../faults.ts'

/** `input` in this shape; `where` names the table for the fault. */
export const readAs = <T>(schema: z.ZodType<T>, input: unknown, where: string): T => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw fault('row-unreadable', [where, ...(result.error.issues[0]?.path ?? [])].join('.'))
}

/** Undefined for a text that is no JSON. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const parse = (text: string, where: string): unknown => {
  const json = jsonOf(text)
  if (json === undefined) throw fault('row-unreadable', where) // without a cause: it would quote the row
  return json
}

const nullable = z.string().nullable()
const strings = z.array(z.string())
const moneyUnit = z.enum(['yuan', 'wan-yuan', 'yi-yuan'])
export const value: z.ZodType<Value> = z.union([
  z.null(),
  z.number(),
  z.boolean(),
  z.string().max(longestLine),
  strings,
  z.object({ fen: z.int().nonnegative(), unit: moneyUnit }),
  z.object({ open: strings }),
])

export const source = z.enum(['typed', 'gate', 'carried', 'imported'])
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

/** In the order of `readRemarks`; also kept in a focus, by name. */
export const remark = z.object({
  kind: z.enum(['reason', 'year-end']),
  rule: nullable,
  cells: strings,
  figures: z.array(z.number()).nullable(),
  quote: nullable,
  body: z.string(),
  by: z.string(),
  at: z.int(),
  message: nullable,
})
const { kind: remarkKind, rule: remarkRule, cells: remarkCells, figures } = remark.shape
const remarkRows = z.array(
  z.tuple([
    ...([remarkKind, remarkRule, remarkCells, figures] as const),
    ...([nullable, z.string(), z.string(), z.int(), nullable] as const),
  ]),
)

/** Remarks from a JSON list of [kind, rule, cells, figures, quote, body, by, at, message]. */
export const readRemarks = (text: string): Filing['remarks'] =>
  new Map(
    readAs(remarkRows, parse(text, 'remark'), 'remark').map(
      ([kind, rule, cells, figures, quote, body, by, at, message]) => {
        const read = { kind, rule, cells, figures, quote, body, by, at, message } as unknown as Remark
        return [remarkKey(read), read]
      },
    ),
  )

/** The settings of a unit that its documents print. */
const prints = z.object({
  contact: z.string().exactOptional(),
  closes: z.literal('yes').exactOptional(),
  signs: z.string().exactOptional(),
})

/** A unit's rows of `setting`, as one JSON object, for its documents. */
export const readPrints = (text: string): { readonly prints?: Prints } => {
  const { contact, closes, signs } = readAs(prints, parse(text, 'setting'), 'setting')
  return contact === undefined && closes === undefined && signs === undefined
    ? {}
    : { prints: { contact: contact ?? null, closes: closes !== undefined, signs: signs ?? null } }
}

/** The rows that `readPrints` reads, of the unit `u`. */
export const printsColumn = `(SELECT json_group_object(key, value) FROM setting
    WHERE unit = u.id AND key IN ('contact', 'closes', 'signs')) AS prints`

/** The unit's powers by law, by row of the form. */
export const readPowers = (text: string): Powers => readAs(powers, parse(text, 'unit'), 'unit.powers')
const powers: z.ZodType<Powers> = z.record(z.string(), z.boolean())

export const level = z.enum(levels).nullable()
export const kind = z.enum(['say', 'ask', 'table', 'file', 'close', 'own', 'link'])
export const standing: z.ZodType<TouchedStanding> = z.object({
  state: z.enum(filingStates),
  open: z.int(),
  missing: z.int(),
  errors: z.int(),
  explained: z.int(),
  zero: z.int().transform(zero => zero === 1),
  next: nullable,
  judgedWith: z.string(),
  touchedAt: z.int(),
})
