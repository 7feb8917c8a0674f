// A web address, http or https, kept as it was typed.

import { readWebAddress } from '../../reading/web-address.ts'
import { longestLine, wordsKind } from './words.ts'

export const webAddress = wordsKind(typed => {
  const value = readWebAddress(typed)
  if (value === undefined) return { unread: 'not-an-address' }
  return value.length > longestLine ? { unread: 'too-long', limit: longestLine } : { value, note: null }
})
