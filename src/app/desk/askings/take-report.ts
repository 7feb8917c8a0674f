// Takes a report up for review: its unit sees by whom, and changes it no more by itself.

import type { Asking } from '../asking.ts'
import { actedAnswer } from '../reviewed.ts'

export const takeReport: Asking = (deps, asker, { args: [id = '', content = ''] }) =>
  actedAnswer(deps, asker, id, { act: 'take-filing', content: Number(content) })
