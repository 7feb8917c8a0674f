// Keys of earlier revisions of a form become what they are called now, wherever they stand. A key is never dropped: one
// that the form does not know, or whose new name is taken already, stays as it is.

import { type Filing, type Remark, remarkKey } from './filing.ts'
import type { CellKey, Form } from './form.ts'

type Names = Pick<Form, 'renamed'>

/** The key's name in the form's present revision. */
export const renamed = ({ renamed: names }: Names, key: string): string =>
  Object.hasOwn(names, key) ? (names[key] ?? key) : key

/** The filing in the form's present revision; the very same one when nothing in it is of an earlier one. */
export const renamedFiling = (form: Names & Pick<Form, 'revision'>, filing: Filing): Filing => {
  const entries = renamedMap(form, filing.entries)
  const texts = renamedMap(form, filing.texts)
  const remarks = renamedRemarks(form, filing.remarks)
  const isSame = entries === filing.entries && texts === filing.texts && remarks === filing.remarks
  if (isSame && filing.revision === form.revision) return filing
  return { ...filing, revision: form.revision, entries, texts, remarks }
}

/** A remark has a key of its own that names its first cell. */
const renamedRemarks = (form: Names, remarks: Filing['remarks']): Filing['remarks'] => {
  const isOld = ({ cells }: Remark) => cells.some(cell => renamed(form, cell) !== cell)
  if (![...remarks.values()].some(isOld)) return remarks
  const present = [...remarks.values()].map(remark => {
    if (!isOld(remark)) return remark
    return { ...remark, cells: remark.cells.map(cell => renamed(form, cell) as CellKey) }
  })
  return new Map(present.map(remark => [remarkKey(remark), remark]))
}

/**
 * A focus, or whatever else of ours is kept as JSON, with the present keys: each string that is a key, and each
 * property that has one for its name. People's own words are left alone.
 */
export const renamedIn = <T>(form: Names, value: T): T =>
  Object.keys(form.renamed).length === 0 ? value : (deep(form, value) as T)

/** Properties that hold no key, whatever they say. */
const others: readonly string[] = ['type', 'source', 'body', 'note', 'label', 'by', 'message', 'quote']

const deep = (form: Names, value: unknown): unknown => {
  if (typeof value === 'string') return renamed(form, value)
  if (Array.isArray(value)) return value.map(each => deep(form, each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      renamed(form, name),
      others.includes(name) ? each : deep(form, each),
    ]),
  )
}

const renamedMap = <K extends string, V>(form: Names, map: ReadonlyMap<K, V>): ReadonlyMap<K, V> => {
  const isOld = (key: K) => renamed(form, key) !== key && !map.has(renamed(form, key) as K)
  if (![...map.keys()].some(isOld)) return map
  return new Map([...map].map(([key, value]) => [isOld(key) ? (renamed(form, key) as K) : key, value]))
}
