// What a page or a program posts, read into what the app understands. Nothing it sends is trusted.

import * as z from 'zod'
import type { Said } from '../../app/message.ts'

/** Made by whoever posts; the same id twice is the same message. */
const id = z.string().regex(/^[\w.:-]{1,64}$/)
/** Outbox ids: 16 hex digits. */
const ours = z.string().regex(/^[0-9a-f]{16}$/)
const under = ours.nullable().optional()
const text = z.string().refine(words => words.trim() !== '')

const posted = z.union([
  z.strictObject({ id, under, text }),
  z.strictObject({ id, under, card: z.string().max(64), number: z.int().min(0).max(9_999) }),
  z.strictObject({ id, under, edit: ours, text }),
])

export type Posting = { readonly id: string; readonly under: string | null; readonly said: Said }

const figure = z.strictObject({
  id,
  cell: z.string().max(200),
  text: z.string(),
  shown: z.string().max(1_000),
})

/** The fields of a cell's form; null when they are not. No question stood above what was typed there. */
export const readFigure = (
  fields: unknown,
): (Posting & { readonly said: { readonly type: 'figure' } }) | null => {
  const read = figure.safeParse(fields)
  if (!read.success) return null
  const { id, cell, text, shown } = read.data
  return { id, under: null, said: { type: 'figure', cell, text: text.toWellFormed(), shown } }
}

/** Null when it is nothing that can be posted. */
export const readSaid = (body: unknown): Posting | null => {
  const read = posted.safeParse(body)
  if (!read.success) return null
  const { id, under = null } = read.data
  return { id, under, said: saidBy(read.data) }
}

const saidBy = (data: z.infer<typeof posted>): Said => {
  if ('card' in data) return { type: 'choice', card: data.card, number: data.number }
  const words = data.text.replaceAll('\r\n', '\n').toWellFormed()
  return 'edit' in data ? { type: 'edit', message: data.edit, text: words } : { type: 'text', text: words }
}

/** The fields of a form, as a browser without scripts posts them. */
export const readForm = (fields: Readonly<Record<string, unknown>>): Posting | null => {
  const { id, under, text, card, number } = fields
  const base = { id, ...(under ? { under } : {}) }
  return readSaid(card === undefined ? { ...base, text } : { ...base, card, number: Number(number) })
}
