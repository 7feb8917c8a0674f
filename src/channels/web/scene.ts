// All that the chat's page shows at one moment, as a type. No code.

import type { Outgoing } from '../../app/message.ts'
import type { Progress } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Bubble } from './bubbles.ts'

/** Where the person of the chat stands: at a filing, or at the desk of a unit that others are below. */
export type ChatPlace = Pick<Progress, 'person' | 'card' | 'asked' | 'editable' | 'canUndo' | 'version'> & {
  readonly heading: string
  readonly detail: string
  /** The name of the person and the place, for what a browser keeps of words that are not sent. */
  readonly owner: string
  /** Null at a desk. */
  readonly progress: Progress | null
}

export type Scene = {
  readonly words: WebWords
  readonly place: ChatPlace
  readonly bubbles: readonly Bubble[]
  /** The last row that the page knows. */
  readonly last: number
  /** The message that put the question. */
  readonly asked: Outgoing | null
  /** Whether there is more before. */
  readonly hasEarlier: boolean
  readonly id: () => string
  readonly now: () => number
  readonly dateOf: (at: number) => string
}
