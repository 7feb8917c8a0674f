// A web address, http or https, kept letter by letter; reading/web-address.ts says which signs around it are not its own.

import { readWebAddress } from '../../reading/web-address.ts'
import { longestLine, wordsKind } from './words.ts'

export const webAddress = wordsKind(typed => {
  const value = readWebAddress(typed)
  if (value === undefined) return { unread: 'not-an-address' }
  return value.length > longestLine ? { unread: 'too-long', limit: longestLine } : { value, note: null }
})
