// The gates: every figure that is entered can be reached, in one way, by buttons that fit a phone.

import { describe, expect, test } from 'vitest'
import { cellsBehind } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { cells, entered, gates, table, tables } from './material.ts'

const forms = [...catalog.forms.values()].map(form => [form.id, form] as const)

describe.each(forms)('the gates of %s', (_, form) => {
  test('open every entered cell behind exactly one branch, and no other', () => {
    for (const section of tables(form)) {
      const behind = section.gate.branches.flatMap(cellsBehind)
      const asked = section.cells.filter(cell => !cell.sum).map(cell => cell.key)
      expect(behind.toSorted()).toEqual(asked.toSorted())
    }
  })

  test('have names of their own that no cell has', () => {
    const keys = [...gates(form).map(gate => gate.key), ...cells(form).map(cell => cell.key)]
    expect(new Set<string>(keys).size).toBe(keys.length)
    expect(gates(form).every(gate => gate.key.startsWith(`${gate.section}.?`))).toBe(true)
  })

  test('have branches with keys and labels of their own, fourteen characters at most', () => {
    for (const { key, branches } of gates(form)) {
      expect(new Set(branches.map(branch => branch.key)).size, key).toBe(branches.length)
      expect(new Set(branches.map(branch => branch.label)).size, key).toBe(branches.length)
      for (const { label } of branches) expect([...label].length, label).toBeLessThanOrEqual(14)
    }
  })

  test('never show a number or note of the printed label on a button', () => {
    const labels = gates(form).flatMap(gate => gate.branches.map(branch => branch.label))
    expect(labels.filter(label => /^（.）|^\d|区分处理/u.test(label))).toEqual([])
  })

  test('ask yes or no first for requests and disputes only', () => {
    const yesNo = gates(form).filter(gate => gate.first === 'any')
    expect(yesNo.map(gate => gate.key)).toEqual(['requests.?', 'disputes.?'])
  })

  test('ask an applicant for two figures and then for results of one figure each', () => {
    for (const branch of table(form, 'requests').gate.branches) {
      expect(branch.cells).toEqual([`requests.received.${branch.key}`, `requests.carried-in.${branch.key}`])
      expect(branch.gate?.key).toBe(`requests.?.${branch.key}`)
      for (const result of branch.gate?.branches ?? []) {
        expect(result.cells).toEqual([`requests.${result.key}.${branch.key}`])
      }
      expect(branch.gate?.branches.at(-1)?.label).toBe('结转下年度')
    }
  })

  test('hide 规章 from units that cannot make any, and nothing else', () => {
    const hidden = gates(form).flatMap(gate => gate.branches.filter(branch => branch.rareFor))
    expect(hidden.map(branch => branch.label)).toEqual(['规章'])
    expect(hidden[0]?.rareFor).not.toContain('city')
  })
})

test.each([
  ['disclosure-2019', disclosure2019, 20],
  ['disclosure-2021', disclosure2021, 22],
])('an applicant of %s has a button for every way a request ends', (_, form, ways) => {
  for (const branch of table(form, 'requests').gate.branches) expect(branch.gate?.branches).toHaveLength(ways)
})

test.each(forms)('a total of %s is the sum of entered cells only', (_, form) => {
  const asked = new Set(entered(form).map(cell => cell.key))
  for (const { key, sum } of cells(form)) {
    if (!sum) continue
    expect(
      sum.filter(part => !asked.has(part)),
      key,
    ).toEqual([])
    expect(new Set(sum).size, key).toBe(sum.length)
  }
})

test.each([
  ['disclosure-2019', disclosure2019, 19],
  ['disclosure-2021', disclosure2021, 21],
])('the totals of the requests of %s add every result and six applicants', (_, form, results) => {
  const sums = new Map<string, number>(cells(form).map(cell => [cell.key, cell.sum?.length ?? 0]))
  expect(sums.get('requests.received.total')).toBe(6)
  expect(sums.get('requests.total.natural')).toBe(results)
  expect(sums.get('requests.total.total')).toBe(6 * results)
  expect(sums.get('disputes.review.total')).toBe(4)
})
