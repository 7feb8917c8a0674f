// One figure of a published report is changed at a time, in each equation of its form: the rule must find each. LONG=1
// changes every figure of every equation, else one in eleven of them.

import { describe, expect, test } from 'vitest'
import type { Filing } from '../../src/engine/filing.ts'
import { cellOf } from '../../src/engine/index-of.ts'
import type { CellKey } from '../../src/engine/keys.ts'
import type { Known } from '../../src/engine/known.ts'
import { createReview } from '../../src/engine/review.ts'
import { blocks } from '../../src/engine/rules/finding.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { needs, reportNames, reportText } from '../needs.ts'

const isLong = process.env.LONG !== undefined
const stride = isLong ? 1 : 11

type About = {
  readonly expect?: readonly { readonly rule: string }[]
  readonly may?: readonly { readonly rule: string }[]
}

const read = (name: string) => {
  const text = reportText(name)
  const report = readReport(text, catalog)
  if (!report.ok) throw new Error(`${name}: ${JSON.stringify(report.problems)}`)
  const { about } = JSON.parse(text) as { about?: About }
  const known: Known = {
    unit: { name: report.unit, level: report.level, powers: {} },
    previous: null,
    yearEnd: null,
  }
  const expected = new Set([...(about?.expect ?? []), ...(about?.may ?? [])].map(({ rule }) => rule))
  return { form: catalog.formOf(report.filing.form), filing: report.filing, known, expected }
}

const plus = (filing: Filing, key: CellKey, more: number): Filing | undefined => {
  const entry = filing.entries.get(key)
  if (!entry || typeof entry.value !== 'number') return undefined
  return {
    ...filing,
    entries: new Map(filing.entries).set(key, { ...entry, value: entry.value + more }),
  }
}

describe('a report with one figure changed', needs('reports'), () => {
  test.each(reportNames)('%s', name => {
    const { form, filing, known, expected } = read(name)
    const review = createReview()
    const rules = form.rules.flatMap(({ id, equation }) => (equation ? [{ id, equation }] : []))
    const original = review(form, filing, known).findings
    const isBroken = (id: string, left: readonly CellKey[], found = original) =>
      found.some(each => each.rule === id && blocks(each) && left.every(key => each.cells.includes(key)))
    const blamed = rules.flatMap(({ id, equation }) =>
      isBroken(id, equation.left) && !expected.has(id) ? [id] : [],
    )
    expect(blamed).toEqual([])
    // A total that nobody stated is the bot's own sum: its equation cannot break.
    const stated = rules.filter(({ equation }) =>
      [...equation.left, ...equation.right].some(key => cellOf(form, key).sum && filing.entries.has(key)),
    )
    const mutants = stated.flatMap(({ id, equation }) =>
      [...equation.left, ...equation.right].flatMap(key => {
        const changed = plus(filing, key, 7_001)
        return changed ? [{ id, equation, key, changed }] : []
      }),
    )
    const tried = mutants.filter((_, at) => at % stride === 0)
    const missed = tried.flatMap(({ id, equation, key, changed }) =>
      isBroken(id, equation.left, review(form, changed, known).findings) ? [] : [`${id} ${key}`],
    )
    // A page of which only the beginning is kept has no table, so no equation.
    expect(tried.length > 0).toBe(stated.length > 0)
    expect(missed).toEqual([])
  })

  test('most reports state totals', () => {
    const stating = reportNames.filter(name => {
      const { form, filing } = read(name)
      return form.rules.some(({ equation }) =>
        equation?.left.some(key => cellOf(form, key).sum && filing.entries.has(key)),
      )
    })
    expect(stating.length * 2).toBeGreaterThan(reportNames.length)
  })
})
