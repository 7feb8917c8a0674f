// An earlier message was edited: what it set is set anew, and nothing else is said unless a sum no longer agrees.

import { keysWatchedBy } from '../affected-keys.ts'
import { diff, type MessageRef, type Remark } from '../filing.ts'
import { findingQuestion, type Proposal } from '../focus.ts'
import type { CellKey, TextKey } from '../form.ts'
import { indexOf } from '../index-of.ts'
import { readFigures } from '../mentions/read-figures.ts'
import { readFigure } from '../read-figure.ts'
import { isComplete } from '../review.ts'
import { findingKey } from '../rules/finding.ts'
import { isAsShown, snapshot } from '../shown.ts'
import { ask, askAgain, askNext, isPassing, reviewOf } from './ask.ts'
import { longestReason, reasonWords } from './explain.ts'
import { differs, newlyBroken, recordChanges } from './figures.ts'
import { propose } from './propose.ts'
import { readPasted } from './rows.ts'
import { entryChange, entryNow, makeChanges, remarkChange, type StepState, say } from './step-state.ts'
import { rewritePart } from './text.ts'

export const edited = (state: StepState, message: MessageRef, text: string): StepState => {
  const { question } = state.focus
  if (question.type === 'remark' && question.message === message)
    return ask(state, { ...question, body: text })
  if (question.type === 'proposal' && question.message === message) return proposed(state, question, text)
  return settled(state, setAnew(state, message, text))
}

/** The message sets anew whatever it had set: cells, a part of a text, or a reason. */
const setAnew = (state: StepState, message: MessageRef, text: string): StepState => {
  // In the form's order, whatever the order they were loaded in: pasted rows begin at the first.
  const cells = indexOf(state.form).entered.flatMap(({ key }) =>
    state.filing.entries.get(key)?.message === message ? [key] : [],
  )
  const [first] = cells
  if (first) return rows(state, cells, text) ?? figure(state, first, text)
  for (const [key, parts] of state.filing.texts) {
    const at = parts.findIndex(part => part.message === message)
    if (at >= 0) return part(state, key, at, text)
  }
  for (const remark of state.filing.remarks.values())
    if (remark.message === message && remark.kind === 'reason') return reason(state, remark, text)
  return say(state, { type: 'no-answer-there' })
}

/** The figures of an edited message take the place of those it was shown back with. */
const proposed = (state: StepState, question: Proposal, text: string): StepState => {
  const { form, filing, focus } = state
  const below = focus.trail.at(-1) ?? question
  const pasted = readPasted(state, question, text)
  if (pasted && 'why' in pasted)
    return askAgain(say(state, { type: 'unread', said: text, why: pasted.why, question }))
  if (pasted && 'wrong' in pasted) return askAgain(say(state, { type: 'wrong-totals', totals: pasted.wrong }))
  const { cells, totals, unsure, rest, untaken } = pasted
    ? { unsure: [], rest: null, ...pasted }
    : readFigures(form, filing, below, text)
  if (cells.length + unsure.length === 0)
    return askAgain(say(state, { type: 'unread', said: text, why: 'no-number', question }))
  return ask(state, { ...question, cells, totals, unsure, rest, untaken })
}

const figure = (state: StepState, cell: CellKey, text: string): StepState => {
  const read = readFigure(state.form, state.filing, cell, text)
  const question = { type: 'cell', cell } as const
  if ('unread' in read) {
    const { unread: why, ...limit } = read
    return say(state, { type: 'unread', said: text, why, question, ...limit })
  }
  return settle(state, [[cell, entryNow(state, read.value, read.note)]])
}

/** A pasted block again: of its cells, those that no other message has set since. Undefined when it is no block. */
const rows = (state: StepState, cells: readonly CellKey[], text: string): StepState | undefined => {
  const [first] = cells
  const question = first && ({ type: 'cell', cell: first } as const)
  const pasted = question && readPasted(state, question, text)
  if (!pasted || !question) return undefined
  if ('why' in pasted) return say(state, { type: 'unread', said: text, why: pasted.why, question })
  if ('wrong' in pasted) return say(state, { type: 'wrong-totals', totals: pasted.wrong })
  const read = new Map(pasted.cells.map(([key, value, note]) => [key, entryNow(state, value, note)] as const))
  if (!cells.every(key => read.has(key))) {
    return propose(state, pasted)
  }
  return settle(
    state,
    [...read].filter(([key]) => cells.includes(key)),
  )
}

const part = (state: StepState, key: TextKey, at: number, text: string): StepState =>
  keepShown(state, rewritePart(state, key, at, text))

const reason = (state: StepState, remark: Remark, text: string): StepState => {
  const { question } = state.focus
  const said = reasonWords(text)
  if (said.length > longestReason)
    return say(state, { type: 'unread', said, why: 'too-long', question, limit: longestReason })
  const change = remarkChange(state, remark, said)
  if (said === '') return keepShown(state, makeChanges(state, [{ ...change, to: undefined }]))
  return keepShown(state, say(makeChanges(state, [change]), { type: 'explained', body: said }))
}

const settle = (
  state: StepState,
  entries: readonly (readonly [CellKey, ReturnType<typeof entryNow>])[],
): StepState => {
  const changes = entries.map(([key, entry]) => entryChange(state.filing, key, entry)).filter(differs)
  const [first] = entries
  if (changes.length === 0) return first ? say(state, { type: 'kept', cell: first[0] }) : state
  return keepShown(state, recordChanges(state, changes))
}

/** The finding that the edit made is put; what is being written is not left for it, nor a report that is done left so. */
const settled = (before: StepState, after: StepState): StepState => {
  if (after.effects.some(({ type }) => type === 'ask')) return after
  const [broken] = newlyBroken(before, after)
  const { question } = after.focus
  const isUnderWay = question.type === 'text' || isPassing(question)
  if (broken) return isUnderWay ? askAgain(after) : ask(after, findingQuestion(broken))
  return isOver(after) ? askNext(after) : after
}

/** Whether the question in hand has nothing to ask any more: a report that is not done, a finding that is gone. */
const isOver = (state: StepState): boolean => {
  const { question } = state.focus
  const { findings, ...rest } = reviewOf(state)
  if (question.type === 'done') return !isComplete(rest)
  return question.type === 'finding' && findings.every(finding => findingKey(finding) !== question.key)
}

/**
 * The question on the screen was not put again: of its figures, those that this edit changed are known, and so are those
 * behind a gate that it opened, unless a colleague had changed them before.
 */
const keepShown = (before: StepState, after: StepState): StepState => {
  const { form, focus } = after
  const changed = new Set<string>(diff(before.filing, after.filing).map(({ key }) => key))
  const now = snapshot(form, after.filing, keysWatchedBy(form, focus.question))
  const shown = [...new Set([...Object.keys(focus.shown), ...Object.keys(now)])].flatMap(key => {
    const isKnown = changed.has(key) || isAsShown(form, before.filing, key, focus.shown)
    const value = isKnown ? now[key] : focus.shown[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  return { ...after, focus: { ...focus, shown: Object.fromEntries(shown) } }
}
