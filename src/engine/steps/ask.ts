// Which question comes next, and asking it.

import { keysWatchedBy } from '../affected-keys.ts'
import { bodyOf } from '../body-of.ts'
import { inAskedOrder, openKey, openSection } from '../completeness.ts'
import { derive, tickedNow } from '../derive.ts'
import { findingQuestion, keysOf, type Question, textQuestion, trailLimit } from '../focus.ts'
import type { Form, SectionKey } from '../form.ts'
import { gateOf, indexOf, sectionOf, textOf } from '../index-of.ts'
import { openingOf } from '../known.ts'
import { remainderOf } from '../remainder.ts'
import { cancelling } from '../repair/cancelling.ts'
import { isComplete, type Review, review } from '../review.ts'
import { rowLastYear, rowsLastYear } from '../row-last-year.ts'
import { type Finding, findingKey } from '../rules/finding.ts'
import { hasOwnChoices } from '../sentence.ts'
import { isAsShown, snapshot } from '../shown.ts'
import { suspectAt } from '../suspects-of.ts'
import { daysLeftInYear } from '../year-end.ts'
import { type StepState, say } from './step-state.ts'

/** Ask a question; the one before it goes on the trail. */
export const ask = (state: StepState, asked: Question): StepState => askAgain(moveTo(state, asked))

/** The same, without a word yet. */
export const moveTo = (state: StepState, asked: Question): StepState => {
  const question = questionNow(state, asked)
  const before = state.focus.question
  const trail =
    isPassing(before) || placeOf(before) === placeOf(question)
      ? state.focus.trail
      : [...state.focus.trail, before].slice(-trailLimit)
  return { ...state, focus: { ...state.focus, question, trail } }
}

/** Questions about the last answer only: nobody goes back to them. */
export const isPassing = ({ type }: Question): boolean =>
  type === 'note' ||
  type === 'proposal' ||
  type === 'which' ||
  type === 'remark' ||
  type === 'import' ||
  type === 'differing'

/** A gate that asks no yes or no starts with its list, and so does one behind which figures stand. */
export const questionNow = (state: StepState, question: Question): Question => {
  const { form, filing } = state
  if (question.type === 'done' && !isComplete(reviewOf(state))) return contentsQuestion
  if (question.type !== 'gate' || question.ticked !== null) return question
  const gate = gateOf(form, question.gate)
  const ticked = tickedNow(form, filing, gate)
  return gate.first === 'pick' || ticked.length > 0 ? { ...question, ticked } : question
}

/** Ask what is open next: in this section first, then in the order of asking; what was left for later comes last. */
export const askNext = (state: StepState): StepState => ask(state, nextQuestion(state))

/** The open questions and the findings of this state. */
export const reviewOf = ({ form, filing, context }: StepState): Review => review(form, filing, context.known)

/** The table of contents. */
export const contentsQuestion: Question = { type: 'contents', section: null, branch: null }

/** Where a question stands, so that asking it twice leaves one trace on the trail. */
export const placeOf = (question: Question): string => {
  switch (question.type) {
    case 'finding':
      return `finding:${question.key}`
    case 'contents':
      return `contents:${question.section}:${question.branch}`
    case 'text':
      return ['text', question.text, ...(question.topic ? [question.topic] : [])].join(':')
    default:
      return [question.type, ...keysOf(question)].join(':')
  }
}

/** The question that comes next, or the report's end. */
export const nextQuestion = (state: StepState): Question => {
  const { form, focus } = state
  const [place] = placesToMend(state).filter(({ key }) => !focus.later.includes(key))
  if (place) return place.question
  const { incomplete, errors } = reviewOf(state)
  const here = sectionHere(form, focus.question)
  const waiting = inAskedOrder(form, incomplete).filter(open => !focus.later.includes(openKey(open)))
  const open = waiting.find(each => openSection(form, each) === here) ?? waiting[0]
  if (open) return open
  const finding = errors.find(error => !focus.later.includes(findingKey(error)))
  if (finding) return findingQuestion(finding)
  const [deferred] = inOrder(focus.later, incomplete, openKey)
  if (deferred) return deferred
  const [left] = inOrder(focus.later, errors, findingKey)
  if (left) return findingQuestion(left)
  const [last] = placesToMend(state)
  return last ? last.question : { type: 'done' }
}

