// A Word report is read inside real workerd as on Node.

import { expect, test } from 'vitest'
import { docxOf } from '../../../src/document/docx.ts'
import { outlineOf } from '../../../src/document/outline.ts'
import type { EntryKey, Filing } from '../../../src/engine/filing.ts'
import { filingId, personId, unitId } from '../../../src/engine/filing.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { readAtOnce } from './read-at-once.ts'

test.each([...catalog.forms.values()])('$id is written and read', async form => {
  const made = { note: null, source: 'typed', by: personId('p'), at: 0, message: null } as const
  const entries = indexOf(form).entered.map(
    ({ key, answer }, at) =>
      [
        key as EntryKey,
        { ...made, value: answer.startsWith('money') ? { fen: 10_000, unit: 'wan-yuan' as const } : at },
      ] as const,
  )
  const filing: Filing = {
    id: filingId('f'),
    unit: unitId('u'),
    obligation: form.obligation,
    form: form.id,
    revision: form.revision,
    year: form.years.from,
    version: 0,
    entries: new Map(entries),
    texts: new Map(),
    remarks: new Map(),
  }
  const read = await readAtOnce(await docxOf(outlineOf({ form, filing, unitName: '青石街道' })), catalog)
  if (!read.ok) throw new Error(read.why)
  expect([...read.draft.unread, ...read.missing]).toEqual([])
  const figures = new Map<string, unknown>(read.draft.figures.map(([key, value]) => [key, value]))
  for (const [key, { value }] of entries) expect(figures.get(key), key).toEqual(value)
})
