// The day on which a report was signed, with which its document closes.

import type { HandledFiling } from '../ports/handling.ts'

/** `YYYY-MM-DD`, of the last sign-off of the content that stands; null where there is none. */
export const signedDay = ({
  signOffs,
  content,
}: Pick<HandledFiling, 'signOffs' | 'content'>): string | null =>
  signOffs.findLast(each => each.capacity !== 'secrecy-review' && each.content === content)?.signedOn ?? null
