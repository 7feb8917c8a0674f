// A yearly duty of a statute (报告义务): the forms it was ever reported in, and its dates. Data; each folder has one.

import type { Form, Level, ObligationId } from '../engine/form.ts'

export type Obligation = {
  readonly id: ObligationId
  /** Oldest first; no year is served by two. */
  readonly forms: readonly Form[]
  /** The law's last day (`YYYY-MM-DD`) to publish the report for a year, by the unit's level. */
  readonly lastDay: (year: number, level: Level | null) => string
  /** Powers that some units have by law and others have not: the row's key and its name as printed. */
  readonly powers?: ReadonlyMap<string, string>
}
