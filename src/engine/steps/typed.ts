// Words typed in answer to the focus.

import { deniesSome } from '../../reading/denial.ts'
import { namedAlone } from '../../reading/named-alone.ts'
import { readQuantity } from '../../reading/quantity.ts'
import { isRemark } from '../../reading/remark.ts'
import { isYesWord } from '../../reading/yes-word.ts'
import { keysWatchedBy } from '../affected-keys.ts'
import type { Unread } from '../answers/answer.ts'
import { derive, opened } from '../derive.ts'
import { longestNote } from '../filing.ts'
import { find } from '../find.ts'
import { movedSince, type Question, textQuestion } from '../focus.ts'
import type { CellKey } from '../form.ts'
import { gateOf, textOf } from '../index-of.ts'
import { topicAt } from '../outline.ts'
import { findingKey } from '../rules/finding.ts'
import { readFigure } from './answered.ts'
import { ask, askAgain, reviewOf } from './ask.ts'
import { explain } from './explain.ts'
import { afterAnswer, differs, recordChanges, removeNote, setFigures } from './figures.ts'
import { open } from './gate.ts'
import { imported } from './imported.ts'
import { readPasted } from './rows.ts'
import { entryChange, entryNow, type StepState, say } from './step-state.ts'
import { omit, standard, write } from './text.ts'
import { confirmYearEnd } from './year-end.ts'

/** Apply words to the question they answer. `early`: they were sent before it was on the screen. */
export const typed = (state: StepState, text: string, early: boolean): StepState => {
  const { question, shown } = state.focus
  if (early) {
    const begun = textBegun(state)
    return begun ? write(state, begun.text, text, begun) : askAgain(say(state, { type: 'early' }))
  }
  const moved = movedSince(state.filing, keysWatchedBy(state.form, question), shown)
  if (moved.length === 0 || question.type === 'remark') return answer(state, question, text)
  const told = say(state, { type: 'moved', keys: moved })
  if (question.type !== 'text' || text.trim() === '') return askAgain(told)
  // Words are not to be typed again: they wait until the person has seen what a colleague wrote.
  return ask(told, { ...question, type: 'remark', body: text, message: state.context.message })
}

/** The text that the message before this one wrote: phones cut a long text into messages that leave together. */
const textBegun = ({ form, filing, focus }: StepState): TextQuestion | undefined => {
  const { after, question, trail } = focus
  for (const each of after === null ? [] : [question, trail.at(-1)]) {
    if (each?.type !== 'text') continue
    const part = filing.texts.get(each.text)?.find(({ message }) => message === after)
    if (part) return textQuestion(each.text, topicAt(form, filing, each.text, part)?.key ?? each.topic)
  }
  return undefined
}

type TextQuestion = Extract<Question, { type: 'text' }>

const answer = (state: StepState, question: Question, text: string): StepState => {
  switch (question.type) {
    case 'remark':
      return isYesWord(text)
        ? write(state, question.text, question.body, question)
        : prose(state, question, text)
    case 'text':
      return prose(state, question, text)
    case 'note':
      return note(state, question.cell, text)
    case 'cell':
      return figure(state, question.cell, text)
    case 'rows':
      return isYesWord(text)
        ? setFigures(state, question.cells, { source: 'typed', message: question.message })
        : pastedOr(state, text, () => unread(state, text, 'not-a-choice'))
    case 'gate':
      return gate(state, question, text)
    case 'finding':
      return finding(state, question.key, text)
    case 'import':
      return isYesWord(text) ? imported(state, question.draft, true) : unread(state, text, 'not-a-choice')
    case 'year-end':
      return isNone(text) ? confirmYearEnd(state) : jumpOr(state, text, 'not-a-choice')
    default:
      return pastedOr(state, text, () => jumpOr(state, text, 'not-a-choice'))
  }
}

