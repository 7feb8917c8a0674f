// The unit of money that a column's head gives for all figures below it: 采购总金额（万元）.
// It must not read figures.

import { fold } from './fold.ts'

/** The unit, or null when the head names none. */
export const unitInHead = (head: string): string | null => {
  const plain = fold(head).replace(/\s/g, '')
  return /[(:,](?:单位:?)?(?:人民币)?(亿元|万元|元)\)?$/.exec(plain)?.[1] ?? null
}
