// Compares the reviews before and after a change: the findings that it brought about, and whether the report still passes.

import { isComplete, type Review } from './review.ts'
import { blocks, type Finding, findingKey } from './rules/finding.ts'

/** The new findings, by default those that block. */
export const brokenBy = (
  before: Review,
  after: Review,
  counts: (finding: Finding) => boolean = blocks,
): readonly Finding[] => {
  const old = new Set(before.findings.filter(counts).map(findingKey))
  return after.findings.filter(finding => counts(finding) && !old.has(findingKey(finding)))
}

/** Whether a report that had passed does so no more. */
export const endsPassing = (before: Review, after: Review): boolean =>
  isComplete(before) && !isComplete(after)
