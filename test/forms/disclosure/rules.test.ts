// The rules each edition carries: which, how many, and on which cells.

import { describe, expect, test } from 'vitest'
import type { Form } from '../../../src/engine/form.ts'
import type { Rule } from '../../../src/engine/rules/rule.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { cells } from '../material.ts'

/** The cells that a rule asks for, of this year and the one before, each once. */
const named = (rule: Rule): readonly string[] => {
  const asked = new Set<string>()
  const ask =
    <A>(answer: A) =>
    (key: string) => {
      asked.add(key)
      return answer
    }
  rule.judge({
    year: 2026,
    unit: { name: '柳荫街道', level: 'street', powers: { licensing: true, penalties: true, coercion: true } },
    printed: null,
    value: ask(1),
    amount: ask(1),
    note: ask(null),
    answer: ask('count'),
    isOurs: ask(false),
    text: () => undefined,
    drafted: () => [],
    before: { amount: ask(1), text: () => undefined },
  })
  return [...asked]
}

const of = (form: Form, id: string) => form.rules.filter(rule => rule.id === id)
/** Rules that look at figures, by their number. */
const count = (form: Form) =>
  Object.fromEntries(
    [...Map.groupBy(form.rules, rule => rule.id)]
      .filter(([id]) => /^(?:F0[17]|T(?!204|405)|Y0[12])/u.test(id))
      .map(([id, rules]) => [id, rules.length]),
  )

const common = {
  ...{ F01: 1, F07: 1, T203: 1, T205: 5, T301: 7, T302: 7, T304: 3, T401: 3, T402: 1, T404: 3 },
  ...{ Y01: 7, Y02: 3 },
}

test.each([...catalog.forms.values()].map(form => [form.id, form] as const))(
  'the rules of %s ask for cells it has',
  (_, form) => {
    const keys = new Set<string>(cells(form).map(cell => cell.key))
    for (const rule of form.rules) expect(named(rule).filter(key => !keys.has(key))).toEqual([])
  },
)

test('the edition of 2019 has its rules for every column, row and group', () => {
  expect(count(disclosure2019)).toEqual({
    ...common,
    ...{ T211: 5, T212: 4, T213: 4, T214: 2, T215: 1, T303: 23 },
  })
})

test('the edition of 2021 has no rule on purchases or on what is public in all', () => {
  expect(count(disclosure2021)).toEqual({ ...common, ...{ T201: 2, T202: 2, T206: 1, T303: 25 } })
})

describe.each([...catalog.forms.values()].map(form => [form.id, form] as const))('in %s', (_, form) => {
  test('T301 weighs what came in against what was done and what is left, totals as printed', () => {
    expect(of(form, 'T301').at(-1)?.equation).toEqual({
      left: ['requests.received.total', 'requests.carried-in.total'],
      right: ['requests.total.total', 'requests.carried-out.total'],
    })
  })

  test('T302 weighs the printed total of a column against the results of that column', () => {
    const columns = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total']
    const heads = of(form, 'T302').map(rule => rule.equation?.left)
    expect(heads).toEqual(columns.map(column => [`requests.total.${column}`]))
    of(form, 'T302').forEach((rule, at) => {
      const ends = named(rule).map(key => key.split('.').at(-1))
      expect(new Set(ends)).toEqual(new Set([columns[at]]))
    })
  })

  test('T303 weighs the total of a row against its six applicants', () => {
    for (const rule of of(form, 'T303')) expect(named(rule)).toHaveLength(7)
  })

  test('T304 holds for every count, each once', () => {
    const counts = cells(form).filter(({ answer }) => answer === 'count')
    expect(of(form, 'T304').flatMap(named).toSorted()).toEqual(counts.map(({ key }) => key).toSorted())
  })

  test('T401 weighs the total of a group against its four outcomes', () => {
    expect(of(form, 'T401').map(named)).toEqual(
      ['review', 'suit-direct', 'suit-after-review'].map(group =>
        ['total', 'upheld', 'corrected', 'other', 'pending'].map(column => `disputes.${group}.${column}`),
      ),
    )
  })
})
