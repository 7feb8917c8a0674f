// Undo takes the last step back, whatever kind it was, unless somebody changed the same since.

import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import { type CellKey, gateKey, sectionKey, textKey } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cell, gate, type Play, play } from './play.ts'

const upheld = 'disputes.review.upheld' as CellKey
const entries = { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'pending'] }
const overview = textKey('overview')

const answer = (script: Play, question: Parameters<Play['put']>[0], text: string, who?: string) => {
  script.put(question, who)
  script.say(text, who)
}
const note = (script: Play) => script.put({ type: 'note', cell: upheld })
const steps: Record<string, (script: Play) => unknown> = {
  'a figure that was open': script => answer(script, cell(upheld), '3'),
  'several figures at once': script =>
    script.act({
      type: 'set',
      values: [
        [upheld, 1],
        ['disputes.review.pending' as CellKey, 0],
      ],
      source: 'typed',
    }),
  'a gate that was answered': script => answer(script, gate('disclosure.?'), '没有'),
  'a gate that cleared figures': script =>
    script.act({ type: 'open', gate: gateKey('disputes.?'), branches: [] }),
  'the rest of a section': script => script.act({ type: 'rest', section: sectionKey('disputes') }),
  'a text': script => answer(script, { type: 'text', text: overview }, '梧桐成荫。'),
  'a standard wording': script => script.act({ type: 'standard', text: textKey('preamble') }),
  'a text that was left out': script => script.act({ type: 'omit', text: textKey('preamble') }),
}

describe.each(Object.entries(steps))('%s', (_, act) => {
  test('is taken back whole', () => {
    const script = play(disclosure2019, { entries })
    const before = script.filing()
    act(script)
    expect(script.filing()).not.toEqual(before)
    script.act({ type: 'undo' })
    expect(script.types()).toEqual(['undone', 'ask'])
    expect(script.filing()).toEqual(before)
    script.act({ type: 'undo' })
    expect(script.types()).toEqual(['nothing-to-undo', 'ask'])
  })
})

test('a figure that was corrected goes back to what it was, with its note', () => {
  const script = play(disclosure2019, { entries })
  script.put(cell(upheld))
  script.say('22（其中补报16件）')
  script.put(cell(upheld))
  script.say('23')
  script.act({ type: 'undo' })
  expect(script.entry(upheld)).toMatchObject({ value: 22, note: '（其中补报16件）' })
  expect(script.question()).toEqual(cell(upheld))
})

test('a note that was added or taken away is put back', () => {
  const script = play(disclosure2019, { entries: { ...entries, [upheld]: 22 } })
  note(script)
  script.say('其中补报16件')
  expect(script.entry(upheld)?.note).toBe('（其中补报16件）')
  note(script)
  script.tap('unnote')
  expect(script.entry(upheld)).toMatchObject({ value: 22, note: null })
  script.act({ type: 'undo' })
  expect(script.entry(upheld)?.note).toBe('（其中补报16件）')
  script.act({ type: 'undo' })
  expect(script.entry(upheld)).toMatchObject({ value: 22, note: null })
})

test('steps are taken back in turn, the last one first', () => {
  const script = play(disclosure2019, { entries })
  for (const said of ['1', '2', '3']) {
    script.put(cell(upheld))
    script.say(said)
  }
  for (const left of [2, 1, undefined]) {
    script.act({ type: 'undo' })
    expect(script.value(upheld)).toBe(left)
  }
})

test('written texts are taken back in turn', () => {
  const script = play(disclosure2019, { entries })
  script.put({ type: 'text', text: overview })
  script.say('梧桐成荫。')
  script.say('桂花飘香。')
  script.act({ type: 'undo' })
  expect(bodyOf(script.form, script.filing(), overview)).toBe('梧桐成荫。')
  script.act({ type: 'undo' })
  expect(bodyOf(script.form, script.filing(), overview)).toBeUndefined()
})

/** As it is stored, in bytes: what one statement may carry on D1 is counted so. */
const bytesOf = (focus: unknown) => new TextEncoder().encode(JSON.stringify(focus)).length

