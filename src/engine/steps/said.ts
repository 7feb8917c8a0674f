// Words typed in answer to the focus.

import { deniesSome } from '../../reading/denial.ts'
import { readQuantity } from '../../reading/quantity.ts'
import { isRemark } from '../../reading/remark.ts'
import { isYesWord } from '../../reading/yes-word.ts'
import type { Unread } from '../answers/answer.ts'
import { derive, opened } from '../derive.ts'
import { longestNote } from '../filing.ts'
import { find } from '../find.ts'
import { movedSince, type Question } from '../focus.ts'
import type { CellKey, TextKey } from '../form.ts'
import { gateOf, textOf } from '../index-of.ts'
import { findingKey } from '../rules/finding.ts'
import { watched } from '../writes.ts'
import { readFigure } from './answered.ts'
import { explain } from './explain.ts'
import { differs, enter, proceed, store, unnote } from './figures.ts'
import { open } from './gate.ts'
import { imported } from './imported.ts'
import { again, put, reviewOf } from './put.ts'
import { readPasted } from './rows.ts'
import { omit, standard, write } from './text.ts'
import { entryChange, entryNow, say, type Turn } from './turn.ts'
import { confirmYearEnd } from './year-end.ts'

/** Apply words to the question they answer. `early`: they were sent before it was on the screen. */
export const said = (turn: Turn, text: string, early: boolean): Turn => {
  const { question, shown } = turn.focus
  if (early) {
    const begun = textBegun(turn)
    return begun ? write(turn, begun, text) : again(say(turn, { type: 'early' }))
  }
  const moved = movedSince(turn.filing, watched(turn.form, question), shown)
  if (moved.length === 0 || question.type === 'remark') return answer(turn, question, text)
  const told = say(turn, { type: 'moved', keys: moved })
  if (question.type !== 'text' || text.trim() === '') return again(told)
  // Words are not to be typed again: they wait until the person has seen what a colleague wrote.
  return put(told, { type: 'remark', text: question.text, body: text, message: turn.context.message })
}

/** The text that the message before this one wrote: phones cut a long text into messages that leave together. */
const textBegun = ({ filing, focus }: Turn): TextKey | undefined => {
  const texts = [focus.question, focus.trail.at(-1)].flatMap(each =>
    each?.type === 'text' ? [each.text] : [],
  )
  return texts.find(text => focus.after !== null && filing.texts.get(text)?.at(-1)?.message === focus.after)
}

const answer = (turn: Turn, question: Question, text: string): Turn => {
  switch (question.type) {
    case 'remark':
      return isYesWord(text)
        ? write(turn, question.text, question.body, question.message)
        : prose(turn, question.text, text)
    case 'text':
      return prose(turn, question.text, text)
    case 'note':
      return note(turn, question.cell, text)
    case 'cell':
      return figure(turn, question.cell, text)
    case 'rows':
      return isYesWord(text)
        ? enter(turn, question.cells, { source: 'typed', message: question.message })
        : pastedOr(turn, text, () => unread(turn, text, 'not-a-choice'))
    case 'gate':
      return gate(turn, question, text)
    case 'finding':
      return finding(turn, question.key, text)
    case 'import':
      return isYesWord(text) ? imported(turn, question.draft, true) : unread(turn, text, 'not-a-choice')
    case 'year-end':
      return isNone(text) ? confirmYearEnd(turn) : jumpOr(turn, text, 'not-a-choice')
    default:
      return pastedOr(turn, text, () => jumpOr(turn, text, 'not-a-choice'))
  }
}

/** Words for a text; "none" takes its standard wording, and what looks like a word to us is asked back. */
const prose = (turn: Turn, key: TextKey, text: string): Turn => {
  if (text.trim() === '') return unread(turn, text, 'not-a-choice')
  const section = textOf(turn.form, key)
  if (isNone(text) && !turn.filing.texts.has(key)) {
    if (section.standard && section.required) return standard(turn, key)
    if (!section.required) return omit(turn, key)
    return unread(turn, text, 'required')
  }
  if (!isRemark(text)) return write(turn, key, text)
  return put(turn, { type: 'remark', text: key, body: text, message: turn.context.message })
}

/** A number of things answers whether there are any; an amount of money was meant for another question. */
const isCount = (text: string): boolean => {
  const quantity = readQuantity(text)
  return !('fault' in quantity) && quantity.money === null
}

