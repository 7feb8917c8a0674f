// The port of the notices of holidays that were loaded.

import type { Notice } from '../../district/notice.ts'
import type { Recorded } from './audits.ts'

export type Calendar = {
  /** One for each year, in the order of the years. */
  readonly notices: () => Promise<readonly Notice[]>
  /** Puts a notice in the place of its year's, with its line of the audit; false as for every act of the registry. */
  readonly putNotice: (notice: Notice, recorded: Recorded) => Promise<boolean>
}
