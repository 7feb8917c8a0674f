// The small language of a drafted sentence. Its figures are read from the cells whenever it is shown, so that they
// follow the tables: `{cell+cell}` is a sum; `[cell+cell|words]` stands where the sum is not 0, `[!cell+cell|words]`
// where it is. Clauses may hold clauses. It must not know any form's words.

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
  return withClauses(words, count).replace(danglingComma, '')
}

/** The cells that a sentence depends on. */
export const cellsIn = (template: string): readonly CellKey[] => [
  ...new Set([...template.matchAll(mentioned)].flatMap(match => keysIn(match[1] ?? match[2] ?? ''))),
]

const place = /\{([^{}]+)\}/g
/** A clause that holds no other. */
const clause = /\[(!?)([^[\]|]+)\|([^[\]]*)\]/g
const mentioned = /\{([^{}]+)\}|\[!?([^[\]|]+)\|/g
/** A full-width comma before a semicolon, a full stop or a bracket: the clause after it does not stand. */
const danglingComma = /\uff0c(?=[\uff1b\u3002\uff09])/g

const withClauses = (words: string, count: Count): string => {
  const after = words.replace(clause, (_, not: string, keys: string, inner: string) => {
    const isZero = sumOf(keys, count) === 0
    return isZero === (not !== '') ? inner : ''
  })
  return after === words ? after : withClauses(after, count)
}

const keysIn = (keys: string): readonly CellKey[] => keys.split('+') as CellKey[]

const sumOf = (keys: string, count: Count): number | undefined => {
  let total = 0
  for (const key of keysIn(keys)) {
    const value = count(key)
    if (value === undefined) return undefined
    total += value
  }
  return total
}
