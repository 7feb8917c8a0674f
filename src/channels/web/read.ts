// Reads a post of a page or a program into Incoming. Nothing it sends is trusted.

import type { Context } from 'hono'
import * as z from 'zod'
import { type AccountRef, type Incoming, type Input, largestFile } from '../../app/message.ts'

/** Made by the sender; the same id twice is the same message. */
const id = z.string().regex(/^[\w.:-]{1,64}$/)
/** Outbox ids: 16 hex digits. */
const ours = z.string().regex(/^[0-9a-f]{16}$/)
const under = ours.nullable().optional()
const text = z.string().refine(words => words.trim() !== '')

/** A text of the report as it read, the longest with some to spare. */
const shown = z.string().max(40_000)

const posted = z.union([
  z.strictObject({ id, under, text }),
  z.strictObject({ id, under, card: z.string().max(64), number: z.int().min(0).max(9_999) }),
  z.strictObject({ id, under, edit: ours, text }),
  z.strictObject({ id, under, cell: z.string().max(200), text, shown }),
])

export type Posting = { readonly id: string; readonly under: string | null; readonly input: Input }

const cellForm = z.strictObject({
  id,
  cell: z.string().max(200),
  text: z.string(),
  shown,
})

/** The fields of a cell's form; null when they are not. No question stood above what was typed there. */
export const readCell = (
  fields: unknown,
): (Posting & { readonly input: { readonly type: 'cell' } }) | null => {
  const read = cellForm.safeParse(fields)
  if (!read.success) return null
  const { id, cell, text, shown } = read.data
  return { id, under: null, input: { type: 'cell', cell, text: text.toWellFormed(), shown } }
}

const blockForm = z.strictObject({
  id,
  cell: z.string().max(200),
  text: z.string().max(100_000),
  version: z.string().regex(/^\d{1,15}$/),
})

/** The fields of a pasted block; null when they are not. */
export const readBlock = (
  fields: unknown,
): (Posting & { readonly input: { readonly type: 'block' } }) | null => {
  const read = blockForm.safeParse(fields)
  if (!read.success) return null
  const { id, cell, text, version } = read.data
  const input = { type: 'block', cell, text: text.toWellFormed(), version: Number(version) } as const
  return { id, under: null, input }
}

const placeForm = z.strictObject({ id, cell: z.string().max(200) })

/** The fields that name a cell or a text and nothing else; null when they are not. */
export const readPlace = (fields: unknown): { readonly id: string; readonly cell: string } | null =>
  placeForm.safeParse(fields).data ?? null

/** Fields of a post: three times as many as the longest form has, a choice's. */
export const mostFields = 16

/** Null when it is nothing that can be posted. */
export const readPost = (body: unknown): Posting | null => {
  if (Object.keys(body ?? {}).length > mostFields) return null
  const read = posted.safeParse(body)
  if (!read.success) return null
  const { id, under = null } = read.data
  return { id, under, input: inputOf(read.data) }
}

const inputOf = (data: z.infer<typeof posted>): Input => {
  if ('card' in data) return { type: 'choice', card: data.card, number: data.number }
  const words = data.text.replaceAll('\r\n', '\n').toWellFormed()
  if ('cell' in data) return { type: 'cell', cell: data.cell, text: words, shown: data.shown }
  return 'edit' in data ? { type: 'edit', message: data.edit, text: words } : { type: 'text', text: words }
}

/** The fields of a posted form; none when the body is no form. */
export const readFields = (c: Context): Promise<Readonly<Record<string, unknown>>> =>
  c.req.parseBody().catch(() => ({}))

/** A name as it was typed; empty when nobody would see it. */
export const readName = (typed: unknown): string => {
  if (typeof typed !== 'string') return ''
  const name = typed.trim().toWellFormed()
  return /[^\p{C}\p{Z}]/u.test(name) ? name : ''
}

/** The fields of a form, as a browser without scripts posts them. */
export const readForm = (fields: Readonly<Record<string, unknown>>): Posting | null => {
  const { id, under, text, card, number } = fields
  const base = { id, ...(under ? { under } : {}) }
  return readPost(card === undefined ? { ...base, text } : { ...base, card, number: Number(number) })
}

/** Bytes: a text of 20,000 signs, each as an escape of six bytes, and some. No post but a file is larger. */
export const largestPost = 256 * 1024
/** Bytes of a file with the form's own parts around it. */
export const largestFilePost = largestFile + 16 * 1024
/** Signs of a file's name that are kept. */
const mostName = 200

/** The fields of the form that sends a file, or the sentence that refuses them. */
export const readFile = (
  fields: Readonly<Record<string, unknown>>,
): Posting | 'refused.no-file' | 'refused.malformed' | 'refused.file-too-large' => {
  const { file, id: given } = fields
  if (!(file instanceof File) || file.name === '') return 'refused.no-file'
  if (!id.safeParse(given).success) return 'refused.malformed'
  if (file.size > largestFile) return 'refused.file-too-large'
  return {
    id: given as string,
    under: null,
    input: {
      type: 'file',
      name: file.name.toWellFormed().slice(0, mostName),
      size: file.size,
      read: async () => new Uint8Array(await file.arrayBuffer()),
    },
  }
}

/** A post as the app takes it in; `own` is the name of its words in the list of the chat. */
export const incomingOf = (
  account: AccountRef,
  { id, under, input }: Posting,
  at: number,
  own: string,
): Incoming => ({
  id: `${account}/${id}`,
  channel: 'web',
  chat: account,
  person: account,
  name: '',
  at,
  input,
  message: input.type === 'text' || input.type === 'cell' ? own : null,
  page: { own, under },
})