test('of very long texts the latest step at least can be taken back, and the focus stays small', () => {
  const script = play(disclosure2019, { entries })
  script.put({ type: 'text', text: overview })
  for (let times = 0; times < 8; times += 1) {
    for (const characters of [8_000, 8_000, 3_995]) {
      script.say('梧桐成荫。'.repeat(characters / 5))
      expect(bytesOf(script.focus())).toBeLessThan(80_000)
    }
    script.tap('rewrite')
    expect(bytesOf(script.focus())).toBeLessThan(80_000)
  }
  script.act({ type: 'undo' })
  expect(bodyOf(script.form, script.filing(), overview)?.replaceAll('\n', '')).toHaveLength(19_995)
})

test('of many steps that change whole tables the latest are kept', () => {
  const script = play(disclosure2019, { entries })
  const values = indexOf(disclosure2019).entered.map(({ key }) => [key, 0] as const)
  for (let times = 0; times < 8; times += 1) {
    script.act({ type: 'set', values: values.map(([key]) => [key, times]), source: 'typed' })
    expect(bytesOf(script.focus())).toBeLessThan(100_000)
  }
  const before = script.value(upheld)
  script.act({ type: 'undo' })
  expect([before, script.value(upheld)]).toEqual([7, 6])
})

test('it refuses when a colleague wrote more of the same text, or edited it, since', () => {
  for (const meddle of [
    (script: Play) => answer(script, { type: 'text', text: overview }, '桂花飘香。', 'bob'),
    (script: Play) => script.edit(script.lastMessage(), '改过的话。', 'bob'),
  ]) {
    const script = play(disclosure2019, { entries })
    script.put({ type: 'text', text: overview })
    script.say('梧桐成荫。', 'ann')
    meddle(script)
    const after = script.filing()
    script.act({ type: 'undo' }, 'ann')
    expect(script.types()).toEqual(['moved', 'ask'])
    expect(script.filing()).toEqual(after)
  }
})

test.each([
  ['changed', (script: Play) => answer(script, cell(upheld), '9', 'bob')],
  [
    'cleared',
    (script: Play) => script.act({ type: 'open', gate: gateKey('disputes.?'), branches: [] }, 'bob'),
  ],
])('it refuses when a colleague %s the same since', (_, act) => {
  const script = play(disclosure2019, { entries })
  script.put(cell(upheld))
  script.say('3', 'ann')
  act(script)
  const after = script.filing()
  script.act({ type: 'undo' }, 'ann')
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(script.effects()[0]).toEqual({ type: 'moved', keys: [upheld] })
  expect(script.filing()).toEqual(after)
})

test('it does not mind what a colleague changed elsewhere', () => {
  const script = play(disclosure2019, { entries })
  script.put(cell(upheld))
  script.say('3', 'ann')
  script.put(cell('disputes.review.pending'), 'bob')
  script.say('1', 'bob')
  script.act({ type: 'undo' }, 'ann')
  expect([script.value(upheld), script.value('disputes.review.pending')]).toEqual([undefined, 1])
})

test('a table that was made 0 by mistake comes back with all its figures', () => {
  const script = play(disclosure2019, { entries: { ...entries, [upheld]: 4, 'disputes.review.pending': 2 } })
  script.put({ type: 'contents', section: sectionKey('disputes'), branch: null })
  script.tap('all-zero')
  expect(script.effects()[0]).toMatchObject({ type: 'opened', branches: [], cleared: 2 })
  expect(script.value('disputes.review.total')).toBe(0)
  script.act({ type: 'undo' })
  expect(script.value('disputes.review.total')).toBe(6)
  expect(script.entry('disputes.?.review')?.value).toEqual({ open: ['upheld', 'pending'] })
})

test('opening a gate as it is open already leaves nothing to undo', () => {
  const script = play(disclosure2019, { entries })
  script.act({ type: 'open', gate: gateKey('disputes.?'), branches: ['review'] })
  expect(script.focus().undo).toEqual([])
})
