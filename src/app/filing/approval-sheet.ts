// The sheet for signatures of one report as it stands, or why there is none yet: nothing unfinished goes to a leader.

import { approvalSheetOf } from '../../document/approval-sheet.ts'
import type { Outline } from '../../document/outline.ts'
import type { Review } from '../../engine/review.ts'
import type { View } from '../conversation/compose/view.ts'
import type { HandledFiling } from '../ports/handling.ts'
import { type Unfinished, unfinishedIn } from './filing-refusal.ts'

/** `today` (`YYYY-MM-DD`) is the day that it carries. */
export const makeApprovalSheet = (
  { form, filing, unit, previous }: View,
  { signOffs }: Pick<HandledFiling, 'signOffs'>,
  judged: Review,
  today: string,
): Outline | Unfinished => {
  const unfinished = unfinishedIn(form, filing, judged)
  if (unfinished) return unfinished
  return approvalSheetOf({
    ...{ form, filing, previous, unitName: unit.name, day: today },
    explained: judged.findings.filter(({ reason }) => reason !== undefined).length,
    number: signOffs.findLast(each => each.number !== null)?.number ?? null,
  })
}
