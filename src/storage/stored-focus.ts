// A focus as JSON, with a version. One that other code wrote is never guessed at: it is read as null, and the person
// goes on from the contents.

import * as z from 'zod'
import type { Awaited } from '../app/ports/life-event.ts'
import type { Change, Entry, Part, RemarkChange } from '../engine/filing.ts'
import type { Focus } from '../engine/focus.ts'
import { jsonOf, remark, source, value } from './rows.ts'
import { readAwaited } from './stored-life-event.ts'
import { name, readQuestion } from './stored-question.ts'

/** Rises when the shape changes in a way that older code cannot read, or is not read by this one. */
const version = 1

const message = name<NonNullable<Entry['message']>>().nullable()
const by = name<Entry['by']>()
const entry: z.ZodType<Entry> = z.object({
  value,
  note: z.string().nullable(),
  source,
  by,
  at: z.int(),
  message,
})
const part: z.ZodType<Part> = z.object({
  body: z.string(),
  by,
  at: z.int(),
  message,
  bound: z.literal(true).exactOptional(),
})
const change: z.ZodType<Change> = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('entry'),
      key: name<Extract<Change, { type: 'entry' }>['key']>(),
      from: entry.optional(),
      to: entry.optional(),
    })
    .transform(({ from, to, ...rest }) => ({ ...rest, from, to })),
  z
    .object({
      type: z.literal('text'),
      key: name<Extract<Change, { type: 'text' }>['key']>(),
      from: z.array(part).optional(),
      to: z.array(part).optional(),
    })
    .transform(({ from, to, ...rest }) => ({ ...rest, from, to })),
  z
    .object({
      type: z.literal('remark'),
      key: name<RemarkChange['key']>(),
      from: remark.optional(),
      to: remark.optional(),
    })
    .transform(({ from, to, ...rest }) => ({ ...rest, from, to }) as unknown as RemarkChange),
])

const shape = z.object({
  v: z.literal(version),
  question: z.unknown(),
  shown: z.record(z.string(), z.string()),
  after: message,
  trail: z.array(z.unknown()),
  undo: z.array(z.array(change)),
  later: z.array(z.string()),
  passed: z.string().exactOptional(),
  awaits: z.unknown().optional(),
  pointed: z.literal(true).exactOptional(),
})

/** The focus, and the words that are awaited in its place. */
export const writeFocus = ({ trail, undo, ...rest }: Focus, awaits: Awaited | null = null): string => {
  const head = JSON.stringify({ v: version, ...rest, ...(awaits && { awaits }) }).slice(0, -1)
  return `${head},"trail":[${trail.map(cached).join()}],"undo":[${undo.map(cached).join()}]}`
}

/** Trail and undo are the bulk of a focus and rarely change: their JSON is cached. */
const cached = (part: object): string => {
  const known = written.get(part)
  if (known !== undefined) return known
  const text = JSON.stringify(part)
  written.set(part, text)
  return text
}
const written = new WeakMap<object, string>()

/** Null when this code cannot read it. Unknown questions of the trail are left out: nobody goes back to them. */
export const readFocus = (text: string): Focus | null => {
  const { data } = shape.safeParse(jsonOf(text))
  const question = data && readQuestion(data.question)
  if (!data || !question) return null
  const { shown, after, undo, later, passed, pointed } = data
  const trail = data.trail.flatMap(each => readQuestion(each) ?? [])
  return {
    ...{ question, shown, after, trail, undo, later },
    ...(passed !== undefined && { passed }),
    ...(pointed && { pointed }),
  }
}

/** Null where none are awaited, and where this code does not know them. */
export const readAwaits = (text: string): Awaited | null =>
  readAwaited(shape.safeParse(jsonOf(text)).data?.awaits)
