// Texts: written in as many messages as people like, finished with a tap, replaced or left out.

import { bodyOf, partBody } from '../body-of.ts'
import { longestText, type MessageRef, type Part } from '../filing.ts'
import { textQuestion } from '../focus.ts'
import type { TextKey } from '../form.ts'
import { textOf } from '../index-of.ts'
import { isWritten, nextTopic, topicAt, topicOf, withHeading, withPart } from '../outline.ts'
import { mayDraft, templateOf } from '../sentence.ts'
import { ask, askAgain, askNext } from './ask.ts'
import { makeChanges, type StepState, say } from './step-state.ts'
import { offerTold } from './told.ts'

/** One more message of a text. An opening text of one message is finished with it; the others wait for "written". */
export const write = (
  state: StepState,
  text: TextKey,
  body: string,
  { message = state.context.message, topic: key }: Piece = {},
): StepState => {
  const { form, filing } = state
  const section = textOf(form, text)
  const topic = topicOf(form, text, key)
  const stood = filing.texts.get(text)?.filter(part => part.body !== '') ?? []
  const words = clean(body)
  const said = topic ? withHeading(words, topic, isWritten(form, filing, text, topic)) : words
  if (size(state, stood) + said.length > longestText) return askAgain(tooLong(state, body))
  const part = { ...partNow(state, said), message }
  const written = wrote(replace(state, text, withPart(form, filing, section, stood, part, topic)), text)
  if (words.length >= splitByPhones) return ask(written, textQuestion(text, key))
  if (!topic && !section.required) return askNext(written)
  const next = textQuestion(text, topic && nextTopic(form, written.filing, text, key)?.key)
  return offerTold(written, text, words, next) ?? ask(written, next)
}

/** The message that a piece of text came in, when it is not this one, and the topic that it is written for. */
type Piece = { readonly message?: MessageRef | null; readonly topic?: string | undefined }

/** Replace one message's share of a text after it was edited; an emptied share is taken away. */
export const rewritePart = (state: StepState, text: TextKey, at: number, body: string): StepState => {
  const parts = state.filing.texts.get(text) ?? []
  const words = clean(body)
  const part = parts[at]
  const topic = part && topicAt(state.form, state.filing, text, part)
  const said = topic && words !== '' ? withHeading(words, topic, false) : words
  if (
    size(
      state,
      parts.filter((_, index) => index !== at),
    ) +
      said.length >
    longestText
  )
    return tooLong(state, body)
  const left =
    said === ''
      ? parts.filter((_, index) => index !== at)
      : parts.map((part, index) => (index === at ? partNow(state, said) : part))
  if (left.length === 0) return say(replace(state, text, undefined), { type: 'emptied', text })
  return wrote(replace(state, text, left), text)
}

/** Use the form's own wording alone. */
export const standard = (state: StepState, text: TextKey): StepState => {
  const { standard = '' } = textOf(state.form, text)
  const body = fill(standard, state.context.known.unit.name, state.filing.year)
  return askNext(wrote(replace(state, text, [{ ...partNow(state, body), message: null }]), text, true))
}

export const omit = (state: StepState, text: TextKey): StepState =>
  askNext(say(replace(state, text, [{ ...partNow(state, ''), message: null }]), { type: 'omitted', text }))

/** One more part, drafted from the figures and bound to them; it is shown as it reads now. */
export const sentence = (state: StepState, text: TextKey, key?: string): StepState => {
  const { form, filing } = state
  const topic = topicOf(form, text, key)
  const section = textOf(form, text)
  if (!section.sentence || !mayDraft(form, filing, section)) return askAgain(state)
  const template = templateOf(section.sentence, filing)
  const body = topic ? withHeading(template, topic, isWritten(form, filing, text, topic)) : template
  const part: Part = { ...partNow(state, body), message: null, bound: true }
  const stood = filing.texts.get(text)?.filter(({ body }) => body !== '') ?? []
  const read = partBody(form, filing, part)
  if (size(state, stood) + read.length > longestText) return askAgain(tooLong(state, read))
  const parts = withPart(
    form,
    filing,
    section,
    stood,
    part,
    topic ?? topicOf(form, text, section.sentence.topic),
  )
  const written = say(replace(state, text, parts), { type: 'sentence', text, body: read })
  return state.focus.question.type === 'text' ? ask(written, textQuestion(text, key)) : askNext(written)
}

/** Away with what was written; the question stands again. */
export const rewrite = (state: StepState, text: TextKey): StepState =>
  ask(say(replace(state, text, undefined), { type: 'emptied', text }), { type: 'text', text })

/** A form's wording with the unit and the years filled in. */
export const fill = (wording: string, unit: string, year: number): string =>
  wording.replaceAll('{unit}', () => unit).replaceAll('{year}', String(year))

/** Phones cut a long text into messages of 4,096 UTF-16 units (Bot API); one that long is not the last. */
const splitByPhones = 4_000

/** Lines without white space at either end, without empty lines; everything else as written. */
export const clean = (body: string): string =>
  body
    .split(/\r?\n|\u2028|\u2029/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')

const size = ({ form, filing }: StepState, parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + partBody(form, filing, part).length, 0)

export const partNow = ({ context }: StepState, body: string): Part => ({
  body,
  by: context.by,
  at: context.now,
  message: context.message,
})

export const replace = (state: StepState, text: TextKey, to: readonly Part[] | undefined): StepState =>
  makeChanges(state, [{ type: 'text', key: text, from: state.filing.texts.get(text), to }])

export const tooLong = (state: StepState, body: string): StepState =>
  say(state, {
    type: 'unread',
    said: body,
    why: 'too-long',
    question: state.focus.question,
    limit: longestText,
  })

export const wrote = (state: StepState, text: TextKey, isStandard = false): StepState =>
  say(state, { type: 'wrote', text, isStandard, ...measure(state, text) })

const measure = ({ form, filing }: StepState, text: TextKey) => {
  const body = bodyOf(form, filing, text) ?? ''
  return { characters: body.replace(/\s/g, '').length, paragraphs: body.split('\n').length }
}
