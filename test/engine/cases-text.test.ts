// The rules about words on the published reports the project was given: what a careful reader expects is found, what
// must not be said is not, and last year's report is beside it where it is in the folder.

import { describe, expect, test } from 'vitest'
import type { Known } from '../../src/engine/known.ts'
import { review } from '../../src/engine/review.ts'
import { blocks, type Finding } from '../../src/engine/rules/finding.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { needs, reportNames, reportText } from '../needs.ts'

type Asked = {
  readonly rule: string
  readonly severity: string
  readonly cells: string[]
  readonly quote: string
}
type About = {
  readonly expect?: readonly Asked[]
  readonly mustNot?: readonly { readonly rule: string }[]
  readonly may?: readonly { readonly rule: string }[]
  readonly previous?: string
}

const own = /^(?:F0[2-6]|F08|F09|F1[0-2]|N\d\d|T204|T405|Y03)$/

const open = (name: string) => {
  const json = JSON.parse(reportText(name)) as { about: About }
  const read = readReport(json, catalog)
  if (!read.ok) throw new Error(`${name} cannot be read`)
  return { about: json.about, read, form: catalog.formOf(read.filing.form) }
}

const findingsOf = (name: string): readonly Finding[] => {
  const { about, read, form } = open(name)
  const last = about.previous === undefined ? undefined : open(about.previous)
  const known: Known = {
    unit: { name: read.unit, level: read.level, powers: {} },
    previous: last ? { form: last.form, filing: last.read.filing } : null,
    yearEnd: null,
    printed: { title: read.title, headings: null, labels: [] },
  }
  return review(form, read.filing, known).findings
}

const plain = (words: string) => words.replace(/\s/g, '')
/** The words quoted are the same, or one holds the other, or they share a piece of eight signs. */
const overlap = (one: string, other: string): boolean => {
  const [a, b] = [plain(one), plain(other)]
  if (a === '' || b === '' || a.includes(b) || b.includes(a)) return true
  return Array.from({ length: Math.max(0, a.length - 7) }, (_, at) => a.slice(at, at + 8)).some(piece =>
    b.includes(piece),
  )
}

describe.each(reportNames)('%s', needs('reports'), name => {
  test('has every finding about words that is expected', () => {
    const found = findingsOf(name)
    const asked = (open(name).about.expect ?? []).filter(({ rule }) => own.test(rule))
    const missing = asked.filter(
      ({ rule, severity, quote }) =>
        !found.some(
          each => each.rule === rule && each.severity === severity && overlap(each.quote ?? '', quote),
        ),
    )
    expect(missing).toEqual([])
  })

  test('has no blocking finding about words that is not expected', () => {
    const { about } = open(name)
    const asked = new Set((about.expect ?? []).map(({ rule }) => rule))
    const found = findingsOf(name).filter(finding => own.test(finding.rule) && blocks(finding))
    expect(found.filter(({ rule }) => !asked.has(rule))).toEqual([])
    const never = new Set((about.mustNot ?? []).map(({ rule }) => rule))
    expect(found.filter(({ rule }) => never.has(rule))).toEqual([])
  })

  test('has no warning about words that must not be there', () => {
    const { about } = open(name)
    const may = new Set([...(about.may ?? []), ...(about.expect ?? [])].map(({ rule }) => rule))
    const never = (about.mustNot ?? []).map(({ rule }) => rule).filter(rule => !may.has(rule))
    const found = findingsOf(name).filter(({ rule }) => own.test(rule) && never.includes(rule))
    expect(found).toEqual([])
  })
})
