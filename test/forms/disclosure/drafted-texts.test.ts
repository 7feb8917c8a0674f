// Texts drafted from true figures in several wordings never raise a finding against the tables; the same text with
// one figure changed does.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocks } from '../../../src/engine/rules/finding.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { but } from './figures.ts'
import { said, year } from './texts.ts'

const numRuns = process.env.LONG ? 5000 : 150

const figures = fc
  .record({
    granted: fc.nat(400),
    partly: fc.nat(90),
    refused: fc.nat(60),
    unavailable: fc.nat(200),
    declined: fc.nat(50),
    carriedIn: fc.nat(30),
    carriedOut: fc.nat(30),
    organisations: fc.nat(20),
  })
  .map(each => {
    const results = each.granted + each.partly + each.refused + each.unavailable + each.declined
    // What came in this year is what was done and is left, less what was there before.
    const carriedIn = Math.min(each.carriedIn, results + each.carriedOut)
    const natural = results + each.carriedOut - carriedIn
    return { ...each, carriedIn, results, natural, received: natural + each.organisations }
  })
type Figures = typeof figures extends fc.Arbitrary<infer T> ? T : never

const entriesOf = (f: Figures) =>
  but(disclosure2021, {
    'requests.received.natural': f.natural,
    'requests.received.business': f.organisations,
    'requests.carried-in.natural': f.carriedIn,
    'requests.granted.natural': f.granted,
    'requests.granted.business': f.organisations,
    'requests.partly-granted.natural': f.partly,
    'requests.refused-process.natural': f.refused,
    'requests.unavailable-not-held.natural': f.unavailable,
    'requests.declined-duplicate.natural': f.declined,
    'requests.carried-out.natural': f.carriedOut,
  })

/** Each number of a wording by its name, so that one of them can be changed. */
type Numbers = Readonly<Record<string, number>>
const numbersOf = (f: Figures): Numbers => ({
  received: f.received,
  all: f.received + f.carriedIn,
  carriedIn: f.carriedIn,
  carriedOut: f.carriedOut,
  handled: f.results + f.organisations,
  granted: f.granted + f.organisations,
  partly: f.partly,
  both: f.granted + f.organisations + f.partly,
  refused: f.refused,
  unavailable: f.unavailable,
  declined: f.declined,
  natural: f.natural,
  organisations: f.organisations,
})

const grouped = (value: number) => value.toLocaleString('en-US')
const wide = (value: number) =>
  String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const plain = (value: number) => String(value)

const wordings: readonly ((n: Numbers, w: (value: number) => string) => string)[] = [
  (n, w) =>
    `本年度新收政府信息公开申请${w(n.received ?? 0)}件，上年结转${w(n.carriedIn ?? 0)}件，办结${w(n.handled ?? 0)}件，结转下年度继续办理${w(n.carriedOut ?? 0)}件。其中，予以公开${w(n.granted ?? 0)}件、部分公开${w(n.partly ?? 0)}件、不予公开${w(n.refused ?? 0)}件、无法提供${w(n.unavailable ?? 0)}件、不予处理${w(n.declined ?? 0)}件。`,
  (n, w) =>
    `（二）依申请公开情况。${year}年共受理依申请公开${w(n.all ?? 0)}件，其中自然人申请${w(n.natural ?? 0)}件、法人或其他组织申请${w(n.organisations ?? 0)}件。答复申请${w(n.handled ?? 0)}件：同意公开${w(n.granted ?? 0)}件；部分公开${w(n.partly ?? 0)}件；不予公开${w(n.refused ?? 0)}件。`,
  (n, w) =>
    `收办信息公开申请案件 ${w(n.all ?? 0)} 件，已办结 ${w(n.handled ?? 0)} 件，转下一年度办理 ${w(n.carriedOut ?? 0)} 件。\n办结的申请中，予以公开和部分公开共 ${w(n.both ?? 0)} 件，无法提供 ${w(n.unavailable ?? 0)} 件，作不予处理决定 ${w(n.declined ?? 0)} 件。`,
  (n, w) =>
    `通过网络、信函等方式共收到公民、法人和其他组织提出的政府信息公开申请${w(n.received ?? 0)}件（另有上年度结转申请${w(n.carriedIn ?? 0)}件），${w(n.granted ?? 0)}件予以公开，${w(n.refused ?? 0)}件不予公开，${w(n.carriedOut ?? 0)}件结转下年度办理。`,
]
const writing = fc.record({
  figures,
  wording: fc.constantFrom(...wordings),
  write: fc.constantFrom(plain, grouped, wide),
})

test('a text drafted from the tables never raises a finding against them', () => {
  fc.assert(
    fc.property(writing, ({ figures: f, wording, write }) => {
      const overview = wording(numbersOf(f), write)
      const found = said({ overview }, undefined, { entries: entriesOf(f) }).filter(({ rule }) =>
        /^[NT]/.test(rule),
      )
      expect(found.filter(blocks)).toEqual([])
      // Applicants by 一 beside a total of 一＋二 are a list that does not add up: that is asked.
      expect(found.filter(({ rule }) => rule !== 'N06' && rule !== 'N09')).toEqual([])
    }),
    { numRuns },
  )
})

test('a figure that is changed to one that no reading has is found', () => {
  fc.assert(
    fc.property(
      writing,
      fc.nat(),
      fc.integer({ min: 500, max: 900 }),
      ({ figures: f, wording, write }, at, more) => {
        const numbers = numbersOf(f)
        const used = Object.keys(numbers).filter(
          name => wording({ ...numbers, [name]: 1_234_567 }, plain) !== wording(numbers, plain),
        )
        const name = used[at % used.length] ?? 'received'
        const overview = wording({ ...numbers, [name]: (numbers[name] ?? 0) + more * 2 }, write)
        const found = said({ overview }, 'N01', { entries: entriesOf(f) })
        expect(found.map(({ severity }) => severity)).toEqual(['error'])
      },
    ),
    { numRuns },
  )
})