/** Words for a text; "none" takes its standard wording, and what looks like a word to us is asked back. */
const prose = (
  state: StepState,
  { text: key, topic }: Pick<TextQuestion, 'text' | 'topic'>,
  text: string,
): StepState => {
  if (text.trim() === '') return unread(state, text, 'not-a-choice')
  const section = textOf(state.form, key)
  if (isNone(text) && !state.filing.texts.has(key)) {
    if (section.standard && section.required) return standard(state, key)
    if (!section.required) return omit(state, key)
    return unread(state, text, 'required')
  }
  if (!isRemark(text)) return write(state, key, text, { topic })
  const { message } = state.context
  return ask(state, { ...textQuestion(key, topic), type: 'remark', body: text, message })
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

const figure = (state: StepState, key: CellKey, text: string): StepState => {
  const read = readFigure(state.form, state.filing, key, text)
  if ('unread' in read && read.unread === 'too-long') return unread(state, text, read.unread, read.limit)
  if ('unread' in read) return pastedOr(state, text, () => jumpOr(state, text, read.unread))
  const note = read.note ?? state.filing.entries.get(key)?.note ?? null
  const entry = entryNow(state, read.value, note)
  const change = entryChange(state.filing, key, entry)
  if (!differs(change)) return afterAnswer(state, say(state, { type: 'kept', cell: key }))
  return afterAnswer(state, recordChanges(state, [change]))
}

/** None, yes, or the names of the branches that have figures; the list is done when it says so. */
const gate = (state: StepState, question: Extract<Question, { type: 'gate' }>, text: string): StepState => {
  const { key, branches } = gateOf(state.form, question.gate)
  const alone = namedAlone(
    text,
    branches.map(({ label }) => label),
  )
  if (alone) {
    const chosen = branches.filter(
      branch => alone.includes(branch.label) || question.ticked?.includes(branch.key),
    )
    return open(
      state,
      key,
      chosen.map(branch => branch.key),
    )
  }
  if (isNone(text)) {
    const ticked = question.ticked?.length ?? 0
    return ticked === 0 ? open(state, key, []) : unread(state, text, 'not-a-choice')
  }
  const isPick = question.ticked !== null
  const isYes = isYesWord(text) || isCount(text)
  if (!isPick && isYes)
    return ask(state, { ...question, ticked: opened(state.filing, gateOf(state.form, key)) ?? [] })
  if (readPasted(state, question, text)) return pastedOr(state, text, () => state)
  const named = deniesSome(text)
    ? []
    : branches.filter(branch => text.includes(branch.label)).map(branch => branch.key)
  if (named.length > 0 && /\d/.test(text)) return unread(state, text, 'tick-first')
  if (named.length > 0)
    return ask(state, { ...question, ticked: [...new Set([...(question.ticked ?? []), ...named])] })
  return pastedOr(state, text, () => jumpOr(state, text, 'not-a-choice'))
}

/** Words about what may be right after all are its reason; an error has none, but a name of a cell leads there. */
const finding = (state: StepState, key: string, text: string): StepState => {
  const found = reviewOf(state).findings.find(each => findingKey(each) === key)
  if (!found || found.severity === 'error' || text.trim() === '')
    return pastedOr(state, text, () => jumpOr(state, text, 'not-a-choice'))
  return explain(state, key, text)
}

const pastedOr = (state: StepState, text: string, otherwise: () => StepState): StepState => {
  const pasted = readPasted(state, state.focus.question, text)
  if (!pasted) return otherwise()
  if ('why' in pasted)
    return unread(state, text, pasted.why, pasted.why === 'too-long' ? longestNote : undefined)
  const { cells, isCertain } = pasted
  const { message } = state.context
  return isCertain
    ? setFigures(state, cells, { source: 'typed', message })
    : ask(state, { type: 'rows', cells, message })
}

/** Words that name a cell lead there; what names several asks which. */
const jumpOr = (state: StepState, text: string, why: Unread): StepState => {
  const [cell, ...more] = isNone(text) ? [] : find(state.form, text)
  if (!cell) return unread(state, text, why)
  return ask(state, more.length === 0 ? { type: 'cell', cell } : { type: 'which', cells: [cell, ...more] })
}

const note = (state: StepState, cell: CellKey, text: string): StepState => {
  const figure = derive(state.form, state.filing).get(cell)
  if (isNone(text) || !figure) return removeNote(state, cell)
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[\uff08(](.*)[\uff09)]$/, '$1')
    .trim()
  if (words === '') return unread(state, text, 'not-a-choice')
  if (words.length > longestNote) return unread(state, text, 'too-long', longestNote)
  const entry = state.filing.entries.get(cell) ?? entryNow(state, figure.value)
  const to = { ...entry, by: state.context.by, at: state.context.now, note: `\uff08${words}\uff09` }
  return afterAnswer(state, recordChanges(state, [entryChange(state.filing, cell, to)]))
}

const unread = (state: StepState, text: string, why: Unread, limit?: number): StepState =>
  askAgain(
    say(state, {
      type: 'unread',
      said: text,
      why,
      question: state.focus.question,
      ...(limit ? { limit } : {}),
    }),
  )
