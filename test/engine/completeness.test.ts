// What is missing has one definition: the open questions and the missing cells never disagree, whatever was entered.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingCells, type OpenQuestion, openKey, openQuestions } from '../../src/engine/completeness.ts'
import { derive } from '../../src/engine/derive.ts'
import { type Entry, type EntryKey, type Filing, personId, type Value } from '../../src/engine/filing.ts'
import type { Form, TextKey } from '../../src/engine/form.ts'
import { indexOf, textOf } from '../../src/engine/index-of.ts'
import { both } from '../forms/website/books.ts'
import { filingWith } from './play.ts'

const numRuns = process.env.LONG ? 2_000 : 200
const known = { unit: { name: '柳荫街道', level: null, powers: {} }, previous: null, yearEnd: null }
const author = { by: personId('p'), at: 0, message: null }
const entry = (value: Value): Entry => ({ value, note: null, source: 'typed', ...author })

/** Filings between empty and complete: cells, gates and texts are there with any likelihood. */
const filings = (form: Form): fc.Arbitrary<Filing> => {
  const { cells, gates, texts } = indexOf(form)
  const some = <T>(all: readonly T[]) => fc.oneof(fc.subarray([...all]), fc.constant([...all]))
  const figures = some([...cells.values()].map(({ key }) => key))
  const opened = some([...gates.values()]).chain(answered =>
    fc.tuple(
      ...answered.map(({ key, branches }) =>
        some(branches.map(branch => branch.key)).map(open => [key as EntryKey, entry({ open })] as const),
      ),
    ),
  )
  const written = some([...texts.values()].map(({ text }) => text))
  return fc.tuple(figures, opened, written).map(([keys, answered, bodies]) => ({
    ...filingWith(form),
    entries: new Map([...keys.map(key => [key as EntryKey, entry(1)] as const), ...answered]),
    texts: new Map(bodies.map(key => [key, [{ body: '无', ...author }]])),
  }))
}

const mustBeAnswered = (form: Form, open: OpenQuestion): boolean =>
  open.type !== 'text' || textOf(form, open.text).required

describe.each([...both.forms.values()].map(form => [form.id as string, form] as const))(
  'in %s',
  (_, form) => {
    test('a cell or text is missing exactly when a question is open that has to be answered', () => {
      fc.assert(
        fc.property(filings(form), filing => {
          const open = openQuestions(form, filing, known).filter(each => mustBeAnswered(form, each))
          expect(missingCells(form, filing).length === 0).toBe(open.length === 0)
        }),
        { numRuns },
      )
    })

    test('missing are exactly the entered cells without a figure and the required texts without words, as printed', () => {
      fc.assert(
        fc.property(filings(form), filing => {
          const figures = derive(form, filing)
          const nothing = form.sections.flatMap((section): readonly string[] =>
            section.type === 'table'
              ? section.cells.flatMap(({ key, sum }) => (sum || figures.has(key) ? [] : [key]))
              : section.required && !filing.texts.has(section.text)
                ? [section.text]
                : [],
          )
          expect(missingCells(form, filing)).toEqual(nothing)
        }),
        { numRuns },
      )
    })

    test('no question is open twice, and none about what is there', () => {
      fc.assert(
        fc.property(filings(form), filing => {
          const keys = openQuestions(form, filing, known).map(openKey)
          expect(new Set(keys).size).toBe(keys.length)
          expect(
            keys.filter(key => filing.entries.has(key as EntryKey) || filing.texts.has(key as TextKey)),
          ).toEqual([])
        }),
        { numRuns },
      )
    })
  },
)
