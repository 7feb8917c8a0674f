// Moving without answering: back, jumps by the contents and by words, later.

import { describe, expect, test } from 'vitest'
import { startFocus, trailLimit } from '../../src/engine/focus.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { entered } from '../forms/material.ts'
import { cell, gate, play } from './play.ts'

const contents = { type: 'contents', section: null, branch: null } as const

describe('back', () => {
  test('leads to the question before, with what stands there now', () => {
    const script = play(disclosure2019, { entries: { 'disclosure.?': ['licensing'] } })
    script.put(cell('disclosure.licensing.items-last-year'))
    script.say('12')
    expect(script.question()).toEqual(cell('disclosure.licensing.change'))
    script.tap('back')
    expect(script.question()).toEqual(cell('disclosure.licensing.items-last-year'))
    expect(script.ask().figure?.value).toBe(12)
    script.tap('keep')
    expect(script.question()).toEqual(cell('disclosure.licensing.change'))
  })

  test(`goes back ${trailLimit} questions and no further`, () => {
    const script = play(disclosure2019)
    const keys = entered(disclosure2019)
      .map(({ key }) => key)
      .slice(0, trailLimit + 3)
    for (const key of keys) script.put(cell(key))
    for (const key of keys.slice(2, -1).reverse()) {
      script.tap('back')
      expect(script.question()).toEqual(cell(key))
    }
    expect(script.words()).not.toContain('back')
    script.act({ type: 'back' })
    expect(script.types()).toEqual(['nothing-before', 'ask'])
    expect(script.question()).toEqual(cell(keys[2] ?? ''))
  })

  test('is not offered on the first screen', () => {
    const script = play(disclosure2019)
    expect(script.focus()).toEqual(startFocus)
    expect(script.words()).not.toContain('back')
  })

  test('skips what was only asked again', () => {
    const script = play(disclosure2019)
    script.put(gate('disclosure.?'))
    for (const branch of ['licensing', 'fees', 'licensing']) script.tapBranch(branch)
    script.tap('back')
    expect(script.question()).toEqual({ type: 'welcome' })
  })
})

describe.each(forms)('the contents of %s', (_, form) => {
  test('lead to a text, and to every figure of a table', () => {
    const script = play(form)
    script.put(contents)
    expect(script.ask().choices.filter(({ label }) => label.type === 'section')).toHaveLength(7)
    script.tapSection('problems')
    expect(script.question()).toEqual({ type: 'text', text: 'problems' })
    script.put(contents)
    script.tapSection('disputes')
    script.tap('continue')
    expect(script.question()).toMatchObject({ type: 'gate', gate: 'disputes.?' })
    script.tap('back')
    script.tapBranch('suit-direct')
    script.tapCell('disputes.suit-direct.corrected')
    expect(script.question()).toEqual(cell('disputes.suit-direct.corrected'))
  })

  test('tell how much is open in each section', () => {
    const script = play(form, {
      entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'other'] },
    })
    script.put(contents)
    const open = script
      .ask()
      .choices.flatMap(({ label }) => (label.type === 'section' ? [[label.section, label.open]] : []))
    expect(Object.fromEntries(open)).toMatchObject({ disputes: 2, disclosure: 1, overview: 1 })
  })

  test('offer "the rest is 0" only while something is open', () => {
    const script = play(form)
    script.put({ ...contents, section: 'disputes' as never })
    expect(script.words()).toContain('rest')
    script.tap('rest')
    script.put({ ...contents, section: 'disputes' as never })
    expect(script.words()).not.toContain('rest')
  })

  test('mark what has figures other than 0', () => {
    const script = play(form, { entries: { 'disputes.?': ['review'], 'disputes.review.upheld': 2 } })
    script.put({ ...contents, section: 'disputes' as never })
    const ticked = script
      .ask()
      .choices.flatMap(({ label }) => (label.type === 'branch' && label.ticked ? [label.branch.key] : []))
    expect(ticked).toEqual(['review'])
  })
})

