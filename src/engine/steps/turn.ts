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

/** Make changes, so that `undo` can take them back. */
export const change = (turn: Turn, changes: readonly Change[]): Turn => {
  if (changes.length === 0) return turn
  const undo = fitting([...turn.focus.undo, inverse(changes)].slice(-trailLimit))
  return { ...turn, filing: apply(turn.filing, changes), focus: { ...turn.focus, undo } }
}

/** So many characters of steps are kept for `undo`: the focus is written with every message. */
const undoneText = 60_000
/** What an entry takes as it is stored, about: a document brings a hundred of them in one step. */
const entrySize = 150

/** The latest steps that fit; the latest of all is kept whatever its size. */
const fitting = (steps: readonly (readonly Change[])[]): readonly (readonly Change[])[] => {
  let used = 0
  const from = steps.findLastIndex(step => {
    used += charactersIn(step)
    return used > undoneText
  })
  return steps.slice(Math.min(from + 1, steps.length - 1))
}

const charactersIn = (step: readonly Change[]): number =>
  step.reduce((sum, made) => {
    if (made.type === 'entry') return sum + entrySize
    const parts = [...(made.from ?? []), ...(made.to ?? [])]
    return sum + parts.reduce((all, part) => all + part.body.length, 0)
  }, 0)

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
