// Entering figures, and what follows from it: what changed is said, a sum that no longer agrees is put at once,
// otherwise the next question.

import { isFigure, opened } from '../derive.ts'
import type { Entry, EntryChange, Value } from '../filing.ts'
import { findingQuestion } from '../focus.ts'
import type { CellKey, GateKey, SectionKey } from '../form.ts'
import { indexOf } from '../index-of.ts'
import { findingKey } from '../rules/finding.ts'
import { next, put, reviewOf } from './put.ts'
import { change, entryChange, entryNow, say, type Turn } from './turn.ts'

/** Enter figures and go on. */
export const enter = (
  turn: Turn,
  values: readonly (readonly [CellKey, Value, (string | null)?])[],
  entry: Pick<Entry, 'source' | 'message'>,
): Turn => {
  const changes = values
    .map(([key, value, note = null]) =>
      entryChange(turn.filing, key, entryNow(turn, value, note, entry.source, entry.message)),
    )
    .filter(differs)
  return proceed(turn, store(turn, changes))
}

/**
 * Make entry changes and say them. A figure other than 0 behind a closed gate opens it there, so that what belongs
 * to it is asked.
 */
export const store = (turn: Turn, changes: readonly EntryChange[]): Turn => {
  if (changes.length === 0) return turn
  return say(change(turn, [...changes, ...openings(turn, changes)]), { type: 'stored', changes })
}

const openings = (turn: Turn, changes: readonly EntryChange[]): readonly EntryChange[] => {
  const open = new Map<GateKey, readonly string[]>()
  for (const { key, to } of changes) {
    const cell = key as CellKey
    if (!to || !isFigure(turn.form, cell, to)) continue
    for (const { gate, branch } of indexOf(turn.form).paths.get(cell) ?? []) {
      const stands = open.get(gate.key) ?? opened(turn.filing, gate)
      if (!stands) break
      if (!stands.includes(branch)) open.set(gate.key, [...stands, branch])
    }
  }
  return [...open].map(([gate, branches]) =>
    entryChange(turn.filing, gate, entryNow(turn, { open: branches }, null, 'gate')),
  )
}

/** Take the printed note of a figure away. */
export const unnote = (turn: Turn, cell: CellKey): Turn => {
  const entry = turn.filing.entries.get(cell)
  if (!entry?.note) return next(turn)
  return proceed(turn, store(turn, [entryChange(turn.filing, cell, { ...entry, note: null })]))
}

/** Whether a change changes what prints; the same figure said twice does not. */
export const differs = ({ from, to }: EntryChange): boolean =>
  JSON.stringify([from?.value, from?.note]) !== JSON.stringify([to?.value, to?.note])

/** After an answer: say what it finished, then put what it broke or did not mend, else what is next. */
export const proceed = (before: Turn, after: Turn): Turn => {
  const done = say(after, ...finished(before, after))
  const broken = newlyBroken(before, after) ?? unmended(after)
  if (broken) return put(done, findingQuestion(broken))
  return next(isMended(before, after) ? say(done, { type: 'mended' }) : done)
}

const isMended = (before: Turn, after: Turn): boolean => {
  const now = new Set(reviewOf(after).errors.map(findingKey))
  return reviewOf(before).errors.some(error => !now.has(findingKey(error)))
}

/** The finding that led to this cell, while it still stands. */
const unmended = (turn: Turn) => {
  const from = turn.focus.trail.at(-1)
  if (from?.type !== 'finding' || turn.focus.later.includes(from.key)) return undefined
  return reviewOf(turn).errors.find(error => findingKey(error) === from.key)
}

/** The first error that this step brought about. */
export const newlyBroken = (before: Turn, after: Turn) => {
  const old = new Set(reviewOf(before).errors.map(findingKey))
  return reviewOf(after).errors.find(error => !old.has(findingKey(error)))
}

/** The tables in which nothing is open any more. */
export const finished = (before: Turn, after: Turn) => {
  const openIn = (turn: Turn) => new Set(reviewOf(turn).incomplete.map(item => item.section))
  const now = openIn(after)
  const isTable = (key: SectionKey) =>
    after.form.sections.some(section => section.key === key && section.type === 'table')
  const isSaid = after.effects.some(
    effect => effect.type === 'rest' || (effect.type === 'opened' && effect.branches.length === 0),
  )
  return [...openIn(before)]
    .filter(section => !isSaid && !now.has(section) && isTable(section))
    .map(section => ({ type: 'section-done', section }) as const)
}
