// Buttons that several answers have.

import type { Words } from '../../i18n/words.ts'
import type { AskingName } from '../doors.ts'
import type { AskingChoice } from './asking.ts'

type Said = Pick<Words, 'desk'>
type Named = Extract<
  AskingName,
  | ('queue' | 'progress' | 'units' | 'people' | 'invite' | 'places' | 'cancel')
  | ('chase' | 'private' | 'told' | 'missing' | 'names' | 'ledger' | 'totals' | 'publish' | 'published')
>

/** A button that asks this, with its usual words; `args` are what is asked about. */
export const choiceOf = (words: Said, asking: Named, ...args: readonly string[]): AskingChoice => ({
  ...{ asking, args, label: words.desk(`choice.${asking}`) },
})

/** The ways on, below the others. */
export const ways = (words: Said, ...names: readonly Named[]): readonly AskingChoice[] =>
  names.map(name => ({ ...choiceOf(words, name), nav: true }))
