// Approves the report as it was on the screen.

import type { Asking } from '../asking.ts'
import { actedAnswer } from '../reviewed.ts'

export const approveReport: Asking = (deps, asker, { args: [id = '', content = ''] }) =>
  actedAnswer(deps, asker, id, { act: 'approve-filing', content: Number(content) })
