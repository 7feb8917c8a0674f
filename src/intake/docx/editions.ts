// Recognises the form of a document, and the section of each of its tables, by the form's own words that stand in them.
// A year settles it only where several forms print the same.

import type { Form, SectionKey, TableSection } from '../../engine/form.ts'
import { labelsOf } from '../../engine/tables/labels.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { WordTable } from './blocks.ts'
import { stop } from './refusal.ts'
import { perElement, type Sliced } from './slices.ts'

/** Different words that make a table that table; the rest of one cut by a page needs only one. */
const fewestWords = 3

/** Signs that comparing one table with a form's sections is like. */
const perTable = 2_000

type Score = { readonly section: TableSection; readonly words: number }

/** The words of every table, for `formOfTables` and `sectionsOf`. */
export type TableWords = readonly ReadonlySet<string>[]

export function* wordsOfTables(tables: readonly WordTable[]): Sliced<TableWords> {
  const all: ReadonlySet<string>[] = []
  for (const { rows } of tables) {
    const words = new Set<string>()
    for (const { text } of rows.flatMap(({ cells }) => cells)) {
      // Longer words are a text (labels.ts).
      if (text.length <= longestWords) words.add(plainLabel(text))
      yield perElement + Math.min(text.length, longestWords)
    }
    all.push(words)
  }
  return all
}

const longestWords = 1_000

/** `hasPictures`: a document without a table of a form may have pictures of them. */
export function* formOfTables(
  forms: readonly Form[],
  tables: TableWords,
  year: number | null,
  hasPictures: boolean,
): Sliced<Form> {
  const scores: { readonly form: Form; readonly words: number }[] = []
  for (const form of forms) {
    let sum = 0
    for (const words of tables) {
      sum += recognised(bestSection(form, words))
      yield perTable
    }
    scores.push({ form, words: sum })
  }
  const best = Math.max(0, ...scores.map(({ words }) => words))
  if (best === 0) stop(hasPictures ? 'pictures' : 'no-tables')
  const alike = scores.filter(({ words }) => words === best).map(({ form }) => form)
  const fitting = alike.length === 1 ? alike : alike.filter(form => serves(form, year))
  const [form, ...others] = fitting
  return form && others.length === 0 ? form : stop('no-edition')
}

const serves = ({ years }: Form, year: number | null): boolean =>
  year !== null && years.from <= year && year <= (years.to ?? Number.POSITIVE_INFINITY)

/** For each table its section; null for a table that is not the form's. */
export function* sectionsOf(form: Form, tables: TableWords): Sliced<readonly (SectionKey | null)[]> {
  let before: SectionKey | null = null
  const sections: (SectionKey | null)[] = []
  for (const words of tables) {
    const found = bestSection(form, words)
    const isRest: boolean = found !== undefined && found.section.key === before && found.words > 0
    before = found && (isRest || recognised(found) > 0) ? found.section.key : null
    sections.push(before)
    yield perTable
  }
  return sections
}

const recognised = (score: Score | undefined): number =>
  score && score.words >= fewestWords ? score.words : 0

const bestSection = (form: Form, words: ReadonlySet<string>): Score | undefined =>
  form.sections
    .filter(section => section.type === 'table')
    .map(section => ({ section, words: wordsOfSection(section).filter(word => words.has(word)).length }))
    .sort((one, other) => other.words - one.words)[0]

/** Of the form itself, so worked out once. */
const wordsOfSection = (section: TableSection): readonly string[] => {
  const found = known.get(section) ?? printedIn(section)
  known.set(section, found)
  return found
}
const known = new WeakMap<TableSection, readonly string[]>()

const printedIn = (section: TableSection): readonly string[] => {
  const { rows, columns, others } = labelsOf(section)
  return [...new Set([...rows.exact.keys(), ...columns.exact.keys(), ...others])]
}
