// A draft as a filing, like the one report.ts makes of a report file. Nothing is added: a cell that was not read stays
// open. It must not judge; the rules do.

import type { Draft } from '../engine/draft.ts'
import { type Entry, type EntryKey, type Filing, filingId, unitId } from '../engine/filing.ts'
import type { Form } from '../engine/form.ts'
import { importer } from './report.ts'

/** Entries of source `imported`, with placeholders for ids; `form` is the draft's, `at` is when (epoch milliseconds). */
export const draftFiling = (draft: Draft, form: Form, year: number, at: number = 0): Filing => {
  const made = { by: importer, at, message: null }
  const entries = draft.figures.map(([key, value, note]): readonly [EntryKey, Entry] => [
    key,
    { value, note, ...made, source: 'imported' },
  ])
  return {
    id: filingId('import'),
    unit: unitId('import'),
    obligation: form.obligation,
    form: form.id,
    revision: form.revision,
    year,
    version: 0,
    entries: new Map(entries),
    texts: new Map(draft.texts.map(([key, body]) => [key, [{ body, ...made }]])),
    remarks: new Map(),
  }
}

/** The printed title where it is not the form's own. */
export const ownTitle = (
  { title: template }: Form,
  { unit, year }: Pick<Draft, 'unit' | 'year'>,
  title: string | null,
): string | null => {
  const usual = template.replaceAll('{unit}', () => unit).replaceAll('{year}', String(year))
  return title === usual ? null : title
}
