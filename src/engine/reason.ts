// The reasons that a unit writes for what looks wrong and is right. They are kept with the filing, as texts of
// their own that do not print, so that next year's check finds them.

import { bodyOf } from './body-of.ts'
import type { Filing } from './filing.ts'
import { type Form, type TextKey, textKey } from './form.ts'
import type { Known } from './known.ts'
import { type Finding, findingKey } from './rules/finding.ts'

const prefix = 'reason:'

/** The text that keeps the reason for a finding, `reason:<its key>[=<left>/<right>]`: one that does not last holds for these figures only. Stored. */
export const reasonKey = (finding: Finding): TextKey => {
  const sums = [finding.left?.sum, finding.right?.sum].filter(sum => sum !== undefined)
  const figures = finding.lasts || sums.length === 0 ? '' : `=${sums.join('/')}`
  return textKey(`${prefix}${findingKey(finding)}${figures}`)
}

export const isReasonKey = (key: string): boolean => key.startsWith(prefix)

/** The finding with the reason that was written for it, here or, where it lasts, in last year's report. */
export const withReason = (form: Form, filing: Filing, { previous }: Known, finding: Finding): Finding => {
  const key = reasonKey(finding)
  const own = bodyOf(form, filing, key)
  const reason = own ?? (finding.lasts && previous ? bodyOf(previous.form, previous.filing, key) : undefined)
  return reason ? { ...finding, reason } : finding
}
