// A Word report as a filing, like the one report.ts makes of a report file. Nothing is added: what the draft could not
// read stays open. It must not judge; the rules do.

import { type Entry, type EntryKey, type Filing, filingId, unitId } from '../engine/filing.ts'
import { catalog } from '../forms/catalog.ts'
import type { Draft } from './draft.ts'
import { importer } from './report.ts'

/** Entries of source `imported`; ids are placeholders for whoever takes the filing over. `at` is when. */
export const draftFiling = (draft: Draft, year: number, at: number = 0): Filing => {
  const { id: form, revision } = catalog.formOf(draft.form)
  const made = { by: importer, at, message: null }
  const entries = [...draft.figures].map(([key, figure]): readonly [EntryKey, Entry] => [
    key,
    { ...figure, ...made, source: 'imported' },
  ])
  return {
    id: filingId('import'),
    unit: unitId('import'),
    form,
    revision,
    year,
    version: 0,
    entries: new Map(entries),
    texts: new Map([...draft.texts].map(([key, body]) => [key, [{ body, ...made }]])),
  }
}

/** The printed title where it is not the form's own. */
export const ownTitle = ({ form, title, unit, year }: Draft): string | null => {
  const usual = catalog
    .formOf(form)
    .title.replaceAll('{unit}', () => unit ?? '')
    .replaceAll('{year}', String(year))
  return title === usual ? null : title
}
