// The names by which people call the cells of a form: printed labels, whole and shortened, and the words of offices that
// the form lists. Worked out once for each form and year.

import { plainWords } from '../../reading/clauses.ts'
import { labelNames } from '../../reading/label-names.ts'
import { type NameIndex, nameIndex } from '../../reading/name-index.ts'
import type { Cell, Form, TableSection } from '../form.ts'

export type Axis = 'row' | 'column'

/** The cells of a row, of a column, or of several of either that share a name. */
export type Named = { readonly axis: Axis; readonly cells: ReadonlySet<Cell> }
export type Lexicon = NameIndex<readonly Named[]>

export const lexiconOf = (form: Form, year: number): Lexicon => {
  const byYear = known.get(form) ?? new Map<number, Lexicon>()
  known.set(form, byYear)
  const lexicon = byYear.get(year) ?? build(form, year)
  byYear.set(year, lexicon)
  return lexicon
}

const known = new WeakMap<Form, Map<number, Lexicon>>()

const build = (form: Form, year: number): Lexicon => {
  const names = new Map<string, Named[]>()
  for (const section of form.sections) {
    if (section.type !== 'table') continue
    for (const { words, named } of namesOf(section, year)) {
      const plain = plainWords(words)
      names.set(plain, [...(names.get(plain) ?? []), named])
    }
  }
  return nameIndex(names)
}

type Name = { readonly words: string; readonly named: Named }

const namesOf = (section: TableSection, year: number): readonly Name[] => [
  ...lines(
    section,
    'row',
    cell => cell.rowKey,
    cell => [cell.row],
  ),
  ...lines(
    section,
    'column',
    cell => cell.columnKey,
    cell => [cell.column],
  ),
  // A group of rows has its cells in common; the outermost is the table itself.
  ...lines(
    section,
    'row',
    cell => cell.groups.at(-1),
    cell => cell.groups.slice(-1),
  ),
  ...(section.called ?? []).flatMap(({ axis, keys, words }) => {
    const cells = section.cells.filter(cell => keys.includes(axis === 'row' ? cell.rowKey : cell.columnKey))
    return words.split(' ').map(word => ({
      words: word.replace('{lastYear}', String(year - 1)).replace('{nextYear}', String(year + 1)),
      named: { axis, cells: new Set(cells) },
    }))
  }),
]

const lines = (
  { cells }: TableSection,
  axis: Axis,
  keyOf: (cell: Cell) => string | undefined,
  labelsOf: (cell: Cell) => readonly string[],
): readonly Name[] =>
  [...Map.groupBy(cells, keyOf)].flatMap(([key, line]) => {
    if (key === undefined) return []
    const named = { axis, cells: new Set(line) }
    const words = new Set(line.flatMap(labelsOf).flatMap(labelNames))
    return [...words].map(word => ({ words: word, named }))
  })
