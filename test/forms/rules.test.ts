// The rules each edition carries: which, how many, and on which cells.

import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/engine/form.ts'
import type { Rule } from '../../src/engine/rules/rule.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure2019 } from '../../src/forms/disclosure-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure-2021.ts'
import { cells, table } from './material.ts'

const named = (rule: Rule): readonly string[] => {
  switch (rule.type) {
    case 'equation':
      return [...rule.left, ...rule.right]
    case 'whole':
      return rule.cells
    case 'at-least':
      return [rule.more, rule.less]
    case 'together':
      return [rule.left, rule.right]
    case 'text':
      return []
    default:
      return rule satisfies never
  }
}

const of = (form: Form, id: string) => form.rules.filter(rule => rule.rule === id)
const count = (form: Form) =>
  Object.fromEntries(
    Object.entries(
      Object.groupBy(
        form.rules.filter(rule => rule.type !== 'text'),
        rule => rule.rule,
      ),
    ).map(([id, rules]) => [id, rules.length]),
  )

test.each([...catalog.values()].map(form => [form.id, form] as const))(
  'the rules of %s name cells it has, each once',
  (_, form) => {
    const keys = new Set<string>(cells(form).map(cell => cell.key))
    for (const rule of form.rules) {
      expect(named(rule).filter(key => !keys.has(key))).toEqual([])
      expect(new Set(named(rule)).size).toBe(named(rule).length)
    }
  },
)

test('the edition of 2019 has its rules for every column, row and group', () => {
  expect(count(disclosure2019)).toEqual({ T214: 2, T215: 1, T301: 7, T302: 7, T303: 23, T304: 1, T401: 3 })
})

test('the edition of 2021 has no rule on purchases or on what is public in all', () => {
  expect(count(disclosure2021)).toEqual({ T301: 7, T302: 7, T303: 25, T304: 1, T401: 3 })
})

describe.each([...catalog.values()].map(form => [form.id, form] as const))('in %s', (_, form) => {
  test('T301 weighs what came in against what was done and what is left, totals as printed', () => {
    expect(of(form, 'T301').at(-1)).toEqual({
      type: 'equation',
      rule: 'T301',
      left: ['requests.received.total', 'requests.carried-in.total'],
      right: ['requests.total.total', 'requests.carried-out.total'],
    })
  })

  test('T302 weighs the printed total of a column against the results of that column', () => {
    const columns = ['natural', 'business', 'research', 'welfare', 'legal', 'other', 'total']
    const heads = of(form, 'T302').map(rule => (rule.type === 'equation' ? rule.left : []))
    expect(heads).toEqual(columns.map(column => [`requests.total.${column}`]))
    of(form, 'T302').forEach((rule, at) => {
      const ends = named(rule).map(key => key.split('.').at(-1))
      expect(new Set(ends)).toEqual(new Set([columns[at]]))
    })
  })

  test('T303 weighs the total of a row against its six applicants', () => {
    for (const rule of of(form, 'T303')) expect(named(rule)).toHaveLength(7)
  })

  test('T304 holds for every figure of the table of requests', () => {
    expect(of(form, 'T304').flatMap(named)).toEqual(table(form, 'requests').cells.map(cell => cell.key))
  })

  test('T401 weighs the total of a group against its four outcomes', () => {
    expect(of(form, 'T401').map(named)).toEqual(
      ['review', 'suit-direct', 'suit-after-review'].map(group =>
        ['total', 'upheld', 'corrected', 'other', 'pending'].map(column => `disputes.${group}.${column}`),
      ),
    )
  })
})
