// Gives a report back whose unit asks for it; that does not count as a return.

import type { Asking } from '../asking.ts'
import { actedAnswer } from '../reviewed.ts'

export const grantReturn: Asking = (deps, asker, { args: [id = '', content = ''] }) =>
  actedAnswer(deps, asker, id, { act: 'grant-return', content: Number(content) })
