// An answer belongs to its focus: what a colleague changed meanwhile is never overwritten unseen.

import { describe, expect, test } from 'vitest'
import { gateKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cell, gate, play } from './play.ts'

const upheld = 'disputes.review.upheld'
const pending = 'disputes.review.pending'
const start = () =>
  play(disclosure2019, { entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'pending'] } })

test('an answer is applied to the question that was put, not to what is next on arrival', () => {
  const script = start()
  script.put(cell(pending))
  script.put(cell(upheld), 'bob')
  script.say('4', 'ann')
  expect([script.value(pending), script.value(upheld)]).toEqual([4, undefined])
})

test('an answer to a figure a colleague changed is not stored, and the question is put again', () => {
  const script = start()
  script.put(cell(upheld))
  script.put(cell(upheld), 'bob')
  script.say('2', 'bob')
  script.say('7', 'ann')
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.effects()[0]).toEqual({ type: 'moved', keys: [upheld] })
  expect(script.value(upheld)).toBe(2)
  script.say('7', 'ann')
  expect(script.value(upheld)).toBe(7)
})

test('a figure a colleague took away has moved too', () => {
  const script = start()
  script.put(cell(upheld), 'bob')
  script.say('2', 'bob')
  script.put(cell(upheld), 'ann')
  script.act({ type: 'undo' }, 'bob')
  script.say('7', 'ann')
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.value(upheld)).toBeUndefined()
})

test('a note that a colleague added has moved the figure', () => {
  const script = start()
  script.put(cell(upheld))
  script.say('2')
  script.put(cell(upheld), 'ann')
  script.put({ type: 'note', cell: upheld as never }, 'bob')
  script.say('其中补报1件', 'bob')
  script.say('3', 'ann')
  expect(script.types()).toEqual(['moved', 'ask'])
})

test('a change of another figure does not make an answer stale', () => {
  const script = start()
  script.put(cell(upheld))
  script.put(cell(pending), 'bob')
  script.say('2', 'bob')
  script.say('7', 'ann')
  expect([script.value(upheld), script.value(pending)]).toEqual([7, 2])
})

describe('behind a gate that a colleague answered meanwhile', () => {
  const open = (script: ReturnType<typeof start>, branches: readonly string[], who = 'bob') =>
    script.act({ type: 'open', gate: gateKey('disputes.?'), branches }, who)

  test('an answer to a cell is not stored, and the gate is what is named', () => {
    const script = start()
    script.put(cell(upheld), 'ann')
    open(script, [])
    script.say('7', 'ann')
    expect(script.types()).toEqual(['moved', 'ask'])
    expect(script.effects()[0]).toEqual({ type: 'moved', keys: ['disputes.?'] })
    expect(script.entry('disputes.?')?.value).toEqual({ open: [] })
    script.say('7', 'ann')
    expect(script.value(upheld)).toBe(7)
    expect(script.entry('disputes.?')?.value).toEqual({ open: ['review'] })
  })

  test('figures shown back are not stored, and are told by the gate alone', () => {
    const script = start()
    script.put(cell(upheld))
    script.say('复议维持2件，复议尚未审结3件', 'ann')
    expect(script.question()).toMatchObject({ type: 'proposal' })
    open(script, [])
    script.say('是', 'ann')
    expect(script.effects()[0]).toEqual({ type: 'moved', keys: ['disputes.?'] })
    expect(script.entry('disputes.?')?.value).toEqual({ open: [] })
  })

  test('a figure that was entered and cleared is told by the gate, one that was entered by its name', () => {
    const script = start()
    script.put(cell(upheld))
    script.say('2')
    script.put(cell(upheld), 'ann')
    open(script, [])
    script.say('3', 'ann')
    expect(script.effects()[0]).toEqual({ type: 'moved', keys: ['disputes.?'] })
    script.put(cell(pending), 'bob')
    script.say('5', 'bob')
    script.put(cell(pending), 'ann')
    script.put(cell(pending), 'bob')
    script.say('6', 'bob')
    script.say('8', 'ann')
    expect(script.effects()[0]).toEqual({ type: 'moved', keys: [pending] })
  })

  test('an answer counts where the gate still has the cell open', () => {
    const script = start()
    script.put(cell(upheld), 'ann')
    open(script, ['review', 'suit-direct'])
    script.say('7', 'ann')
    expect(script.value(upheld)).toBe(7)
  })
})

test('an answer to a gate a colleague answered is not stored', () => {
  const script = play(disclosure2019)
  script.put(gate('requests.?'))
  script.put(gate('requests.?'), 'bob')
  script.say('没有', 'bob')
  script.say('有', 'ann')
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.entry('requests.?')?.value).toEqual({ open: [] })
})

test('the same figure said twice is kept, and goes on', () => {
  const script = start()
  script.put(cell(upheld))
  script.say('2')
  const { entries } = script.filing()
  script.put(cell(upheld))
  script.say('2件')
  expect(script.types()).toEqual(['kept', 'ask'])
  expect(script.filing().entries).toBe(entries)
})

test('a tap that is stale says what moved and puts the question again', () => {
  const script = start()
  script.put(cell(upheld))
  script.act({ type: 'stale', keys: [upheld] })
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.question()).toEqual(cell(upheld))
})

describe('words sent before the question was on the screen', () => {
  test('are not taken as an answer', () => {
    const script = start()
    script.put(cell(upheld))
    script.act({ type: 'typed', text: '7', early: true })
    expect(script.types()).toEqual(['early', 'ask'])
    expect(script.value(upheld)).toBeUndefined()
  })

  test('belong to the text that was being written', () => {
    const script = play(disclosure2019)
    script.put({ type: 'text', text: 'overview' as never })
    script.say('梧桐成荫。')
    script.act({ type: 'typed', text: '桂花飘香。', early: true })
    expect(
      script
        .filing()
        .texts.get('overview' as never)
        ?.map(part => part.body),
    ).toEqual(['梧桐成荫。', '桂花飘香。'])
    expect(script.question()).toEqual({ type: 'text', text: 'overview' })
  })
})

describe('what is no answer leaves the question standing', () => {
  test.each(['help', 'preview', 'unsupported'] as const)('%s is answered first', type => {
    const script = start()
    script.put(cell(upheld))
    script.act({ type })
    expect(script.types()).toEqual([type, 'ask'])
    expect(script.question()).toEqual(cell(upheld))
    script.say('1')
    expect(script.value(upheld)).toBe(1)
  })

  test('a conversation that is picked up puts its question again', () => {
    const script = start()
    script.put(cell(upheld))
    script.act({ type: 'resume' })
    expect(script.types()).toEqual(['ask'])
    expect(script.question()).toEqual(cell(upheld))
  })

  test.each([
    ['三百来件', 'vague'],
    ['2.5', 'fraction'],
    ['-1', 'negative'],
    ['53元', 'not-money'],
    ['3到5', 'several'],
    ['石榴开花', 'no-number'],
  ])('%s is not read: %s', (said, why) => {
    const script = start()
    script.put(cell(upheld))
    script.say(said)
    expect(script.types()).toEqual(['unread', 'ask'])
    expect(script.effects()[0]).toMatchObject({ why, said, question: cell(upheld) })
    expect(script.value(upheld)).toBeUndefined()
  })
})
