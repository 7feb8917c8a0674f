// Some of the options that the cell prints, none or all of them too. Kept by their keys, in the cell's order.

import { noOptions, printOptions, readOptions } from '../../reading/options.ts'
import type { Value } from '../filing.ts'
import type { AnswerKind, Asked, Read, StatedValue } from './answer.ts'
import { equalWords } from './equal.ts'

const read = (typed: string, { options = [] }: Asked = {}): Read => {
  const places = readOptions(
    typed,
    options.map(option => option.label),
  )
  if (!places) return { unread: 'not-a-choice' }
  return { value: options.filter((_, place) => places.includes(place)).map(({ key }) => key), note: null }
}

/** A key that the cell does not know any more prints as it is: nothing is dropped. */
const print: AnswerKind['print'] = (value, options = []) => {
  const keys = chosenIn(value)
  if (!keys) return ''
  const labels = keys.map(key => options.find(option => option.key === key)?.label ?? key)
  return labels.length === 0 ? noOptions : printOptions(labels)
}

/** The keys of the chosen options; undefined where nothing was chosen yet. */
export const chosenIn = (value: Value | StatedValue | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value : undefined

const areOptions = (keys: readonly string[], { options = [] }: Asked = {}): boolean =>
  keys.every(key => options.some(option => option.key === key))

const readStated = (stated: StatedValue, asked: Asked = {}): Read => {
  if (stated === null) return { value: null, note: null }
  if (typeof stated === 'string') return read(stated, asked)
  const keys = chosenIn(stated)
  const { options = [] } = asked
  if (!keys || !areOptions(keys, asked)) return { unread: 'not-a-choice' }
  return { value: options.map(({ key }) => key).filter(key => keys.includes(key)), note: null }
}

export const choices: AnswerKind = {
  zero: [],
  fits: (value, asked) => {
    const keys = chosenIn(value)
    return value === null || (keys !== undefined && areOptions(keys, asked))
  },
  read,
  print,
  say: print,
  equal: equalWords,
  stated: { write: value => chosenIn(value) ?? null, read: readStated },
}
