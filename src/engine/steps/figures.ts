// Entering figures, and what follows from it: what changed is said, a sum that no longer agrees is put at once,
// otherwise the next question.

import type { Entry, EntryChange, Value } from '../filing.ts'
import type { CellKey, SectionKey } from '../form.ts'
import { findingKey } from '../review.ts'
import { findingQuestion, next, put, standing } from './put.ts'
import { change, entryChange, entryNow, say, type Turn } from './turn.ts'

/** Enter figures and go on. */
export const enter = (
  turn: Turn,
  values: readonly (readonly [CellKey, Value])[],
  entry: Pick<Entry, 'source' | 'message'>,
): Turn => {
  const changes = values
    .map(([key, value]) =>
      entryChange(turn.filing, key, entryNow(turn, value, null, entry.source, entry.message)),
    )
    .filter(differs)
  return proceed(turn, store(turn, changes))
}

/** Make entry changes and say them. */
export const store = (turn: Turn, changes: readonly EntryChange[]): Turn =>
  changes.length === 0 ? turn : say(change(turn, changes), { type: 'stored', changes })

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
  return broken ? put(done, findingQuestion(broken)) : next(done)
}

/** The finding that led to this cell, while it still stands. */
const unmended = (turn: Turn) => {
  const from = turn.focus.trail.at(-1)
  if (from?.type !== 'finding') return undefined
  return standing(turn).errors.find(error => findingKey(error) === findingKey(from))
}

/** The first error that this step brought about. */
export const newlyBroken = (before: Turn, after: Turn) => {
  const old = new Set(standing(before).errors.map(findingKey))
  return standing(after).errors.find(error => !old.has(findingKey(error)))
}

const finished = (before: Turn, after: Turn) => {
  const openIn = ({ form, filing }: Turn) =>
    new Set(standing({ form, filing }).incomplete.map(item => item.section))
  const now = openIn(after)
  const isTable = (key: SectionKey) =>
    after.form.sections.some(section => section.key === key && section.type === 'table')
  const isSaid = after.effects.some(effect => effect.type === 'opened' && effect.branches.length === 0)
  return [...openIn(before)]
    .filter(section => !isSaid && !now.has(section) && isTable(section))
    .map(section => ({ type: 'section-done', section }) as const)
}
