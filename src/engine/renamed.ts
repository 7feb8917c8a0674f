// Keys of earlier revisions of a form become what they are called now, wherever they stand. A key is never dropped: one
// that the form does not know, or whose new name is taken already, stays as it is.

import type { Event } from './event.ts'
import { type Filing, type Remark, remarkKey } from './filing.ts'
import type { Focus } from './focus.ts'
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

/** A stored focus with the present keys. */
export const renamedFocus = (form: Names, focus: Focus): Focus =>
  isNeverRenamed(form)
    ? focus
    : {
        ...focus,
        question: renamedFields(form, focus.question),
        shown: renamedShown(form, focus.shown),
        trail: focus.trail.map(each => renamedFields(form, each)),
        undo: focus.undo.map(changes => changes.map(change => renamedFields(form, change))),
        later: focus.later.map(key => renamed(form, key)),
      }

/** A stored event with the present keys. */
export const renamedEvent = (form: Names, event: Event): Event =>
  isNeverRenamed(form) ? event : renamedFields(form, event)

/** Shown values by the present keys. */
export const renamedShown = (form: Names, shown: Focus['shown']): Focus['shown'] =>
  Object.fromEntries(Object.entries(shown).map(([key, value]) => [renamed(form, key), value]))

const isNeverRenamed = ({ renamed: names }: Names): boolean => Object.keys(names).length === 0

/** The fields of questions, events, drafts and changes in which keys stand; people's own words stand in all others. */
const fields: Readonly<Record<string, 'key' | 'keys' | 'fields' | undefined>> = {
  cell: 'key',
  gate: 'key',
  text: 'key',
  section: 'key',
  branch: 'key',
  key: 'key',
  place: 'key',
  cells: 'keys',
  totals: 'keys',
  keys: 'keys',
  ticked: 'keys',
  branches: 'keys',
  values: 'keys',
  figures: 'keys',
  texts: 'keys',
  question: 'fields',
  draft: 'fields',
  unread: 'fields',
  unsure: 'fields',
  rest: 'fields',
}

/** Events whose text is what somebody wrote. */
const spoken: readonly string[] = ['typed', 'answered', 'edited']

const renamedFields = <T extends object>(form: Names, value: T): T => {
  const isSpoken = 'type' in value && spoken.includes(String(value.type))
  const entries = Object.entries(value).map(([name, each]) => {
    const kind = isSpoken && name === 'text' ? undefined : fields[name]
    return [name, kind ? renamedField(form, kind, each) : each]
  })
  return Object.fromEntries(entries) as T
}

/** Figures and texts by key are lists that begin with it. */
const renamedField = (form: Names, kind: 'key' | 'keys' | 'fields', value: unknown): unknown => {
  if (kind === 'key') return typeof value === 'string' ? renamed(form, value) : value
  if (Array.isArray(value)) return value.map(each => renamedItem(form, kind, each))
  return kind === 'fields' && typeof value === 'object' && value !== null ? renamedFields(form, value) : value
}

const renamedItem = (form: Names, kind: 'keys' | 'fields', item: unknown): unknown => {
  if (kind === 'fields') return renamedField(form, kind, item)
  if (!Array.isArray(item)) return renamedField(form, 'key', item)
  const [key, ...rest] = item
  return [renamedField(form, 'key', key), ...rest]
}

const renamedMap = <K extends string, V>(form: Names, map: ReadonlyMap<K, V>): ReadonlyMap<K, V> => {
  const isOld = (key: K) => renamed(form, key) !== key && !map.has(renamed(form, key) as K)
  if (![...map.keys()].some(isOld)) return map
  return new Map([...map].map(([key, value]) => [isOld(key) ? (renamed(form, key) as K) : key, value]))
}
