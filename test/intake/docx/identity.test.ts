// A document of ours, read back, is the report it was made from: figures, notes, texts, title, year and unit. What was
// never answered prints like a blank and is the one thing that paper cannot tell apart.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docxOf } from '../../../src/document/docx.ts'
import { outlineOf } from '../../../src/document/outline.ts'
import { paragraphsOf } from '../../../src/document/paragraphs.ts'
import { type ReportUnit, reportOf } from '../../../src/document/report.ts'
import { type EntryKey, type Filing, personId } from '../../../src/engine/filing.ts'
import { type Form, textKey } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { draftFiling, ownTitle } from '../../../src/intake/draft-filing.ts'
import { readCase } from '../../document/material.ts'
import { consistentFiling } from '../../engine/consistent.ts'
import { needs, reportNames } from '../../needs.ts'
import { readAtOnce } from './read-at-once.ts'

const numRuns = process.env.LONG ? 500 : 8

const printed = async (form: Form, filing: Filing, unit: ReportUnit) =>
  docxOf(outlineOf({ form, filing, unitName: unit.name, title: unit.title }))

/** The report read back from a document; fails on anything unread. */
const readBack = async (docx: Uint8Array) => {
  const read = await readAtOnce(docx, catalog)
  if (!read.ok) throw new Error(read.why)
  const { draft, missing, layout } = read
  expect([...draft.unread, ...missing, ...layout.labels]).toEqual([])
  const form = catalog.forms.get(draft.form)
  if (!form || draft.year === null || draft.unit === '') throw new Error('not told whose or when')
  const unit = { name: draft.unit, title: ownTitle(form, draft, layout.title) }
  return reportOf(form, draftFiling(draft, form, draft.year), unit)
}

const units = fc.constantFrom(
  '青石街道',
  '临江县财政局',
  '石桥镇人民政府',
  '云溪市人民政府办公室（外事办）',
  '第12管理区',
)
const line = fc.oneof(
  fc.constantFrom(
    '全年主动公开信息135条，同比增长12.5%。',
    '（一）主动公开政府信息情况。按要求公开。',
    '（一）主动公开政府信息情况',
    '1.做法 与 不足：<甲> & “乙”',
    '2.见附表 3',
  ),
  fc.string({
    unit: fc.constantFrom(...'政府信息公开本年度，。、；：（）“”《》123 %.-<>&'),
    minLength: 1,
    maxLength: 60,
  }),
)
const body = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map(lines =>
    paragraphsOf(lines.join('\n'))
      .map(({ lead, text }) => lead + text)
      .join('\n'),
  )
  .filter(text => text !== '')
const notes = fc.constantFrom('（其中修订16件）', '（含备案3件）（不含转发）', '（截至12月31日）')

/** A filing in which every figure stands, some as blanks, some with a note, and each text is there or is not. */
const filings = (form: Form): fc.Arbitrary<Filing> =>
  fc
    .tuple(
      consistentFiling(form),
      fc.dictionary(fc.constantFrom(...indexOf(form).entered.map(({ key }) => key)), fc.option(notes), {
        maxKeys: 12,
      }),
      fc.tuple(...[...indexOf(form).texts.keys()].map(key => fc.tuple(fc.constant(key), fc.option(body)))),
      fc.integer({ min: form.years.from, max: form.years.to ?? 2035 }),
    )
    .map(([filing, changes, texts, year]) => {
      const entries = new Map(filing.entries)
      for (const [key, note] of Object.entries(changes)) {
        const entry = entries.get(key as EntryKey)
        if (entry) entries.set(key as EntryKey, { ...entry, ...(note === null ? { value: null } : { note }) })
      }
      const written = texts.flatMap(([key, text]) =>
        text === null
          ? []
          : [[textKey(key), [{ body: text, by: personId('p'), at: 0, message: null }]] as const],
      )
      return { ...filing, year, entries, texts: new Map(written) }
    })

describe.each([...catalog.forms.values()])('$id', form => {
  test('any report comes back from its document as it was', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(filings(form), units, fc.boolean(), async (filing, name, isOwn) => {
        const title = isOwn ? null : `${filing.year}年${name}政府信息公开年度报告`
        const unit = { name, title }
        expect(await readBack(await printed(form, filing, unit))).toEqual(reportOf(form, filing, unit))
      }),
      { numRuns },
    ),
  )
})

describe('a real report', needs('reports'), () => {
  test.each(reportNames)('%s comes back from its document', async name => {
    const { form, filing, unit, title } = readCase(name)
    const all = complete(form, filing)
    const docx = await printed(form, all, { name: unit, title })
    const { unit: _, ...back } = await readBack(docx)
    const {
      unit: __,
      level: ___,
      ...report
    } = reportOf(form, all, { name: unit, title: title ?? ownOf(form, unit, filing.year) })
    expect(ownless(back, form, unit, filing.year)).toEqual(report)
  })
})

/** A blank where nothing was known; the totals follow from their parts, as they print. */
const complete = (form: Form, filing: Filing): Filing => {
  const made = {
    value: null,
    note: null,
    source: 'imported',
    by: personId('p'),
    at: 0,
    message: null,
  } as const
  const entered = indexOf(form).entered.map(({ key }) => [key, filing.entries.get(key) ?? made] as const)
  return { ...filing, entries: new Map(entered) }
}
const ownOf = (form: Form, unit: string, year: number) =>
  form.title.replace('{unit}', unit).replace('{year}', String(year))
const ownless = <T extends { readonly title?: string }>(
  report: T,
  form: Form,
  unit: string,
  year: number,
): T => ({
  ...report,
  title: report.title ?? ownOf(form, unit, year),
})
