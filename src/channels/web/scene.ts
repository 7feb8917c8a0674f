// All that the chat's page shows at one moment, as a type. No code.

import type { Outgoing } from '../../app/message.ts'
import type { Progress } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Bubble } from './bubbles.ts'

export type Scene = {
  readonly words: WebWords
  readonly progress: Progress
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
