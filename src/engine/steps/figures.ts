// Entering figures, and what follows from it: what changed is said, a sum that no longer agrees is put at once,
// otherwise the next question.

import { brokenBy } from '../broken-by.ts'
import { openSection } from '../completeness.ts'
import { isFigure, opened } from '../derive.ts'
import type { Effect } from '../effect.ts'
import { apply, diff, type Entry, type EntryChange, type Value } from '../filing.ts'
import { findingQuestion } from '../focus.ts'
import type { CellKey, GateKey } from '../form.ts'
import { indexOf } from '../index-of.ts'
import type { Rest } from '../mentions/said.ts'
import { blocks, type Finding, findingKey, isUnanswered } from '../rules/finding.ts'
import { ask, askNext, reviewOf } from './ask.ts'
import { entryChange, entryNow, makeChanges, type StepState, say } from './step-state.ts'
import { zeroRest } from './zero-rest.ts'

/** Enter figures, zeros for the rest of a place among them, and go on: one step back takes all of it back. */
export const setFigures = (
  state: StepState,
  values: readonly (readonly [CellKey, Value, (string | null)?])[],
  entry: Pick<Entry, 'source' | 'message'>,
  rest: Rest | null = null,
): StepState => {
  const changes = values
    .map(([key, value, note = null]) =>
      entryChange(state.filing, key, entryNow(state, value, note, entry.source, entry.message)),
    )
    .filter(differs)
  if (!rest) return afterAnswer(state, recordChanges(state, changes))
  const entered = apply(state.filing, [...changes, ...openings(state, changes)])
  const after = makeChanges(state, diff(state.filing, zeroRest(state, entered, rest)))
  const stored = changes.length > 0 ? [{ type: 'stored', changes } as const] : []
  return afterAnswer(state, say(after, ...stored, { type: 'rest', ...rest }))
}

/**
 * Make entry changes and say them. A figure other than 0 behind a closed gate opens it there, so that what belongs
 * to it is asked.
 */
export const recordChanges = (state: StepState, changes: readonly EntryChange[]): StepState => {
  if (changes.length === 0) return state
  return say(makeChanges(state, [...changes, ...openings(state, changes)]), { type: 'stored', changes })
}

const openings = (state: StepState, changes: readonly EntryChange[]): readonly EntryChange[] => {
  const open = new Map<GateKey, readonly string[]>()
  for (const { key, to } of changes) {
    const cell = key as CellKey
    if (!to || !isFigure(state.form, cell, to)) continue
    for (const { gate, branch } of indexOf(state.form).paths.get(cell) ?? []) {
      const stands = open.get(gate.key) ?? opened(state.filing, gate)
      if (!stands) break
      if (!stands.includes(branch)) open.set(gate.key, [...stands, branch])
    }
  }
  return [...open].map(([gate, branches]) =>
    entryChange(state.filing, gate, entryNow(state, { open: branches }, null, 'gate')),
  )
}

/** Take the printed note of a figure away. */
export const removeNote = (state: StepState, cell: CellKey): StepState => {
  const entry = state.filing.entries.get(cell)
  if (!entry?.note) return askNext(state)
  return afterAnswer(state, recordChanges(state, [entryChange(state.filing, cell, { ...entry, note: null })]))
}

/** Whether a change changes what prints; the same figure said twice does not. */
export const differs = ({ from, to }: EntryChange): boolean =>
  JSON.stringify([from?.value, from?.note]) !== JSON.stringify([to?.value, to?.note])

/** After an answer: say what it finished, then put what it broke or did not mend, else what is next. */
export const afterAnswer = (before: StepState, after: StepState): StepState => {
  const done = say(after, ...finishedSections(before, after))
  const broken = newlyBroken(before, after)[0] ?? unmended(after)
  if (broken) return ask(done, findingQuestion(broken))
  const below = before.focus.trail.at(-1)
  // Figures that a text told are no end of that text.
  if (before.focus.question.type === 'proposal' && below?.type === 'text')
    return ask(say(done, ...mended(before, after)), below)
  return askNext(say(done, ...mended(before, after)))
}

/** Nothing is broken any more: of two findings that touch each other, one alone does not make the sums agree. */
const mended = (before: StepState, after: StepState): readonly Effect[] => {
  const { errors } = reviewOf(before)
  if (errors.length === 0 || reviewOf(after).errors.length > 0) return []
  return [{ type: 'mended', areSums: errors.every(isSum) }]
}

const isSum = ({ severity, text, left }: Finding): boolean =>
  severity === 'error' && text === undefined && left !== undefined

/** The finding that led to this cell, while it still stands. */
const unmended = (state: StepState) => {
  const from = state.focus.trail.at(-1)
  if (from?.type !== 'finding' || state.focus.later.includes(from.key)) return undefined
  return reviewOf(state).errors.find(error => findingKey(error) === from.key)
}

/** The findings of this step that block the report; where the report was done, hints too. */
export const newlyBroken = (before: StepState, after: StepState): readonly Finding[] => {
  const isDone = before.focus.question.type === 'done'
  const counts = (finding: Finding) => blocks(finding) || (isDone && isUnanswered(finding))
  return brokenBy(reviewOf(before), reviewOf(after), counts)
}

/** The tables in which nothing is open any more. */
export const finishedSections = (before: StepState, after: StepState) => {
  const openIn = (state: StepState) =>
    new Set(reviewOf(state).incomplete.map(open => openSection(state.form, open)))
  const now = openIn(after)
  const isSaid = after.effects.some(
    effect => effect.type === 'rest' || (effect.type === 'opened' && effect.branches.length === 0),
  )
  const were = openIn(before)
  return after.form.sections.flatMap(({ type, key }) =>
    type === 'table' && !isSaid && were.has(key) && !now.has(key)
      ? [{ type: 'section-done', section: key } as const]
      : [],
  )
}
