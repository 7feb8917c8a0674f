// Real reports, errors included: what the rules across cells must find there, and what they must not. They are
// not part of this repository.

import { describe, expect, test } from 'vitest'
import type { Known } from '../../src/engine/known.ts'
import { review } from '../../src/engine/review.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { needs, reportNames, reportText } from '../needs.ts'

type About = {
  readonly expect?: readonly { rule: string; severity: string; cells: readonly string[] }[]
  readonly mustNot?: readonly { rule: string }[]
  readonly previous?: string
}

const read = (name: string) => {
  const text = reportText(name)
  const report = readReport(text, catalog)
  if (!report.ok) throw new Error(`${name}: ${JSON.stringify(report.problems)}`)
  return { ...report, about: ((JSON.parse(text) as { about?: About }).about ?? {}) as About }
}

const findingsOf = (name: string) => {
  const { filing, unit, level, about } = read(name)
  const last =
    about.previous && reportNames.find(each => each === about.previous || each === `${about.previous}.json`)
  const lastFiling = last ? read(last).filing : undefined
  const previous: Known['previous'] = lastFiling
    ? { form: catalog.formOf(lastFiling.form), filing: lastFiling }
    : null
  return review(catalog.formOf(filing.form), filing, {
    unit: { name: unit, level, powers: {} },
    previous,
    yearEnd: null,
  }).findings
}

describe('the report', needs('reports'), () => {
  /** Rules that this edition's list of rules across cells carries; those on texts have a test of their own. */
  const isAcrossCells = (rule: string) =>
    /^(F01|F07|T2|T3|T4|Y01|Y02)/.test(rule) && !/^(T204|T405)/.test(rule)

  test.each(reportNames)('%s shows what a careful reader found in its tables', name => {
    const found = findingsOf(name)
    const expected = (read(name).about.expect ?? []).filter(({ rule }) => isAcrossCells(rule))
    const missed = expected.flatMap(({ rule, severity, cells }) => {
      const own = found.filter(finding => finding.rule === rule && finding.severity === severity)
      if (own.length === 0) return [`${rule} is not found`]
      const named = new Set<string>(own.flatMap(finding => finding.cells))
      return cells.filter(cell => !named.has(cell)).map(cell => `${rule} does not name ${cell}`)
    })
    expect(missed).toEqual([])
  })

  test.each(reportNames)('%s is not blamed for what is right', name => {
    const mustNot = new Set((read(name).about.mustNot ?? []).map(({ rule }) => rule))
    expect(findingsOf(name).filter(({ rule }) => mustNot.has(rule) && isAcrossCells(rule))).toEqual([])
  })
})
