// The register of the rules: each rule of each form has a source, messages and a case for each of them; it sees a report
// only through Judged, changes nothing, and says nothing it has not declared. Each generic kind serves some form.

import { describe, expect, test } from 'vitest'
import { type Filing, personId } from '../../src/engine/filing.ts'
import { type Form, textKey } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import type { Known } from '../../src/engine/known.ts'
import { createReview } from '../../src/engine/review.ts'
import type { Finding } from '../../src/engine/rules/finding.ts'
import type { Judged } from '../../src/engine/rules/judged.ts'
import { kinds } from '../../src/engine/rules/kinds.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { locales } from '../../src/i18n/words.ts'
import { filingWith } from '../engine/play.ts'
import { but } from './disclosure/figures.ts'
import { ruleCases as ofDisclosure } from './disclosure/rule-cases.ts'
import type { RuleCase } from './rule-case.ts'
import { both, wordsOfBoth } from './website/books.ts'
import { ruleCases as ofWebsite } from './website/rule-cases.ts'

/** The cases of each obligation, from its own folder. */
const cases: Readonly<Record<string, Readonly<Record<string, RuleCase>>>> = {
  disclosure: ofDisclosure,
  website: ofWebsite,
}
const casesOf = (id: string) => cases[id] ?? {}
const forms = [...both.forms.values()].map(form => [form.id, form] as const)
const obligations = both.obligations.map(each => [each.id, each] as const)

const ranks = ['warning', 'explain', 'error']

/** Figures that the form has; the rest of a case is of another edition. */
const ofForm = (form: Form, figures: RuleCase['figures'] = {}) =>
  Object.fromEntries(Object.entries(figures).filter(([key]) => indexOf(form).cells.has(key)))

const filingOf = (form: Form, { figures, texts = {}, yearsAfter = 1 }: RuleCase): Filing => ({
  ...filingWith(form, but(form, ofForm(form, figures))),
  year: form.years.from + yearsAfter,
  texts: new Map(
    Object.entries(texts).map(([key, body]) => [
      textKey(key),
      [{ body, by: personId('p'), at: 0, message: null }],
    ]),
  ),
})

const knownOf = (
  form: Form,
  { level, unit = '柳荫街道', powers = {}, before, printed }: RuleCase,
): Known => ({
  unit: { name: unit, level: level ?? null, powers },
  previous: before
    ? {
        form,
        filing: filingOf(form, {
          ...(before.figures && { figures: before.figures }),
          ...(before.overview !== undefined && { texts: { overview: before.overview } }),
        }),
      }
    : null,
  yearEnd: null,
  ...(printed && { printed: { title: null, headings: null, labels: [], ...printed } }),
})

const reviewed = (form: Form, given: RuleCase): readonly Finding[] =>
  createReview()(form, filingOf(form, given), knownOf(form, given)).findings

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  for (const each of Object.values(value)) frozen(each)
  return Object.freeze(value)
}

/** The report as a rule may see it: anything but the interface throws, and nothing in it can be changed. */
const strict = <T extends object>(eye: T): T =>
  new Proxy(eye, {
    get: (target, name) => {
      if (typeof name === 'symbol' || !(name in target)) throw new Error(`a rule asked for ${String(name)}`)
      const found: unknown = target[name as keyof T]
      if (typeof found === 'function')
        return (...given: readonly unknown[]) =>
          frozen((found as (...given: readonly unknown[]) => unknown)(...given))
      return name === 'before' ? strict(found as object) : frozen(found)
    },
    set: (_, name) => {
      throw new Error(`a rule set ${String(name)}`)
    },
  })

/** The report of a case, as the rules of a review are shown it. */
const eyeOf = (form: Form, given: RuleCase): Judged => {
  const seen: Judged[] = []
  const look = { id: '-', severity: 'warning', source: '-', messages: [] } as const
  const judge = (judged: Judged) => {
    seen.push(judged)
    return []
  }
  reviewed({ ...form, rules: [{ ...look, judge }] }, given)
  const [eye] = seen
  if (!eye) throw new Error('no rule was asked')
  return eye
}

describe.each(forms)('the rules of %s', (_, form) => {
  test('have a source and messages of their own number', () => {
    for (const { id, source, messages } of form.rules) {
      expect(source.trim(), id).not.toBe('')
      expect(messages.length, id).toBeGreaterThan(0)
    }
  })

  test('find nothing in a report of zeros', () => {
    expect(reviewed(form, {})).toEqual([])
  })

  test('see only what Judged shows, change nothing, and say only what they declare', () => {
    const data = form.rules.map(rule => frozen(rule))
    for (const given of Object.values(casesOf(form.obligation))) {
      const eye = eyeOf(form, given)
      for (const rule of data) {
        const found = rule.judge(strict(eye))
        expect(found).toEqual(rule.judge(eye))
        for (const { message, rule: id, severity } of found) {
          expect(rule.messages).toContain(message ?? id)
          expect(ranks.indexOf(severity)).toBeLessThanOrEqual(ranks.indexOf(rule.severity))
        }
      }
    }
  })
})

test('no obligation of the catalogue is left out', () => {
  expect(obligations.map(([id]) => id)).toEqual(
    expect.arrayContaining(catalog.obligations.map(({ id }) => id)),
  )
  expect(Object.keys(cases).toSorted()).toEqual(obligations.map(([id]) => id).toSorted())
})

describe.each(obligations)('of the obligation %s', (id, { forms }) => {
  const messages = [...new Set(forms.flatMap(form => form.rules.flatMap(rule => rule.messages)))].toSorted()

  test('every message of every rule has a case that raises it', () => {
    const raised = (message: string, given: RuleCase) =>
      forms.some(form => reviewed(form, given).some(found => (found.message ?? found.rule) === message))
    expect(messages.length).toBeGreaterThan(0)
    expect(Object.keys(casesOf(id)).toSorted()).toEqual(messages)
    expect(Object.entries(casesOf(id)).filter(([message, given]) => !raised(message, given))).toEqual([])
  })

  test.each(locales)('every message has words in %s', locale => {
    const { finding } = wordsOfBoth(locale)
    for (const form of forms) {
      for (const message of form.rules.flatMap(rule => rule.messages)) {
        expect(finding(form, message, {}).trim(), message).not.toBe('')
      }
    }
  })
})

test('every generic kind serves a form of the catalogue', () => {
  const used = new Set([...catalog.forms.values()].flatMap(form => form.rules.map(rule => rule.kind)))
  expect(Object.keys(kinds).filter(kind => !used.has(kind))).toEqual([])
})