describe('words that name a figure', () => {
  test('lead there from any question', () => {
    const script = play(disclosure2019)
    script.put(gate('requests.?'))
    script.say('采购总金额')
    expect(script.question()).toEqual(cell('disclosure.procurement.amount'))
  })

  test('ask which one is meant when several fit', () => {
    const script = play(disclosure2019)
    script.say('行政处罚')
    expect(script.question()).toEqual({
      type: 'which',
      cells: ['items-last-year', 'change', 'handled'].map(key => `disclosure.penalties.${key}`),
    })
    script.tapCell('disclosure.penalties.handled')
    expect(script.question()).toEqual(cell('disclosure.penalties.handled'))
  })

  test.each([
    ['自然人 新收', 'requests.received.natural'],
    ['新收 自然人', 'requests.received.natural'],
    ['信访  科研机构', 'requests.declined-petition.research'],
  ])('are found in any order: %s', (said, key) => {
    const script = play(disclosure2019)
    script.say(said)
    expect(script.question()).toEqual(cell(key))
  })

  test('that several cells have ask which', () => {
    const script = play(disclosure2019)
    script.say('起诉 维持')
    expect(script.question()).toMatchObject({ type: 'which', cells: { length: 2 } })
    script.say('没有')
    expect(script.question()).toEqual({ type: 'welcome' })
  })

  test.each(['', ' ', '项', '自然人 项', '石榴', '自然人', '总计 新收'])('%j lead nowhere', said => {
    const script = play(disclosure2019)
    script.say(said)
    expect(script.types()).toEqual(['unread', 'ask'])
    expect(script.question()).toEqual({ type: 'welcome' })
  })
})

describe('later', () => {
  test('puts a question behind all others, and its answer counts as ever', () => {
    const script = play(disclosure2019)
    script.tap('begin')
    script.tap('later')
    expect(script.question()).toMatchObject({ gate: 'requests.?' })
    for (const section of ['requests', 'disputes']) {
      script.act({ type: 'open', gate: `${section}.?` as never, branches: [] })
    }
    for (const text of ['overview', 'problems', 'other', 'preamble'])
      script.act({ type: 'omit', text: text as never })
    expect(script.question()).toMatchObject({ gate: 'disclosure.?' })
    script.tap('none')
    expect(script.question()).toEqual({ type: 'done' })
  })

  test('goes round all that was left, and loses none of it', () => {
    const script = play(disclosure2019)
    script.tap('begin')
    const left: string[] = []
    for (let count = 0; count < 14; count += 1) {
      const question = script.question()
      left.push(question.type === 'gate' ? question.gate : question.type === 'text' ? question.text : '?')
      script.tap('later')
    }
    expect(new Set(left).size).toBe(7)
    expect(left.slice(7)).toEqual(left.slice(0, 7))
    expect(script.ask().open).toHaveLength(7)
    expect(script.filing().entries.size).toBe(0)
  })

  test('shows the contents when nothing else is left', () => {
    const script = play(disclosure2019)
    for (const text of ['preamble', 'overview', 'problems']) script.act({ type: 'omit', text: text as never })
    for (const section of ['disclosure', 'requests', 'disputes']) {
      script.act({ type: 'open', gate: `${section}.?` as never, branches: [] })
    }
    expect(script.question()).toMatchObject({ text: 'other' })
    script.tap('later')
    expect(script.question()).toEqual(contents)
    script.tap('continue')
    expect(script.question()).toMatchObject({ text: 'other' })
  })

  test('stays in the section as long as something is open there', () => {
    const script = play(disclosure2019, {
      entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'other', 'pending'] },
    })
    script.put(cell('disputes.review.upheld'))
    script.tap('later')
    expect(script.question()).toEqual(cell('disputes.review.other'))
    script.say('1')
    expect(script.question()).toEqual(cell('disputes.review.pending'))
  })
})
