// The small language of a drafted sentence. Its figures are read from the cells whenever it is shown, so that they
// follow the tables: `{cell+cell}` is a sum; `[cell+cell|words]` stands where the sum is not 0, `[!cell+cell|words]`
// where it is; `[cell+cell=cell|words]` where both sums are the same, `[!cell+cell=cell|words]` where they are not, and a
// number may stand for a sum. Clauses may hold clauses. It must not know any form's words.

import type { CellKey } from './form.ts'

/** A cell's figure as a number; undefined while it is open. */
type Count = (cell: CellKey) => number | undefined

/** The mark for a figure that is still open. No document is made before it is known. */
const blank = '____'

/** The sentence with its figures. While a figure is open, its clause stands and has a blank. */
export const renderBound = (template: string, count: Count): string => {
  const words = template.replace(place, (_, keys: string) => {
    const sum = sumOf(keys, count)
    return sum === undefined ? blank : String(sum)
  })
  return withClauses(words, count).replace(danglingMark, '')
}

/** The cells that a sentence depends on. */
export const cellsIn = (template: string): readonly CellKey[] => [
  ...new Set([...template.matchAll(mentioned)].flatMap(match => keysIn(match[1] ?? match[2] ?? ''))),
]

const place = /\{([^{}]+)\}/g
/** A clause that holds no other. */
const clause = /\[(!?)([^[\]|]+)\|([^[\]]*)\]/g
const mentioned = /\{([^{}]+)\}|\[!?([^[\]|]+)\|/g
/** A full-width or an enumeration comma before a semicolon, a full stop or a bracket: the clause after it does not stand. */
const danglingMark = /[\uff0c\u3001](?=[\uff1b\u3002\uff09])/g

const withClauses = (words: string, count: Count): string => {
  const after = words.replace(clause, (_, not: string, keys: string, inner: string) => {
    return stands(keys, count) === (not === '') ? inner : ''
  })
  return after === words ? after : withClauses(after, count)
}

/** An open figure is as good as one above 0, and equals nothing. */
const stands = (keys: string, count: Count): boolean => {
  const [one, other] = keys.split('=').map(each => sumOf(each, count))
  return keys.includes('=') ? one !== undefined && one === other : one !== 0
}

const isNumber = (key: string): boolean => /^\d+$/.test(key)

const keysIn = (keys: string): readonly CellKey[] =>
  keys.split(/[+=]/).filter(key => !isNumber(key)) as CellKey[]

const sumOf = (keys: string, count: Count): number | undefined => {
  let total = 0
  for (const key of keys.split('+')) {
    const value = isNumber(key) ? Number(key) : count(key as CellKey)
    if (value === undefined) return undefined
    total += value
  }
  return total
}
