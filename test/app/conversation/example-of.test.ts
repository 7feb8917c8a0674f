// An example of an answer is nobody's figure: neither one of this report nor one of the year before.

import { expect, test } from 'vitest'
import { exampleOf } from '../../../src/app/conversation/compose/example-of.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'
import { strictWords } from './strict-words.ts'

const form = disclosure2021
const words = strictWords('zh-CN')
const [first = '', second = '', third = ''] = words.say('example.count').split(' ')
const all = words.say('example.count').split(' ').map(Number)
const cells = form.sections.flatMap(section => (section.type === 'table' ? section.cells : []))
const counts = cells.filter(cell => cell.answer === 'count' && !cell.sum).map(({ key }) => key)

const holding = (figures: readonly number[]) =>
  filingWith(form, Object.fromEntries(figures.map((figure, n) => [counts[n] ?? '', figure])))
const example = (now: readonly number[], before: readonly number[] | null) =>
  exampleOf(
    { words, form, filing: holding(now), previous: before && { form, filing: holding(before) } },
    'count',
  )

test.each<readonly [string, readonly number[], readonly number[] | null, string]>([
  ['the first', [], null, first],
  ['the next where the report has the first', [Number(first)], null, second],
  ['the next where last year’s report had the first', [], [Number(first)], second],
  ['the third where one of them stands in either', [Number(first)], [Number(second)], third],
  ['the last where all are taken', all, [], `${all.at(-1)}`],
])('it is %s', (_, now, before, expected) => {
  expect(example(now, before)).toBe(expected)
})
