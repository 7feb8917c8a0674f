// Says that the office has no more questions about a draft, which is signed now and handed in.

import type { Asking } from '../asking.ts'
import { actedAnswer } from '../reviewed.ts'

export const clearReport: Asking = (deps, asker, { args: [id = '', content = ''] }) =>
  actedAnswer(deps, asker, id, { act: 'clear-filing', content: Number(content) })
