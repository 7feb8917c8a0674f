// One case of the register of rules: a report that breaks nothing but for this.

import type { Value } from '../../src/engine/filing.ts'
import type { Level } from '../../src/engine/form.ts'
import type { Printed } from '../../src/engine/printed.ts'

export type RuleCase = {
  /** Figures other than 0, computed cells as they were stated; `undefined` takes a figure away. */
  readonly figures?: Readonly<Record<string, Value | undefined>>
  readonly texts?: Readonly<Record<string, string>>
  /** Last year's report, in the same form; absent: it is not in hand. */
  readonly before?: {
    readonly figures?: Readonly<Record<string, Value | undefined>>
    readonly overview?: string
  }
  readonly level?: Level
  /** The unit's name, where it matters. */
  readonly unit?: string
  readonly powers?: Readonly<Record<string, boolean>>
  /** Years after the first of the form. */
  readonly yearsAfter?: number
  readonly printed?: Partial<Printed>
}
