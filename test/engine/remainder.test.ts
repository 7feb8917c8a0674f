// What is left of a balance, offered as one tap to each cell that is open. Figures that stand are never changed.

import { describe, expect, test } from 'vitest'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cell, filingWith, play } from './play.ts'

/** Natural persons: 6 came in, 4 were granted; these further results are open. */
const start = (open: readonly string[], granted = 4) =>
  play(disclosure2019, {
    entries: {
      'requests.?': ['natural'],
      'requests.?.natural': ['granted', ...open],
      'requests.received.natural': 5,
      'requests.carried-in.natural': 1,
      'requests.granted.natural': granted,
    },
  })
const key = (row: string) => `requests.${row}.natural`
const offers = (script: ReturnType<typeof start>) =>
  script
    .ask()
    .choices.flatMap(({ label }) =>
      label.type === 'cell' && label.value !== undefined ? [[label.cell, label.value]] : [],
    )

describe('while 2 of 6 requests are left', () => {
  const open = ['declined-petition', 'declined-duplicate', 'carried-out']

  test('the question tells it, and offers it to each open cell', () => {
    const script = start(open)
    script.put(cell(key('declined-petition')))
    expect(script.ask().remainder?.left).toBe(2)
    expect(offers(script)).toEqual(open.map(row => [key(row), 2]))
  })

  test('one tap gives all of it to one cell and 0 to the other open ones', () => {
    const script = start(open)
    script.put(cell(key('declined-petition')))
    const before = script.entry(key('granted'))
    script.tapCell(key('carried-out'))
    expect(open.map(row => script.value(key(row)))).toEqual([0, 0, 2])
    expect(script.entry(key('granted'))).toBe(before)
    expect(script.effects()[0]).toMatchObject({ type: 'stored' })
    expect(script.ask().findings).toEqual([])
  })

  test('the tap is taken back as one', () => {
    const script = start(open)
    script.put(cell(key('declined-petition')))
    script.tapCell(key('carried-out'))
    script.act({ type: 'undo' })
    expect(open.map(row => script.value(key(row)))).toEqual([undefined, undefined, undefined])
  })

  test('it shrinks with every answer', () => {
    const script = start(open)
    script.put(cell(key('declined-petition')))
    script.say('1')
    expect(script.ask().remainder?.left).toBe(1)
    expect(offers(script)).toEqual([
      [key('declined-duplicate'), 1],
      [key('carried-out'), 1],
    ])
    script.say('0')
    expect(offers(script)).toEqual([[key('carried-out'), 1]])
  })
})

test('with nothing left, one tap makes all open cells 0', () => {
  const script = start(['declined-petition', 'carried-out'], 6)
  script.put(cell(key('declined-petition')))
  expect(script.ask().remainder?.left).toBe(0)
  expect(offers(script)).toEqual([])
  script.tap('rest')
  expect([script.value(key('declined-petition')), script.value(key('carried-out'))]).toEqual([0, 0])
})

test('nothing is offered when too much is accounted for already', () => {
  const script = start(['declined-petition', 'carried-out'], 7)
  script.put(cell(key('declined-petition')))
  expect(script.ask().remainder?.left).toBe(-1)
  expect(offers(script)).toEqual([])
  expect(script.words()).not.toContain('rest')
})

test('with more than four open cells it is told but not offered', () => {
  const rows = [
    'partly-granted',
    'declined-petition',
    'declined-duplicate',
    'declined-reissue',
    'carried-out',
  ]
  const script = start(rows)
  script.put(cell(key('carried-out')))
  expect(script.ask().remainder?.left).toBe(2)
  expect(offers(script)).toEqual([])
})

test('nothing is known of a remainder while the other side is open', () => {
  const script = play(disclosure2019, {
    entries: { 'requests.?': ['natural'], 'requests.?.natural': ['granted'], 'requests.received.natural': 5 },
  })
  script.put(cell(key('granted')))
  expect(script.ask().remainder?.left).toBeUndefined()
})

test('what came in is never offered as a remainder of what was done', () => {
  const script = start(['carried-out'])
  script.put(cell(key('received')))
  expect(script.ask().remainder?.left).toBeUndefined()
  expect(script.words()).toContain('keep')
})

test('a figure of last year is offered beside it, as itself', () => {
  const lastYear = filingWith(disclosure2019, { [key('carried-out')]: 3, [key('received')]: null })
  const previous = { form: disclosure2019, filing: lastYear }
  const script = play(disclosure2019, { previous, entries: { 'requests.?': ['natural'] } })
  script.put(cell(key('carried-in')))
  script.tapWhere(({ label }) => label.type === 'last-year')
  expect(script.entry(key('carried-in'))).toMatchObject({ value: 3, source: 'carried' })
  script.put(cell(key('received')))
  expect(script.ask().choices.some(({ label }) => label.type === 'last-year')).toBe(false)
})
