// The words of a form: questions, help and short names of its cells, gates, texts and sections, per language.
// Most specific first: a cell's own words, then its row's, then its column's.

import type { Branch, CellKey, Form, FormId, GateKey, SectionKey, TextKey, Topic } from '../engine/form.ts'
import { cellOf, cellsBehind } from '../engine/index-of.ts'
import { fill, type Params } from './fill.ts'
import type { FormBook, FormBooks, Phrases } from './form-books.ts'

type Kind = keyof Phrases

export type FormWords = {
  /** A report's heading without its unit; `params` hold the year. */
  readonly title: (form: FormId, params: Params) => string
  readonly cell: (form: Form, key: CellKey, kind: 'ask' | 'help', params: Params) => string
  /** Short names of a cell's row and column, as people say them. */
  readonly row: (form: Form, key: CellKey) => string
  readonly column: (form: Form, key: CellKey) => string
  /** The name of a gate's branch: that of the row or the column it stands for. */
  readonly branch: (form: Form, branch: Branch) => string
  readonly gate: (form: Form, key: GateKey, kind: 'ask' | 'pick' | 'help', params: Params) => string
  readonly text: (
    form: Form,
    key: TextKey,
    kind: 'ask' | 'help' | 'name' | 'sentence',
    params?: Params,
  ) => string
  /** The name of one topic of a text's outline, in the book beside the text: `overview.requests`. */
  readonly topic: (form: Form, text: TextKey, topic: Topic) => string
  /**
   * The button for a text's standard wording, to write another, or for its sentence apart from it; undefined where a
   * general one serves.
   */
  readonly button: (
    form: Form,
    key: TextKey,
    kind: 'standard' | 'write' | 'apart',
    params: Params,
  ) => string | undefined
  /** The names by which people may type a section's name, its own first. */
  readonly typed: (form: Form, key: SectionKey) => readonly string[]
  readonly section: (form: Form, key: SectionKey, kind: 'ask' | 'help' | 'name', params?: Params) => string
}

export const formWords = (books: FormBooks['forms']): FormWords => {
  const bookOf = (id: FormId): FormBook => {
    const found = books[id]
    if (!found) throw new Error(`no words for ${id}`)
    return found
  }
  const book = (form: Form): FormBook => bookOf(form.id)
  return {
    title: (id, params) => fill(bookOf(id).title, params),
    cell: (form, key, kind, params) => {
      const { cells, rows, columns } = book(form)
      const entries = [cells[key], rows[rowOf(key)], columns[columnOf(key)]]
      return say(
        key,
        kind,
        params,
        entries.find(entry => entry?.ask !== undefined),
      )
    },
    row: (form, key) => say(key, 'name', {}, book(form).rows[rowOf(key)]),
    column: (form, key) => say(key, 'name', {}, book(form).columns[columnOf(key)]),
    branch: (form, branch) => {
      const [key] = cellsBehind(branch)
      if (!key) throw new Error(`no cell behind ${branch.key}`)
      const isRow = cellOf(form, key).rowKey === branch.key
      return say(key, 'name', {}, isRow ? book(form).rows[rowOf(key)] : book(form).columns[columnOf(key)])
    },
    gate: (form, key, kind, params) => {
      const { gates } = book(form)
      return say(key, kind, params, gates[key], gates[key.replace(/\.[^.]+$/, '.*')])
    },
    text: (form, key, kind, params = {}) => say(key, kind, params, book(form).texts[key]),
    topic: (form, text, { key }) => say(`${text}.${key}`, 'name', {}, book(form).texts[`${text}.${key}`]),
    button: (form, key, kind, params) => {
      const entry: Phrases | undefined = book(form).texts[key]
      return entry?.[kind] && say(key, kind, params, entry)
    },
    typed: (form, key) => {
      const entry = book(form).sections[key] ?? book(form).texts[key]
      return [say(key, 'name', {}, entry), ...(entry?.typed?.split(' ') ?? [])]
    },
    section: (form, key, kind, params = {}) =>
      say(key, kind, params, book(form).sections[key], book(form).texts[key]),
  }
}

/** `requests.received.natural` → `requests.received`; `requests.*.natural`. */
const rowOf = (key: string) => key.slice(0, key.lastIndexOf('.'))
const columnOf = (key: string) => `${key.slice(0, key.indexOf('.'))}.*${key.slice(key.lastIndexOf('.'))}`

const say = (
  key: string,
  kind: Kind,
  params: Params,
  ...entries: readonly (Phrases | undefined)[]
): string => {
  const words = entries.find(entry => entry?.[kind] !== undefined)?.[kind]
  if (words === undefined) throw new Error(`no ${kind} for ${key}`)
  return fill(words, params)
}
