// Figures that were entered before the year’s end are confirmed once after it.

import { expect, test } from 'vitest'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { play } from './play.ts'

const form = disclosure2021
const full = { 'disclosure.?': [], 'requests.?': [], 'disputes.?': [] }
const texts = ['preamble', 'overview', 'problems', 'other'] as const

/** A report that was filled at the instant 0, before the year's end at `yearEnd`; the texts are written after it. */
const december = (yearEnd: number | null = 1) => {
  const script = play(form, { entries: full, yearEnd })
  for (const text of texts) script.act({ type: 'write', text, body: '写了。', message: null } as never)
  script.act({ type: 'next' })
  return script
}

test('figures of before the year’s end are confirmed once, when all the rest is done', () => {
  const script = december()
  expect(script.question()).toEqual({ type: 'year-end' })
  expect(script.ask().open.map(({ type }) => type)).toEqual(['year-end'])
  expect(script.words()).toEqual(['nothing-added', 'something-added', 'back', 'later', 'help'])
  script.tap('nothing-added')
  expect(script.types()).toContain('year-end-confirmed')
  expect(script.question()).toEqual({ type: 'done' })
  script.act({ type: 'next' })
  expect(script.question()).toEqual({ type: 'done' })
})

test('a typed none confirms them too', () => {
  const script = december()
  script.say('无')
  expect(script.question()).toEqual({ type: 'done' })
})

test('the document waits for it', () => {
  const script = december()
  script.act({ type: 'document' })
  expect(script.types()).toContain('blocked')
  expect(script.question()).toEqual({ type: 'year-end' })
})

test('whoever has something to add gets to the contents and is asked again', () => {
  const script = december()
  script.tap('something-added')
  expect(script.question()).toMatchObject({ type: 'contents' })
  script.act({ type: 'next' })
  expect(script.question()).toEqual({ type: 'year-end' })
})

test('the confirmation can be taken back', () => {
  const script = december()
  script.tap('nothing-added')
  script.act({ type: 'undo' })
  script.act({ type: 'next' })
  expect(script.question()).toEqual({ type: 'year-end' })
})

test('it is not asked before the year is over, nor of what was entered after', () => {
  expect(december(null).question()).toEqual({ type: 'done' })
  expect(december(0).question()).toEqual({ type: 'done' })
})

test('left for later it is asked when nothing else is', () => {
  const script = december()
  script.tap('later')
  expect(script.question()).toMatchObject({ type: 'contents' })
  script.act({ type: 'document' })
  expect(script.question()).toEqual({ type: 'year-end' })
})

test.each([
  ['a minute before the end', 1, 0],
  ['on the last day', 24 * 60, 0],
  ['on the day before', 24 * 60 + 1, 1],
  ['on the 29th', 3 * 24 * 60 - 1, 2],
  ['at the end of November', 32 * 24 * 60 - 1, 31],
])('figures that were entered %s leave days of the year behind them', (_, minutes, days) => {
  const script = december(minutes * 60_000)
  expect(script.ask().daysLeft).toBe(days)
  script.tap('something-added')
  expect(script.ask().daysLeft).toBeUndefined()
})