const isNone = (text: string): boolean => {
  const quantity = readQuantity(text)
  return !('fault' in quantity) && quantity.amount.mantissa === 0n
}

const figure = (turn: Turn, key: CellKey, text: string): Turn => {
  const read = readFigure(turn.form, key, text)
  if ('unread' in read && read.unread === 'too-long') return unread(turn, text, read.unread, read.limit)
  if ('unread' in read) return pastedOr(turn, text, () => jumpOr(turn, text, read.unread))
  const note = read.note ?? turn.filing.entries.get(key)?.note ?? null
  const entry = entryNow(turn, read.value, note)
  const change = entryChange(turn.filing, key, entry)
  if (!differs(change)) return proceed(turn, say(turn, { type: 'kept', cell: key }))
  return proceed(turn, store(turn, [change]))
}

/** None, yes, or the names of the branches that have figures. */
const gate = (turn: Turn, question: Extract<Question, { type: 'gate' }>, text: string): Turn => {
  const { key, branches } = gateOf(turn.form, question.gate)
  if (isNone(text)) {
    const ticked = question.ticked?.length ?? 0
    return ticked === 0 ? open(turn, key, []) : unread(turn, text, 'not-a-choice')
  }
  const isPick = question.ticked !== null
  const isYes = isYesWord(text) || isCount(text)
  if (!isPick && isYes)
    return put(turn, { ...question, ticked: opened(turn.filing, gateOf(turn.form, key)) ?? [] })
  if (readPasted(turn, question, text)) return pastedOr(turn, text, () => turn)
  const named = deniesSome(text)
    ? []
    : branches.filter(branch => text.includes(branch.label)).map(branch => branch.key)
  if (named.length > 0 && /\d/.test(text)) return unread(turn, text, 'tick-first')
  if (named.length > 0)
    return put(turn, { ...question, ticked: [...new Set([...(question.ticked ?? []), ...named])] })
  return pastedOr(turn, text, () => jumpOr(turn, text, 'not-a-choice'))
}

/** Words about what may be right after all are its reason; an error has none, but a name of a cell leads there. */
const finding = (turn: Turn, key: string, text: string): Turn => {
  const found = reviewOf(turn).findings.find(each => findingKey(each) === key)
  if (!found || found.severity === 'error' || text.trim() === '')
    return pastedOr(turn, text, () => jumpOr(turn, text, 'not-a-choice'))
  return explain(turn, key, text)
}

const pastedOr = (turn: Turn, text: string, otherwise: () => Turn): Turn => {
  const pasted = readPasted(turn, turn.focus.question, text)
  if (!pasted) return otherwise()
  if ('why' in pasted)
    return unread(turn, text, pasted.why, pasted.why === 'too-long' ? longestNote : undefined)
  return put(turn, { type: 'rows', cells: pasted.cells, message: turn.context.message })
}

/** Words that name a cell lead there; what names several asks which. */
const jumpOr = (turn: Turn, text: string, why: Unread): Turn => {
  const [cell, ...more] = isNone(text) ? [] : find(turn.form, text)
  if (!cell) return unread(turn, text, why)
  return put(turn, more.length === 0 ? { type: 'cell', cell } : { type: 'which', cells: [cell, ...more] })
}

const note = (turn: Turn, cell: CellKey, text: string): Turn => {
  const figure = derive(turn.form, turn.filing).get(cell)
  if (isNone(text) || !figure) return unnote(turn, cell)
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[\uff08(](.*)[\uff09)]$/, '$1')
    .trim()
  if (words === '') return unread(turn, text, 'not-a-choice')
  if (words.length > longestNote) return unread(turn, text, 'too-long', longestNote)
  const entry = turn.filing.entries.get(cell) ?? entryNow(turn, figure.value)
  const to = { ...entry, by: turn.context.by, at: turn.context.now, note: `\uff08${words}\uff09` }
  return proceed(turn, store(turn, [entryChange(turn.filing, cell, to)]))
}

const unread = (turn: Turn, text: string, why: Unread, limit?: number): Turn =>
  again(
    say(turn, {
      type: 'unread',
      said: text,
      why,
      question: turn.focus.question,
      ...(limit ? { limit } : {}),
    }),
  )
