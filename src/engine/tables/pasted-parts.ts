// The tables of the form that stand below one another in one paste: each line is of the table whose words it holds. It
// must not read a figure.

import { isWords, plainLabel } from '../../reading/printed-label.ts'
import { readSheet } from '../../reading/sheet.ts'
import type { Form, TableSection } from '../form.ts'
import { type Labels, labelsOf } from './labels.ts'

type Rows = readonly (readonly string[])[]
export type PastedPart = { readonly section: TableSection; readonly rows: Rows }

/** Different words of a form's table that make pasted cells that table. */
const fewestWords = 3
/** Three tables of a hundred rows. */
const most = { rows: 300, columns: 100, words: 400, signs: 100_000 }

/** In their order; none where the cells are no table of the form. */
export const pastedParts = (form: Form, text: string): readonly PastedPart[] => {
  const rows = text.length <= most.signs ? readSheet(text) : null
  if (!rows) return []
  const sections = form.sections.filter(section => section.type === 'table')
  const sample = wordsIn(rows.slice(0, most.rows))
  if (sample.size > most.words) return []
  const found = sections.filter(section => scoreOf(labelsOf(section), sample) >= fewestWords)
  if (found.length > 1 && rows.length <= most.rows) {
    const parts = divide(found, rows)
    if (parts.length > 1) return parts
  }
  const section = likeliest(found, sample)
  return section ? [{ section, rows }] : []
}

/** Lines that hold words of one table alone begin or continue it; titles go with what is below them. */
const divide = (sections: readonly TableSection[], rows: Rows): readonly PastedPart[] => {
  const parts = new Map<TableSection, (readonly string[])[]>()
  let current: TableSection | undefined
  let titles: (readonly string[])[] = []
  for (const row of rows) {
    const words = wordsIn([row])
    const holding = sections.filter(section => scoreOf(labelsOf(section), words) > 0)
    const own = holding.length === 1 ? holding[0] : likeliest(holding, words)
    if (!own && !row.some(cell => /^\d/.test(cell))) {
      titles.push(row)
      continue
    }
    const section: TableSection | undefined = own ?? current
    if (!section) return []
    parts.set(section, [...(parts.get(section) ?? []), ...titles, row])
    titles = []
    current = section
  }
  if (current) parts.get(current)?.push(...titles)
  const isEach = [...parts].every(([section, own]) => scoreOf(labelsOf(section), wordsIn(own)) >= fewestWords)
  return isEach ? [...parts].map(([section, own]) => ({ section, rows: own })) : []
}

const likeliest = (
  sections: readonly TableSection[],
  words: ReadonlySet<string>,
): TableSection | undefined => {
  const [first, second] = sections
    .map(section => ({ section, score: scoreOf(labelsOf(section), words) }))
    .sort((one, other) => other.score - one.score)
  return first && first.score > (second?.score ?? 0) ? first.section : undefined
}

const wordsIn = (rows: Rows): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap(row => row.slice(0, most.columns))
      .filter(isWords)
      .map(plainLabel),
  )

const scoreOf = ({ rows, columns, others }: Labels, words: ReadonlySet<string>): number =>
  [...words].filter(word => rows.exact.has(word) || columns.exact.has(word) || others.has(word)).length
