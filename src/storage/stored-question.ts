// The shapes of questions and events as they stand in JSON. A kind that is missing here does not compile; one that this
// code does not know is read as null, never guessed at.

import * as z from 'zod'
import type { Doubt, Draft, UnreadPart, WhyUnread } from '../engine/draft.ts'
import type { Event } from '../engine/event.ts'
import type { Question } from '../engine/focus.ts'
import { value } from './rows.ts'

type ByType<T extends { readonly type: string }> = {
  readonly [K in T['type']]: z.ZodType<Extract<T, { readonly type: K }>>
}

/** A string of the engine's: a key, an id or a word. The form decides later whether it knows the key. */
export const name = <K extends string>() => z.custom<K>(each => typeof each === 'string')

const names = <K extends string>() => z.array(name<K>())
const text = z.string()
const texts = z.array(text)
const nullable = text.nullable()

const of = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })
const plain = <const T extends string>(type: T) => of(type, {})

type Cell = Extract<Question, { type: 'cell' }>['cell']
const noted: z.ZodType<Draft['figures']> = z.array(z.tuple([name<Cell>(), value, nullable]))
const unread: z.ZodType<UnreadPart> = z.object({
  place: name<NonNullable<UnreadPart['place']>>().nullable(),
  said: text,
  why: name<WhyUnread>(),
})
const draft: z.ZodType<Draft> = z.object({
  form: name<Draft['form']>(),
  unit: text,
  year: z.int().nullable(),
  figures: noted,
  texts: z.array(z.tuple([name<Draft['texts'][number][0]>(), text])),
  unread: z.array(unread),
})

type Gate = Extract<Question, { type: 'gate' }>['gate']
type Text = Extract<Question, { type: 'text' }>['text']
type Section = Extract<Event, { type: 'rest' }>['section']
type Message = NonNullable<Extract<Question, { type: 'remark' }>['message']>

const cell = { cell: name<Cell>() }
const cells = { cells: names<Cell>() }
const ofText = { text: name<Text>() }
const ofTopic = { ...ofText, topic: text.exactOptional() }
const message = name<Message>().nullable()
const rest = z.object({ section: name<Section>(), branch: nullable })

const questions: ByType<Question> = {
  welcome: plain('welcome'),
  cell: of('cell', { ...cell, ticked: texts.exactOptional(), amount: text.exactOptional() }),
  gate: of('gate', { gate: name<Gate>(), ticked: texts.nullable() }),
  text: of('text', ofTopic),
  remark: of('remark', { ...ofTopic, body: text, message }),
  note: of('note', cell),
  proposal: of('proposal', {
    cells: noted,
    totals: noted,
    unsure: z.array(z.array(z.object({ cells: noted }))),
    rest: rest.nullable(),
    untaken: texts,
    message,
  }),
  finding: of('finding', { key: text, ...cells, all: z.boolean() }),
  import: of('import', { draft, doubts: names<Doubt>() }),
  differing: of('differing', cells),
  'year-end': plain('year-end'),
  contents: of('contents', { section: name<Section>().nullable(), branch: nullable }),
  which: of('which', cells),
  done: plain('done'),
}

const typed = z.looseObject({ type: text })

const readerOf =
  <T extends { readonly type: string }>(shapes: ByType<T>) =>
  (input: unknown): T | null => {
    const { data } = typed.safeParse(input)
    const table: Readonly<Record<string, z.ZodType<T>>> = shapes
    return (data && Object.hasOwn(table, data.type) && table[data.type]?.safeParse(input).data) || null
  }

export const readQuestion = readerOf<Question>(questions)

const question = z.custom<Question>(each => readQuestion(each) !== null)

const events: ByType<Event> = {
  typed: of('typed', { text, early: z.boolean().exactOptional() }),
  answered: of('answered', { ...cell, text, shown: text }),
  replaced: of('replaced', { ...ofText, body: text, shown: text }),
  filled: of('filled', { values: z.array(z.tuple([name<Cell>(), value, nullable])) }),
  edited: of('edited', { message: name<Message>(), text }),
  next: plain('next'),
  put: of('put', { question }),
  set: of('set', {
    values: z.array(z.union([z.tuple([name<Cell>(), value]), z.tuple([name<Cell>(), value, nullable])])),
    source: z.enum(['typed', 'carried']),
    message: message.exactOptional(),
    rest: rest.exactOptional(),
  }),
  tick: of('tick', { gate: name<Gate>(), branch: text, ticked: texts }),
  open: of('open', { gate: name<Gate>(), branches: texts }),
  rest: of('rest', { section: name<Section>() }),
  written: of('written', ofText),
  rewrite: of('rewrite', ofText),
  write: of('write', { ...ofTopic, body: text, message }),
  standard: of('standard', ofText),
  omit: of('omit', ofText),
  sentence: of('sentence', ofTopic),
  unnote: of('unnote', cell),
  explain: of('explain', { finding: text, body: text }),
  later: plain('later'),
  back: plain('back'),
  undo: plain('undo'),
  help: plain('help'),
  preview: plain('preview'),
  progress: plain('progress'),
  thanked: plain('thanked'),
  'put-off': of('put-off', { until: z.int(), moment: text, isSigning: z.boolean() }),
  document: plain('document'),
  imported: of('imported', { draft, sure: z.boolean() }),
  unimported: of('unimported', { why: name<Extract<Event, { type: 'unimported' }>['why']>() }),
  'last-year': of('last-year', {
    outcome: z.enum(['stored', 'replaced', 'kept']),
    year: z.int(),
    figures: z.int(),
    texts: z.int(),
    unread: z.array(unread),
  }),
  'confirm-year-end': plain('confirm-year-end'),
  unsupported: plain('unsupported'),
  stale: of('stale', { keys: texts }),
  resume: plain('resume'),
  outdated: plain('outdated'),
}

export const readEvent = readerOf<Event>(events)
