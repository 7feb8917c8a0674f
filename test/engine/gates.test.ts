// Gates come first: a no costs one entry, a yes opens only what was named, and closing one can be undone.

import { describe, expect, test } from 'vitest'
import { gateKey } from '../../src/engine/form.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { tables } from '../forms/material.ts'
import { gate, play } from './play.ts'

const requests = gate('requests.?')

describe.each(forms)('in %s', (_, form) => {
  test('the tables are asked first, each by its gate, then the texts, the opening last', () => {
    const script = play(form)
    script.tap('begin')
    const asked: string[] = []
    while (script.question().type !== 'done') {
      const question = script.question()
      asked.push(question.type === 'text' ? question.text : question.type === 'gate' ? question.gate : '')
      if (question.type === 'text') script.act({ type: 'omit', text: question.text })
      else if (question.type === 'gate') script.say('没有')
    }
    expect(asked).toEqual([
      'disclosure.?',
      'requests.?',
      'disputes.?',
      'overview',
      'problems',
      'other',
      'preamble',
    ])
    expect(script.filing().entries.size).toBe(3)
  })

  test('a closed gate is one entry, and zeros follow from it', () => {
    const script = play(form)
    script.put(requests)
    script.tap('no')
    expect([...script.filing().entries.keys()]).toEqual(['requests.?'])
    expect(script.entry('requests.?')).toMatchObject({ value: { open: [] }, source: 'gate' })
    for (const { key } of tables(form).find(table => table.key === 'requests')?.cells ?? []) {
      expect(script.value(key)).toBe(0)
    }
    expect(script.effects()[0]).toEqual({ type: 'opened', gate: 'requests.?', branches: [], cleared: 0 })
  })

  test('a yes shows the applicants, and only those ticked are asked', () => {
    const script = play(form)
    script.put(requests)
    script.tap('yes')
    expect(script.question()).toMatchObject({ type: 'gate', ticked: [] })
    script.tapBranch('legal')
    script.tapBranch('natural')
    script.tapBranch('legal')
    expect(script.filing().entries.size).toBe(0)
    script.tap('chosen')
    expect(script.entry('requests.?')?.value).toEqual({ open: ['natural'] })
    expect(script.question()).toEqual({ type: 'cell', cell: 'requests.received.natural' })
    expect(script.value('requests.received.legal')).toBe(0)
    expect(script.value('requests.received.natural')).toBeUndefined()
  })

  test('ticks are kept in the order of the form', () => {
    const script = play(form)
    script.put(requests)
    script.tap('yes')
    for (const branch of ['other', 'natural', 'research']) script.tapBranch(branch)
    expect(script.question()).toMatchObject({ ticked: ['natural', 'research', 'other'] })
  })

  test('none is offered only while nothing is ticked', () => {
    const script = play(form)
    script.put(gate('disclosure.?'))
    expect(script.words()).toContain('none')
    expect(script.words()).not.toContain('chosen')
    script.tapBranch('fees')
    expect(script.words()).not.toContain('none')
    expect(script.words()).toContain('chosen')
  })

  test('an applicant is asked what came in, then which results occurred, then only those', () => {
    const script = play(form, { entries: { 'requests.?': ['business'] } })
    script.put({ type: 'contents', section: null, branch: null })
    script.act({ type: 'rest', section: 'disclosure' as never })
    script.put(gate('requests.?.business'))
    script.tapBranch('granted')
    script.tapBranch('carried-out')
    script.tap('chosen')
    expect(script.question()).toEqual({ type: 'cell', cell: 'requests.received.business' })
    script.say('3')
    expect(script.question()).toEqual({ type: 'cell', cell: 'requests.carried-in.business' })
    script.say('0')
    expect(script.question()).toEqual({ type: 'cell', cell: 'requests.granted.business' })
    script.say('2')
    expect(script.question()).toEqual({ type: 'cell', cell: 'requests.carried-out.business' })
    script.say('1')
    expect(script.types()).toEqual(['stored', 'section-done', 'ask'])
    expect(script.value('requests.total.business')).toBe(2)
  })

  test('closing a gate clears what was entered behind it, says how much, and undo brings it back', () => {
    const script = play(form, {
      entries: {
        'requests.?': ['natural'],
        'requests.?.natural': ['granted'],
        'requests.received.natural': 2,
        'requests.carried-in.natural': 0,
        'requests.granted.natural': 2,
      },
    })
    const before = script.filing().entries
    script.act({ type: 'open', gate: gateKey('requests.?'), branches: [] })
    expect(script.effects()[0]).toMatchObject({ type: 'opened', cleared: 2 })
    expect([...script.filing().entries.keys()]).toEqual(['requests.?'])
    script.act({ type: 'undo' })
    expect(script.types()).toEqual(['undone', 'ask'])
    expect(new Map([...script.filing().entries].sort())).toEqual(new Map([...before].sort()))
  })

  test('taking one branch away keeps what stands behind the others', () => {
    const script = play(form, {
      entries: {
        'disputes.?': ['review', 'suit-direct'],
        'disputes.?.review': ['upheld'],
        'disputes.?.suit-direct': ['pending'],
        'disputes.review.upheld': 1,
        'disputes.suit-direct.pending': 4,
      },
    })
    script.put(gate('disputes.?', ['review', 'suit-direct']))
    script.tapBranch('suit-direct')
    script.tap('chosen')
    expect(script.value('disputes.review.upheld')).toBe(1)
    expect(script.value('disputes.suit-direct.pending')).toBe(0)
    expect(script.entry('disputes.?.suit-direct')).toBeUndefined()
    expect(script.effects()[0]).toMatchObject({ cleared: 1 })
  })

  test('a gate that is asked again shows what it has open', () => {
    const script = play(form, { entries: { 'disclosure.?': ['licensing', 'fees'] } })
    script.put(gate('disclosure.?'))
    expect(script.question()).toMatchObject({ ticked: ['licensing', 'fees'] })
  })

  test('a gate nobody answered shows as ticked what has figures', () => {
    const script = play(form, { entries: { 'disclosure.penalties.handled': 4 } })
    script.put(gate('disclosure.?'))
    expect(script.question()).toMatchObject({ ticked: ['penalties'] })
  })

  test('what hardly ever occurs at this level stands last and says so', () => {
    const shown = (level: 'street' | 'city') => {
      const script = play(form, { level })
      script.put(gate('disclosure.?'))
      return script
    }
    const branches = (script: ReturnType<typeof shown>) =>
      script.ask().choices.flatMap(({ label }) => (label.type === 'branch' ? [label] : []))
    const street = branches(shown('street'))
    expect(street.at(-1)).toMatchObject({ branch: { key: 'regulations' }, rare: true })
    expect(street.filter(({ rare }) => rare)).toHaveLength(1)
    const city = branches(shown('city'))
    expect(city.map(({ branch }) => branch.key).sort()).toEqual(street.map(({ branch }) => branch.key).sort())
    expect(city.filter(({ rare }) => rare)).toEqual([])
  })

  test.each(['没有', '无', '0', '都没有'])('the word %s closes a gate', word => {
    const script = play(form)
    script.put(requests)
    script.say(word)
    expect(script.entry('requests.?')?.value).toEqual({ open: [] })
  })

  test.each(['有', '是的', '有。'])('the word %s opens the list', word => {
    const script = play(form)
    script.put(requests)
    script.say(word)
    expect(script.question()).toMatchObject({ type: 'gate', gate: 'requests.?', ticked: [] })
  })

  test('the names of branches tick them', () => {
    const script = play(form)
    script.put(gate('disclosure.?'))
    script.say('行政许可、行政处罚')
    expect(script.question()).toMatchObject({ ticked: ['licensing', 'penalties'] })
    expect(script.filing().entries.size).toBe(0)
  })

  test('words that name nothing leave the gate standing', () => {
    const script = play(form)
    script.put(requests)
    script.say('石榴开花')
    expect(script.effects()[0]).toMatchObject({ type: 'unread', why: 'not-a-choice', said: '石榴开花' })
    expect(script.question()).toMatchObject({ gate: 'requests.?' })
  })
})