/** The places that were asked about and stand as they stood; totals have no question of their own. */
const placesToMend = ({ form, filing, context }: StepState): readonly PlaceToMend[] => {
  const { cells, texts } = indexOf(form)
  return (context.asked ?? []).flatMap(({ key, held }): readonly PlaceToMend[] => {
    const cell = cells.get(key)
    const text = texts.get(key)
    if (!isAsShown(form, filing, key, { [key]: held ?? '' })) return []
    if (cell && !cell.sum) return [{ key, question: { type: 'cell', cell: cell.key } }]
    return text ? [{ key, question: textQuestion(text.text) }] : []
  })
}

type PlaceToMend = { readonly key: string; readonly question: Question }

/** Whether this question is about such a place. */
const isToMend = (state: StepState, question: Question): boolean =>
  (question.type === 'cell' || question.type === 'text') &&
  placesToMend(state).some(({ key }) => keysOf(question).some(each => each === key))

/** The section that a question, or a page of the contents, stands in. */
const sectionHere = (form: Form, question: Question): SectionKey | undefined => {
  if (question.type === 'contents') return question.section ?? undefined
  const [key] = keysOf(question)
  return key === undefined ? undefined : sectionOf(form, key)
}

/**
 * The question whose answer ends the text that is being written: what comes next, where buttons can answer it. Words
 * that are typed still go to the text.
 */
export const followingOf = (state: StepState): Question | undefined => {
  const { form, filing, focus } = state
  const { question } = focus
  if (question.type !== 'text' || question.topic !== undefined || !bodyOf(form, filing, question.text))
    return undefined
  if (isToMend(state, question)) return undefined
  const next = questionNow(state, nextQuestion(state))
  if (next.type === 'gate') return next
  return next.type === 'text' && hasOwnChoices(form, filing, textOf(form, next.text)) ? next : undefined
}

/** Those of `found` that have one of these keys, in the keys' order. */
const inOrder = <T>(keys: readonly string[], found: readonly T[], keyOf: (each: T) => string): readonly T[] =>
  keys.flatMap(key => found.filter(each => keyOf(each) === key))

/** Ask the present question again, with the figures as they are now. */
export const askAgain = (state: StepState): StepState => {
  const { form, filing, focus, context } = state
  const { question } = focus
  if (question.type === 'done' && !isComplete(reviewOf(state))) return askNext(state)
  const figures = derive(form, filing)
  const { findings, incomplete, errors } = reviewOf(state)
  const cell = question.type === 'cell' || question.type === 'note' ? question.cell : undefined
  const figure = cell && figures.get(cell)
  const from = focus.trail.at(-1)
  const finding =
    question.type === 'finding' ? findings.find(found => findingKey(found) === question.key) : undefined
  return say(
    {
      ...state,
      focus: {
        ...focus,
        shown: snapshot(form, filing, keysWatchedBy(form, question)),
        after: context.message,
      },
    },
    {
      type: 'ask',
      question,
      following: followingOf(state),
      isToMend: isToMend(state, question),
      canGoBack: from !== undefined,
      form,
      filing,
      figures,
      level: context.known.unit.level,
      figure,
      previous: cell && openingOf(form, context.known, cell),
      previousRow: cell && !figure ? rowLastYear(form, figures, context.known, cell) : undefined,
      rowsLastYear: question.type === 'gate' ? rowsLastYear(form, context.known, question.gate) : [],
      remainder: cell && !figure ? remainderOf(form, figures, cell) : undefined,
      suspect:
        question.type === 'cell' && figure && from?.type === 'finding'
          ? suspectAt(form, filing, from.key, errors, question.cell)
          : undefined,
      daysLeft: question.type === 'year-end' ? daysLeftInYear(form, filing, context.known) : undefined,
      finding,
      hint: finding && hintFor(state, finding, errors),
      open: incomplete,
      findings,
    },
  )
}

/** Two columns that cancel, when the finding is one of them. */
const hintFor = ({ form, filing }: StepState, { cells: [first] }: Finding, errors: readonly Finding[]) => {
  const found = cancelling(form, filing, errors)
  return found?.columns.some(column => column === first) ? found : undefined
}
