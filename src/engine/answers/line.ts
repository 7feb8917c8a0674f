// A short line of text, as typed.

import { readLine } from '../../reading/line.ts'
import { longestLine, wordsKind } from './words.ts'

export const line = wordsKind(typed => {
  const value = readLine(typed)
  if (value === undefined) return { unread: 'no-words' }
  return value.length > longestLine ? { unread: 'too-long', limit: longestLine } : { value, note: null }
})
