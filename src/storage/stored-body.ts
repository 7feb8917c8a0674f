// A message on its way out as JSON, with a version. What a message can do without and this code cannot read is left
// out; one that cannot be read as a whole is null, and never guessed at.

import * as z from 'zod'
import { type Outgoing, officeKinds } from '../app/message.ts'
import { jsonOf, kind } from './rows.ts'

/** Rises when the shape changes in a way that older code cannot read, or is not read by this one. */
const version = 1

type Body = Omit<Outgoing, 'id' | 'to' | 'kind' | 'edits'>

const style = z.enum(['plain', 'strong', 'quote', 'table'])
const choice = z.object({
  number: z.int(),
  label: z.string(),
  nav: z.boolean(),
  main: z.literal(true).optional().catch(undefined),
  option: z.object({ name: z.string(), isPressed: z.boolean() }).optional().catch(undefined),
  group: z.string().optional().catch(undefined),
  ahead: z.enum(['used', 'last-year', 'common']).optional().catch(undefined),
})
const shape = z.object({
  v: z.literal(version),
  lines: z.array(z.object({ text: z.string(), style: style.catch('plain') })),
  choices: z.array(choice).catch([]),
  cells: z.array(z.string()).catch([]),
  input: z
    .object({ type: z.enum(['number', 'signed', 'money', 'money-wan', 'text']), placeholder: z.string() })
    .nullable()
    .catch(null),
  file: z
    .union([
      z.object({
        ...{ filing: z.string(), content: z.int(), format: z.literal('docx'), name: z.string() },
        document: z.literal('approval-sheet').optional(),
      }),
      z.object({
        ...{ office: z.enum(officeKinds), campaign: z.string(), account: z.string(), channel: z.string() },
        ...{ format: z.literal('xlsx'), name: z.string() },
      }),
    ])
    .nullable(),
  isUndoable: z.literal(true).optional().catch(undefined),
  isSilent: z.literal(true).optional().catch(undefined),
})

export const writeBody = ({ lines, choices, cells, input, file, isUndoable, isSilent }: Body): string =>
  JSON.stringify({ v: version, lines, choices, cells, input, file, isUndoable, isSilent })

type Row = {
  readonly id: string
  readonly kind: string
  readonly body: string
  readonly edits: string | null
}

/** The message to this chat; null when this code cannot read it. */
export const readOutgoing = (to: string, { id, kind: name, body, edits }: Row): Outgoing | null => {
  const known = kind.safeParse(name).data
  const { data } = shape.safeParse(jsonOf(body))
  if (!known || !data) return null
  const { v: _, ...rest } = data
  return { id, to, kind: known, edits, ...rest }
}
