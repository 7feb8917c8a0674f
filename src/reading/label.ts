// A row's label as people paste or type it: without its number, shortened, or whole.
// It must not guess between two rows: the caller wants exactly one fit.

import { fold } from './fold.ts'

const number = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[.、])\s*/

/** Whether `said` names the row printed as `printed`: the same words, or a part of them at least two signs long. */
export const isLabelOf = (said: string, printed: string): 'same' | 'part' | false => {
  const words = plain(said)
  const whole = plain(printed)
  if (words === whole || said.trim().endsWith(printed)) return 'same'
  return words.length >= 2 && whole.includes(words) ? 'part' : false
}

const plain = (label: string): string => (fold(label).trim().split(/\s+/).at(-1) ?? '').replace(number, '')
