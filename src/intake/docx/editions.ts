// Which edition a document is of, and which section each of its tables belongs to: by the form's own words that
// stand in them. A year settles it only where both editions print the same.

import { type Form, obligationId, type SectionKey, type TableSection } from '../../engine/form.ts'
import { catalog } from '../../forms/catalog.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { Table } from './blocks.ts'
import { labelsOf } from './labels.ts'
import { stop } from './refusal.ts'

/** So many different words of a table make it that table; the rest of one cut by a page needs only one. */
const fewest = 3

type Score = { readonly section: TableSection; readonly words: number }

/** The words of every table, for `editionOf` and `sectionsOf`. */
export type Words = readonly ReadonlySet<string>[]

export const wordsOf = (tables: readonly Table[]): Words =>
  tables.map(({ rows }) => new Set(rows.flatMap(({ cells }) => cells.map(({ text }) => plainLabel(text)))))

export const editionOf = (tables: Words, year: number | null): Form => {
  const scores = [...catalog.forms.values()].map(form => ({
    form,
    words: tables.reduce((sum, words) => sum + recognised(best(form, words)), 0),
  }))
  const most = Math.max(...scores.map(({ words }) => words))
  if (most === 0) stop('no-tables')
  const [first, ...others] = scores.filter(({ words }) => words === most).map(({ form }) => form)
  const byYear = year === null ? undefined : catalog.formFor(obligationId('disclosure'), year)
  if (others.length > 0) return byYear ?? stop('no-edition')
  return first ?? stop('no-edition')
}

/** For each table its section; null for a table that is not the form's. */
export const sectionsOf = (form: Form, tables: Words): readonly (SectionKey | null)[] => {
  let before: SectionKey | null = null
  return tables.map(words => {
    const found = best(form, words)
    const isRest = found !== undefined && found.section.key === before && found.words > 0
    before = found && (isRest || recognised(found) > 0) ? found.section.key : null
    return before
  })
}

const recognised = (score: Score | undefined): number => (score && score.words >= fewest ? score.words : 0)

const best = (form: Form, words: ReadonlySet<string>): Score | undefined =>
  form.sections
    .filter(section => section.type === 'table')
    .map(section => ({ section, words: wordsOfSection(section).filter(word => words.has(word)).length }))
    .sort((one, other) => other.words - one.words)[0]

const wordsOfSection = (section: TableSection): readonly string[] => {
  const { rows, columns, others } = labelsOf(section)
  return [...new Set([...rows.exact.keys(), ...columns.exact.keys(), ...others])]
}
