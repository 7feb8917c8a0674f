// One step in the making: the filing and the focus as they are so far, and what there is to say.

import type { Context } from '../context.ts'
import { deriveAfter } from '../derive.ts'
import type { Effect } from '../effect.ts'
import {
  apply,
  type Change,
  type Entry,
  type EntryKey,
  type Filing,
  inverse,
  type Remark,
  type RemarkChange,
  remarkKey,
  type Source,
  type Value,
} from '../filing.ts'
import { type Focus, trailLimit } from '../focus.ts'
import type { Form } from '../form.ts'

export type StepState = {
  readonly form: Form
  readonly context: Context
  readonly filing: Filing
  readonly focus: Focus
  readonly effects: readonly Effect[]
}

export const say = (state: StepState, ...effects: readonly Effect[]): StepState => ({
  ...state,
  effects: [...state.effects, ...effects],
})

/** Make changes, so that `undo` can take them back. */
export const makeChanges = (state: StepState, changes: readonly Change[]): StepState => {
  if (changes.length === 0) return state
  const back = inverse(changes).map(withoutWords)
  const undo = fitting([...state.focus.undo, back].slice(-trailLimit))
  const filing = apply(state.filing, changes)
  deriveAfter(state.form, state.filing, filing, changes)
  return { ...state, filing, focus: { ...state.focus, undo } }
}

/** To know that words still stand it is enough who wrote them when, see undo.ts. */
const withoutWords = (made: Change): Change => {
  if (made.type === 'text') return { ...made, from: made.from?.map(part => ({ ...part, body: '' })) }
  if (made.type === 'remark') return { ...made, from: made.from && { ...made.from, body: '' } }
  return made
}

/**
 * So many characters of JSON are kept for `undo`: the focus is written with every message, and in Chinese it stays
 * below 100 KB. A text of 20,000 characters fits.
 */
const undoneSize = 25_000

/** The latest steps that fit; the latest of all is kept whatever its size. */
const fitting = (steps: readonly (readonly Change[])[]): readonly (readonly Change[])[] => {
  let used = 0
  const from = steps.findLastIndex(step => {
    used += sizeOf(step)
    return used > undoneSize
  })
  return steps.slice(Math.min(from + 1, steps.length - 1))
}

/** A step is the same object from one message to the next. */
const sizeOf = (step: readonly Change[]): number => {
  const size = sizes.get(step) ?? JSON.stringify(step).length
  sizes.set(step, size)
  return size
}
const sizes = new WeakMap<readonly Change[], number>()

/** The entry that this step's person makes now. */
export const entryNow = (
  { context }: StepState,
  value: Value,
  note: string | null = null,
  source: Source = 'typed',
  message = context.message,
): Entry => ({ value, note, source, by: context.by, at: context.now, message })

/** The change by which this step's person makes a remark now, in the place of the same one. */
export const remarkChange = (
  { filing, context }: StepState,
  spoken: Pick<Remark, 'kind' | 'rule' | 'cells' | 'figures' | 'quote'>,
  body: string,
): RemarkChange => {
  const key = remarkKey(spoken)
  const { by, now: at, message } = context
  return { type: 'remark', key, from: filing.remarks.get(key), to: { ...spoken, body, by, at, message } }
}

/** The change that puts an entry there, or takes it away. */
export const entryChange = (filing: Filing, key: EntryKey, to: Entry | undefined) =>
  ({ type: 'entry', key, from: filing.entries.get(key), to }) as const
