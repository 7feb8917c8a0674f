// Words about who fills the report in, typed at any moment: a leave, its end, and that another person takes it over.

import type { Words } from '../../../i18n/words.ts'
import { isLeave } from '../../../intake/leave.ts'
import type { StaffEvent } from '../../ports/life-event.ts'

/** Undefined for words that are an answer. In a way with a `*` the words in its place are the name. */
export const staffEvent = (words: Words, text: string): StaffEvent | undefined => {
  const said = text
    .trim()
    .replace(/[\u3002.!\uff01]$/u, '')
    .replace(/^[[\u3010]|[\]\u3011]$/gu, '')
  if (said.length > longest) return undefined
  const ways = (key: 'heard.leave-end' | 'heard.hand-over'): readonly string[] => words.desk(key).split('|')
  const lower = said.toLowerCase()
  if (ways('heard.leave-end').includes(lower)) return { type: 'end-leave' }
  if (isLeave(said)) return { type: 'take-leave', text: said.length > shortest ? said : null }
  for (const way of ways('heard.hand-over')) {
    const [before = '', after] = way.split('*')
    if (after === undefined) {
      if (lower === way) return { type: 'hand-over', name: null }
    } else if (lower.startsWith(before) && lower.endsWith(after)) {
      const name = said.slice(before.length, said.length - after.length).trim()
      if (name.length >= 2 && name.length <= longestName && !/\d/.test(name))
        return { type: 'hand-over', name }
    }
  }
  return undefined
}

const longest = 60
const longestName = 12
/** The word alone says no day. */
const shortest = 6
