// Recognises the form of a document, and the section of each of its tables, by the form's own words that stand in them.
// A year settles it only where several forms print the same.

import type { Form, SectionKey, TableSection } from '../../engine/form.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { WordTable } from './blocks.ts'
import { labelsOf } from './labels.ts'
import { stop } from './refusal.ts'

/** Different words that make a table that table; the rest of one cut by a page needs only one. */
const fewestWords = 3

type Score = { readonly section: TableSection; readonly words: number }

/** The words of every table, for `formOfTables` and `sectionsOf`. */
export type TableWords = readonly ReadonlySet<string>[]

export const wordsOfTables = (tables: readonly WordTable[]): TableWords =>
  tables.map(({ rows }) => new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => plainLabel(text)))))

export const formOfTables = (forms: readonly Form[], tables: TableWords, year: number | null): Form => {
  const scores = forms.map(form => ({
    form,
    words: tables.reduce((sum, words) => sum + recognised(bestSection(form, words)), 0),
  }))
  const best = Math.max(0, ...scores.map(({ words }) => words))
  if (best === 0) stop('no-tables')
  const alike = scores.filter(({ words }) => words === best).map(({ form }) => form)
  const fitting = alike.length === 1 ? alike : alike.filter(form => serves(form, year))
  const [form, ...others] = fitting
  return form && others.length === 0 ? form : stop('no-edition')
}

const serves = ({ years }: Form, year: number | null): boolean =>
  year !== null && years.from <= year && year <= (years.to ?? Number.POSITIVE_INFINITY)

/** For each table its section; null for a table that is not the form's. */
export const sectionsOf = (form: Form, tables: TableWords): readonly (SectionKey | null)[] => {
  let before: SectionKey | null = null
  return tables.map(words => {
    const found = bestSection(form, words)
    const isRest = found !== undefined && found.section.key === before && found.words > 0
    before = found && (isRest || recognised(found) > 0) ? found.section.key : null
    return before
  })
}

const recognised = (score: Score | undefined): number =>
  score && score.words >= fewestWords ? score.words : 0

const bestSection = (form: Form, words: ReadonlySet<string>): Score | undefined =>
  form.sections
    .filter(section => section.type === 'table')
    .map(section => ({ section, words: wordsOfSection(section).filter(word => words.has(word)).length }))
    .sort((one, other) => other.words - one.words)[0]

const wordsOfSection = (section: TableSection): readonly string[] => {
  const { rows, columns, others } = labelsOf(section)
  return [...new Set([...rows.exact.keys(), ...columns.exact.keys(), ...others])]
}
