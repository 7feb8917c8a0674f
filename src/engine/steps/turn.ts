// One step in the making: the filing and the focus as they are so far, and what there is to say.

import type { Context } from '../context.ts'
import type { Effect } from '../effect.ts'
import {
  apply,
  type Change,
  type Entry,
  type EntryKey,
  type Filing,
  inverse,
  type Source,
  type Value,
} from '../filing.ts'
import { type Focus, trailLimit } from '../focus.ts'
import type { Form } from '../form.ts'

export type Turn = {
  readonly form: Form
  readonly context: Context
  readonly filing: Filing
  readonly focus: Focus
  readonly effects: readonly Effect[]
}

export const say = (turn: Turn, ...effects: readonly Effect[]): Turn => ({
  ...turn,
  effects: [...turn.effects, ...effects],
})

/** Make changes, so that `undo` can take them back. Of replaced texts only the latest is remembered. */
export const change = (turn: Turn, changes: readonly Change[]): Turn => {
  if (changes.length === 0) return turn
  const heavy = changes.some(made => made.type === 'text')
  const older = heavy
    ? turn.focus.undo.filter(step => step.every(made => made.type === 'entry'))
    : turn.focus.undo
  const undo = [...older, inverse(changes)].slice(-trailLimit)
  return { ...turn, filing: apply(turn.filing, changes), focus: { ...turn.focus, undo } }
}

/** The entry that this turn's person makes now. */
export const entryNow = (
  { context }: Turn,
  value: Value,
  note: string | null = null,
  source: Source = 'typed',
  message = context.message,
): Entry => ({ value, note, source, by: context.by, at: context.now, message })

/** The change that puts an entry there, or takes it away. */
export const entryChange = (filing: Filing, key: EntryKey, to: Entry | undefined) =>
  ({ type: 'entry', key, from: filing.entries.get(key), to }) as const
