// Which question comes next, and putting it.

import type { Item } from '../agenda.ts'
import { choicesFor } from '../choices.ts'
import { derive, tickedNow } from '../derive.ts'
import type { Ask } from '../effect.ts'
import { findingQuestion, keysOf, type Question, snapshot, trailLimit } from '../focus.ts'
import { gateOf, sectionOf } from '../index-of.ts'
import { openingOf } from '../known.ts'
import { remainderOf } from '../remainder.ts'
import { cancelling } from '../repair/cancelling.ts'
import { type Review, review } from '../review.ts'
import { rowLastYear } from '../row-last-year.ts'
import { type Finding, findingKey, isUnanswered } from '../rules/finding.ts'
import { suspectAt } from '../suspects-of.ts'
import { watched } from '../writes.ts'
import { say, type Turn } from './turn.ts'

/** Put a question; the one before it goes on the trail. */
export const put = (turn: Turn, asked: Question): Turn => {
  const question = opening(turn, asked)
  const before = turn.focus.question
  const trail =
    isPassing(before) || placeOf(before) === placeOf(question)
      ? turn.focus.trail
      : [...turn.focus.trail, before].slice(-trailLimit)
  return ask({ ...turn, focus: { ...turn.focus, question, trail } })
}

/** Questions about the last answer only: nobody goes back to them. */
const isPassing = ({ type }: Question): boolean =>
  type === 'note' ||
  type === 'rows' ||
  type === 'which' ||
  type === 'remark' ||
  type === 'import' ||
  type === 'differing'

/** A gate that asks no yes or no starts with its list, and so does one behind which figures stand. */
export const opening = (turn: Turn, question: Question): Question => {
  const { form, filing } = turn
  if (question.type === 'done' && !isComplete(turn)) return contentsQuestion
  if (question.type !== 'gate' || question.ticked !== null) return question
  const gate = gateOf(form, question.gate)
  const ticked = tickedNow(form, filing, gate)
  return gate.first === 'pick' || ticked.length > 0 ? { ...question, ticked } : question
}

/** Put the present question again, with the figures as they are now. */
export const again = (turn: Turn): Turn => ask(turn)

/** Put what is open next: in this section first, then in the form's order; what was left for later comes last. */
export const next = (turn: Turn): Turn => put(turn, nextQuestion(turn))

/** What is open and what is broken now. */
export const reviewOf = ({ form, filing, context }: Turn): Review => review(form, filing, context.known)

const itemQuestion = (item: Item): Question => {
  switch (item.type) {
    case 'cell':
      return { type: 'cell', cell: item.key }
    case 'gate':
      return { type: 'gate', gate: item.key, ticked: null, rare: false }
    case 'text':
      return { type: 'text', text: item.key }
    case 'year-end':
      return { type: 'year-end' }
    default:
      return item satisfies never
  }
}

/** The table of contents. */
export const contentsQuestion: Question = { type: 'contents', section: null, branch: null }

const isComplete = (turn: Turn): boolean => {
  const { incomplete, errors } = reviewOf(turn)
  return incomplete.length === 0 && errors.length === 0
}

/** Where a question stands, so that asking it twice leaves one trace on the trail. */
export const placeOf = (question: Question): string => {
  switch (question.type) {
    case 'finding':
      return `finding:${question.key}`
    case 'contents':
      return `contents:${question.section}:${question.branch}`
    default:
      return [question.type, ...keysOf(question)].join(':')
  }
}

/** What is open next, or the report's end. */
export const nextQuestion = (turn: Turn): Question => {
  const { form, focus } = turn
  const { incomplete, errors } = reviewOf(turn)
  const [key] = keysOf(focus.question)
  const here = key && sectionOf(form, key)
  const waiting = incomplete.filter(item => !focus.later.includes(item.key))
  const deferred = focus.later.flatMap(key => incomplete.filter(item => item.key === key))
  const item = waiting.find(open => open.section === here) ?? waiting[0]
  if (item) return itemQuestion(item)
  const finding = errors.find(error => !focus.later.includes(findingKey(error)))
  if (finding) return findingQuestion(finding)
  if (deferred[0]) return itemQuestion(deferred[0])
  const left = focus.later.flatMap(key => errors.filter(error => findingKey(error) === key))
  return left[0] ? findingQuestion(left[0]) : { type: 'done' }
}

const ask = (turn: Turn): Turn => {
  const { form, filing, focus, context } = turn
  const { question } = focus
  const figures = derive(form, filing)
  const { findings, incomplete, errors } = reviewOf(turn)
  const cell = question.type === 'cell' || question.type === 'note' ? question.cell : undefined
  const figure = cell && figures.get(cell)
  const remainder = cell && !figure ? remainderOf(form, figures, cell) : undefined
  const previous = cell && openingOf(form, context.known, cell)
  const from = focus.trail.at(-1)
  const suspect =
    question.type === 'cell' && figure && from?.type === 'finding'
      ? suspectAt(form, filing, from.key, errors, question.cell)
      : undefined
  const finding =
    question.type === 'finding' ? findings.find(found => findingKey(found) === question.key) : undefined
  const effect: Ask = {
    type: 'ask',
    question,
    choices: choicesFor({
      form,
      filing,
      focus,
      figures,
      open: incomplete,
      previous,
      previousRow: cell && !figure ? rowLastYear(form, figures, context.known, cell) : undefined,
      level: context.known.unit.level,
      remainder,
      suspect,
      errors,
      warnings: findings.filter(isUnanswered),
      finding,
    }),
    figure,
    previous,
    remainder: remainder?.left,
    suspect,
    finding,
    hint: finding && hintFor(turn, finding, errors),
    open: incomplete,
    findings,
  }
  return say(
    {
      ...turn,
      focus: { ...focus, shown: snapshot(filing, watched(form, question)), after: context.message },
    },
    effect,
  )
}

/** Two columns that cancel, when the finding is one of them. */
const hintFor = ({ form, filing }: Turn, { cells: [first] }: Finding, errors: readonly Finding[]) => {
  const found = cancelling(form, filing, errors)
  return found?.columns.some(column => column === first) ? found : undefined
}
