// A yes or a no. It counts nothing.

import { readYesNo, yesNoWords } from '../../reading/yes-no.ts'
import type { AnswerKind, Read } from './answer.ts'
import { equalWords } from './equal.ts'

const read = (typed: string): Read => {
  const value = readYesNo(typed)
  return value === undefined ? { unread: 'not-a-choice' } : { value, note: null }
}

const print: AnswerKind['print'] = value =>
  typeof value === 'boolean' ? yesNoWords[value ? 'yes' : 'no'] : ''

export const yesNo: AnswerKind = {
  zero: false,
  fits: value => value === null || typeof value === 'boolean',
  read,
  print,
  say: print,
  equal: equalWords,
  stated: {
    write: value => (typeof value === 'boolean' ? value : null),
    read: stated => {
      if (stated === null || typeof stated === 'boolean') return { value: stated, note: null }
      return typeof stated === 'string' ? read(stated) : { unread: 'not-a-choice' }
    },
  },
}
