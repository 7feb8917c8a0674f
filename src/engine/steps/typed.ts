// Words typed in answer to the focus.

import { isAgreementWord } from '../../reading/agreement-word.ts'
import { isPlainFigure } from '../../reading/plain-figure.ts'
import { readQuantity } from '../../reading/quantity.ts'
import { isRemark } from '../../reading/remark.ts'
import { isYesWord } from '../../reading/yes-word.ts'
import { keysWatchedBy } from '../affected-keys.ts'
import { amountsMeant } from '../bare-amount.ts'
import { derive, opened } from '../derive.ts'
import { longestNote } from '../filing.ts'
import { type Question, textQuestion } from '../focus.ts'
import type { CellKey } from '../form.ts'
import { gateOf, textOf } from '../index-of.ts'
import { topicAt } from '../outline.ts'
import { readFigure } from '../read-figure.ts'
import { findingKey } from '../rules/finding.ts'
import { movedSince } from '../shown.ts'
import { ask, askAgain, askNext, reviewOf } from './ask.ts'
import { alternativesFor, cellsOfFinding, correct } from './correct.ts'
import { explain } from './explain.ts'
import { afterAnswer, differs, recordChanges, removeNote, setFigures } from './figures.ts'
import { open } from './gate.ts'
import { imported } from './imported.ts'
import { back } from './move.ts'
import { answerProposal, propose } from './propose.ts'
import { spoken } from './spoken.ts'
import { entryChange, entryNow, type StepState, say } from './step-state.ts'
import { omit, standard, write } from './text.ts'
import { unread } from './unread.ts'
import { confirmYearEnd } from './year-end.ts'

/** Apply words to the question they answer. `early`: they were sent before it was on the screen. */
export const typed = (state: StepState, text: string, early: boolean): StepState => {
  const { question, shown } = state.focus
  if (early) {
    const begun = textBegun(state)
    return begun ? write(state, begun.text, text, begun) : askAgain(say(state, { type: 'early' }))
  }
  const moved = movedSince(state.form, state.filing, keysWatchedBy(state.form, question), shown)
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
    case 'proposal':
      return answerProposal(state, question, text, (below, asked) => answer(below, asked, text))
    case 'gate':
      return gate(state, question, text)
    case 'finding':
      return finding(state, question.key, text)
    case 'import':
      return isYesWord(text) ? imported(state, question.draft, true) : unread(state, text, 'not-a-choice')
    case 'year-end':
      return isNone(text)
        ? confirmYearEnd(state)
        : spoken(state, text, () => unread(state, text, 'not-a-choice'))
    case 'contents':
      return atContents(state, text)
    case 'differing':
      return isNone(text) ? askNext(state) : spoken(state, text, () => unread(state, text, 'not-a-choice'))
    case 'which':
      return isNone(text) ? back(state) : spoken(state, text, () => unread(state, text, 'not-a-choice'))
    default:
      return spoken(state, text, () => unread(state, text, 'not-a-choice'))
  }
}

/**
 * Words that lead nowhere from the contents are for the question from which somebody went there, if it is still open:
 * a look at the contents ends no text, and an answer that was on its way is not lost.
 */
const atContents = (state: StepState, text: string): StepState => {
  const before = () => answerBefore(state, text)
  if (isNone(text)) return before() ?? askNext(state)
  const isProse = state.focus.trail.at(-1)?.type === 'text' && !isRemark(text)
  const found = isProse ? before() : undefined
  return found ?? spoken(state, text, () => before() ?? unread(state, text, 'not-a-choice'))
}

const answerBefore = (state: StepState, text: string): StepState | undefined => {
  const { trail } = state.focus
  const question = trail.at(-1)
  if (!question || text.trim() === '') return undefined
  const isOpen = question.type === 'cell' && !state.filing.entries.has(question.cell)
  if (!isOpen && question.type !== 'text') return undefined
  const back = { ...state, focus: { ...state.focus, question, trail: trail.slice(0, -1) } }
  return answer(back, question, text)
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

const figure = (given: StepState, key: CellKey, text: string): StepState => {
  const state = withAmount(given, key)
  const { form, filing, context } = state
  const corrected = filing.entries.has(key) ? undefined : correct(state, text)
  if (corrected) return corrected
  const meant = amountsMeant(form, filing, context.known, key, text)
  if (meant) return propose(state, { unsure: [meant.map(cells => ({ cells }))] })
  const read = readFigure(form, filing, key, text)
  if ('unread' in read && read.unread === 'too-long') return unread(state, text, read.unread, read.limit)
  if ('unread' in read) {
    const { unread: why } = read
    return spoken(state, text, () =>
      unread(why === 'no-unit' ? withAmount(state, key, text) : state, text, why),
    )
  }
  const note = read.note ?? filing.entries.get(key)?.note ?? null
  const change = entryChange(filing, key, entryNow(state, read.value, note))
  if (!differs(change)) return afterAnswer(state, say(state, { type: 'kept', cell: key }))
  return afterAnswer(state, recordChanges(state, [change]))
}

/** The question of a cell with the amount that waits for its unit, or with none. */
const withAmount = (state: StepState, cell: CellKey, amount?: string): StepState => {
  const { question } = state.focus
  if (question.type !== 'cell' || question.amount === amount) return state
  const asked = { type: 'cell', cell, ...(amount !== undefined && { amount }) } as const
  return { ...state, focus: { ...state.focus, question: asked } }
}

/** None, yes, or words about the branches; a bare count says that there are some. */
const gate = (state: StepState, question: Extract<Question, { type: 'gate' }>, text: string): StepState => {
  const { key } = gateOf(state.form, question.gate)
  if (isNone(text)) {
    const ticked = question.ticked?.length ?? 0
    // None of those that are ticked: a word never makes 0 of what was named a moment ago.
    return ticked === 0 ? open(state, key, []) : ask(state, { ...question, ticked: [] })
  }
  const corrected = correct(state, text)
  if (corrected) return corrected
  if (question.ticked === null && (isYesWord(text) || isCount(text)))
    return ask(state, { ...question, ticked: opened(state.filing, gateOf(state.form, key)) ?? [] })
  return spoken(state, text, () => unread(state, text, 'not-a-choice'))
}

/** A figure puts right what a finding is about; agreement alone says neither; words about what may be right after all are its reason. */
const finding = (state: StepState, key: string, text: string): StepState => {
  const found = reviewOf(state).findings.find(each => findingKey(each) === key)
  const otherwise = () => spoken(state, text, () => unread(state, text, 'not-a-choice'))
  if (isPlainFigure(text)) return figureFor(state, key, text) ?? otherwise()
  if (isAgreementWord(text)) return unread(state, text, 'not-a-choice')
  if (!found || found.severity === 'error' || !/\p{L}/u.test(text) || isNone(text)) return otherwise()
  return correct(state, text) ?? explain(state, key, text)
}

/** At most so many cells are offered for a figure. */
const mostOffered = 12

const figureFor = (state: StepState, key: string, text: string): StepState | undefined => {
  const ways = alternativesFor(state, cellsOfFinding(state, key), text)
  const [only, ...more] = ways
  if (!only || ways.length > mostOffered) return undefined
  if (more.length > 0) return propose(state, { unsure: [ways] })
  return setFigures(state, only.cells, { source: 'typed', message: state.context.message })
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
