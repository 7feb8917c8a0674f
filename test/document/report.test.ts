// A filing becomes a report file and comes back the same; a file becomes a filing and comes back the same.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docxOf } from '../../src/document/docx.ts'
import { outlineOf } from '../../src/document/outline.ts'
import { reportOf } from '../../src/document/report.ts'
import type { Filing, Value } from '../../src/engine/filing.ts'
import type { AnswerType, Form } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { wordValues } from '../engine/answers/word-values.ts'
import { needs, reportNames, reportText } from '../needs.ts'
import { filingOf, readCase, wordsOf } from './material.ts'

type Given = Parameters<typeof filingOf>[1]

const unit = { name: '测试镇', level: 'town' } as const

const back = (form: Form, filing: Filing): Filing => {
  const read = readReport(JSON.stringify(reportOf(form, filing, unit)), catalog)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.filing
}

const money = (unitOf: fc.Arbitrary<'yuan' | 'wan-yuan' | 'yi-yuan'>) =>
  fc.record({
    fen: fc.oneof(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.maxSafeInteger().map(n => Math.abs(n) || 1),
    ),
    unit: unitOf,
  })
const values: Readonly<Record<AnswerType, fc.Arbitrary<Value>>> = {
  count: fc.oneof(fc.nat({ max: 1_000_000_000_000 }), fc.constant(-3), fc.constant(2.5)),
  signed: fc.integer(),
  money: fc.oneof(money(fc.constantFrom('yuan', 'wan-yuan', 'yi-yuan')), fc.integer({ min: 1 })),
  'money-wan': money(fc.constant('wan-yuan')),
  ...wordValues,
}
const entryOf = (answer: AnswerType) =>
  fc.record({
    value: fc.oneof({ weight: 5, arbitrary: values[answer] }, { weight: 1, arbitrary: fc.constant(null) }),
    note: fc.option(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), { freq: 4 }),
  })
const filings = (form: Form): fc.Arbitrary<Filing> => {
  const figures = [...indexOf(form).cells.values()].map(
    ({ key, answer }) => [key as string, entryOf(answer)] as const,
  )
  const texts = [...indexOf(form).texts.keys()].map(
    key => [key, fc.string({ maxLength: 200, unit: 'grapheme' })] as const,
  )
  return fc
    .tuple(
      fc.record(Object.fromEntries(figures), { requiredKeys: [] }),
      fc.record(Object.fromEntries(texts), { requiredKeys: [] }),
    )
    .map(([figures, texts]) => filingOf(form.id, figures as Given, texts as Record<string, string>))
}

describe.each([...catalog.forms.values()].map(form => [form.id, form] as const))(
  'any filing of %s',
  (_, form) => {
    test('comes back from its report file with the same figures, notes and texts', {
      timeout: 60_000,
    }, () => {
      fc.assert(
        fc.property(filings(form), filing => {
          const again = back(form, filing)
          for (const [key, { value, note }] of filing.entries)
            expect(again.entries.get(key)).toMatchObject({ value, note })
          expect(reportOf(form, again, unit)).toEqual(reportOf(form, filing, unit))
        }),
        { numRuns: 60 },
      )
    })

    test('makes the same document before and after', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(filings(form), async filing => {
          const words = async (of: Filing) =>
            wordsOf(await docxOf(outlineOf({ form, filing: of, unitName: unit.name })))
          expect(await words(back(form, filing))).toBe(await words(filing))
        }),
        { numRuns: 5 },
      )
    })
  },
)

test('zeros behind a closed gate and totals stand in the file, open figures do not', () => {
  const filing = filingOf('disclosure-2021', { 'disputes.?': { open: [] }, 'requests.received.natural': 1 })
  const [form] = [catalog.forms.get(filing.form)]
  if (!form) throw new Error('no form')
  const { figures } = reportOf(form, filing, unit)
  expect(figures['disputes.review.total']).toBe(0)
  expect(figures['requests.received.natural']).toBe(1)
  expect(Object.keys(figures)).toHaveLength(16)
})

describe('real reports', needs('reports'), () => {
  test.each(reportNames)('%s comes back with all its figures and texts, in the order of the form', name => {
    const { form, filing, unit, level, title } = readCase(name)
    const given = JSON.parse(reportText(name))
    const { about: _, ...rest } = given
    const made = reportOf(form, filing, { name: unit, level, title })
    expect(made).toEqual(rest)
    const order = [...indexOf(form).cells.keys()].filter(key => key in made.figures)
    expect(Object.keys(made.figures)).toEqual(order)
  })
})
