// A figure written straight into its cell is the answer to that cell's question, and the question in hand stands.

import { expect, test } from 'vitest'
import { standsIn } from '../../src/engine/derive.ts'
import { cellKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cell, play, stored } from './play.ts'

const upheld = cellKey('disputes.review.upheld')
const pending = cellKey('disputes.review.pending')
const start = () =>
  play(disclosure2019, { entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'pending'] } })
const answered = (key: typeof upheld, text: string, shown = '') =>
  ({ type: 'answered', cell: key, text, shown }) as const

test('a figure lands in its cell, whatever is asked, and the question stands', () => {
  const script = start()
  script.put(cell(pending))
  script.act(answered(upheld, '4件'))
  expect(script.value(upheld)).toBe(4)
  expect(script.types()).toEqual(['stored', 'ask'])
  script.say('1')
  expect([script.value(upheld), script.value(pending)]).toEqual([4, 1])
})

test('an answer to the question in hand goes on as one in the chat does', () => {
  const [beside, inChat] = [start(), start()]
  for (const script of [beside, inChat]) script.put(cell(upheld))
  beside.act(answered(upheld, '4'), 'ann', 'sim:1:1')
  inChat.say('4')
  expect(stored(beside.effects())).toEqual(stored(inChat.effects()))
  expect(beside.filing()).toEqual(inChat.filing())
})

test('a figure behind a closed gate opens it, for somebody who saw the zero there', () => {
  const script = play(disclosure2019, { entries: { 'disputes.?': [] } })
  script.act(answered(upheld, '2'))
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.entry('disputes.?')?.value).toEqual({ open: [] })
  script.act(answered(upheld, '2', '[0,null]'))
  expect(script.value(upheld)).toBe(2)
  expect(script.entry('disputes.?')?.value).toEqual({ open: ['review'] })
})

test.each([
  ['a colleague wrote one', ''],
  ['another one was shown', '[9,null]'],
])('nothing is stored where %s', (_, shown) => {
  const script = start()
  script.act(answered(upheld, '2'), 'bob')
  script.act(answered(upheld, '7', shown), 'ann')
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.value(upheld)).toBe(2)
  script.act(answered(upheld, '7', standsIn(disclosure2019, script.filing(), upheld)), 'ann')
  expect(script.value(upheld)).toBe(7)
})

test('what is not read, or stands already, changes nothing and is told', () => {
  const script = start()
  script.act(answered(upheld, '不少'))
  expect(script.effects()[0]).toMatchObject({ type: 'unread', question: cell(upheld) })
  script.act(answered(upheld, '2'))
  script.act(answered(upheld, '2', '[2,null]'))
  expect(script.types()).toEqual(['kept', 'ask'])
})

test('a step beside the conversation is undone as any other', () => {
  const script = start()
  script.act(answered(upheld, '2'))
  script.act({ type: 'undo' })
  expect(script.value(upheld)).toBeUndefined()
})
