// Texts: written in as many messages as people like, finished with a tap, replaced or left out.

import { bodyOf, partBody } from '../body-of.ts'
import { longestText, type Part } from '../filing.ts'
import type { TextKey } from '../form.ts'
import { textOf } from '../index-of.ts'
import { mayDraft, templateOf } from '../sentence.ts'
import { again, next, put } from './put.ts'
import { change, say, type Turn } from './turn.ts'

/** One more message of a text. An opening text of one message is finished with it; the others wait for "written". */
export const write = (turn: Turn, text: TextKey, body: string, message = turn.context.message): Turn => {
  const stood = turn.filing.texts.get(text)?.filter(part => part.body !== '') ?? []
  const said = clean(body)
  if (size(turn, stood) + said.length > longestText) return again(tooLong(turn, body))
  const written = wrote(replace(turn, text, [...stood, { ...partNow(turn, said), message }]), text)
  const section = textOf(turn.form, text)
  return section.required || said.length >= splitByPhones
    ? put(written, { type: 'text', text })
    : next(written)
}

/** Replace one message's share of a text after it was edited; an emptied share is taken away. */
export const rewritePart = (turn: Turn, text: TextKey, at: number, body: string): Turn => {
  const parts = turn.filing.texts.get(text) ?? []
  const said = clean(body)
  if (
    size(
      turn,
      parts.filter((_, index) => index !== at),
    ) +
      said.length >
    longestText
  )
    return tooLong(turn, body)
  const left =
    said === ''
      ? parts.filter((_, index) => index !== at)
      : parts.map((part, index) => (index === at ? partNow(turn, said) : part))
  if (left.length === 0) return say(replace(turn, text, undefined), { type: 'emptied', text })
  return wrote(replace(turn, text, left), text)
}

/** Use the form's own wording alone. */
export const standard = (turn: Turn, text: TextKey): Turn => {
  const { standard = '' } = textOf(turn.form, text)
  const body = fill(standard, turn.context.known.unit.name, turn.filing.year)
  return next(wrote(replace(turn, text, [{ ...partNow(turn, body), message: null }]), text, true))
}

export const omit = (turn: Turn, text: TextKey): Turn =>
  next(say(replace(turn, text, [{ ...partNow(turn, ''), message: null }]), { type: 'omitted', text }))

/** One more part, drafted from the figures and bound to them; it is shown as it reads now. */
export const sentence = (turn: Turn, text: TextKey): Turn => {
  const { form, filing } = turn
  const section = textOf(form, text)
  if (!section.sentence || !mayDraft(form, filing, section)) return again(turn)
  const body = templateOf(section.sentence, filing)
  const part: Part = { ...partNow(turn, body), message: null, bound: true }
  const stood = filing.texts.get(text)?.filter(({ body }) => body !== '') ?? []
  const read = partBody(form, filing, part)
  if (size(turn, stood) + read.length > longestText) return again(tooLong(turn, read))
  const written = say(replace(turn, text, [...stood, part]), { type: 'sentence', text, body: read })
  return turn.focus.question.type === 'text' ? put(written, { type: 'text', text }) : next(written)
}

/** Away with what was written; the question stands again. */
export const rewrite = (turn: Turn, text: TextKey): Turn =>
  put(say(replace(turn, text, undefined), { type: 'emptied', text }), { type: 'text', text })

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

const size = ({ form, filing }: Turn, parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + partBody(form, filing, part).length, 0)

const partNow = ({ context }: Turn, body: string): Part => ({
  body,
  by: context.by,
  at: context.now,
  message: context.message,
})

const replace = (turn: Turn, text: TextKey, to: readonly Part[] | undefined): Turn =>
  change(turn, [{ type: 'text', key: text, from: turn.filing.texts.get(text), to }])

const tooLong = (turn: Turn, body: string): Turn =>
  say(turn, {
    type: 'unread',
    said: body,
    why: 'too-long',
    question: turn.focus.question,
    limit: longestText,
  })

const wrote = (turn: Turn, text: TextKey, isStandard = false): Turn =>
  say(turn, { type: 'wrote', text, isStandard, ...measure(turn, text) })

const measure = ({ form, filing }: Turn, text: TextKey) => {
  const body = bodyOf(form, filing, text) ?? ''
  return { characters: body.replace(/\s/g, '').length, paragraphs: body.split('\n').length }
}
