// Pasted rows: shown back before they count, then entered with one tap; totals among them are checked, not kept.

import { describe, expect, test } from 'vitest'
import { openSection } from '../../src/engine/completeness.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { table } from '../forms/material.ts'
import { cell, gate, play } from './play.ts'

const columns = ['natural', 'business', 'research', 'welfare', 'legal', 'other']
const row = (name: string) => columns.map(column => `requests.${name}.${column}`)

describe.each(forms)('in %s', (_, form) => {
  const at = (key: string) => {
    const script = play(form)
    script.put(cell(key))
    return script
  }
  const shown = (script: ReturnType<typeof at>) => {
    const question = script.question()
    return question.type === 'proposal' ? Object.fromEntries(question.cells) : question
  }

  test.each(['3 1 0 0 0 2', '3 1 0 0 0 2 6', '3\t1\t0\t0\t0\t2\t6', '3、1、0、0、0、2'])(
    'the row %j is shown back first and stored with a tap',
    said => {
      const script = at('requests.received.natural')
      script.say(said)
      expect(Object.values(shown(script))).toEqual([3, 1, 0, 0, 0, 2])
      expect(Object.keys(shown(script))).toEqual(row('received'))
      expect(script.filing().entries.size).toBe(0)
      script.tap('confirm')
      expect(row('received').map(script.value)).toEqual([3, 1, 0, 0, 0, 2])
      expect(script.value('requests.received.total')).toBe(6)
      expect(script.entry('requests.received.total')).toBeUndefined()
      expect(script.entry('requests.received.natural')?.message).toBe(script.lastMessage())
      script.act({ type: 'undo' })
      expect(script.filing().entries.size).toBe(0)
    },
  )

  test.each([
    ['3 1 0 0 0 2 6 0', 'too-many-figures'],
    ['3 1 0 0', 'too-few-figures'],
    ['3 1 0 -2 0 2', 'negative'],
    ['3 1 0 2.5 0 2', 'fraction'],
  ])('the row %j stores nothing: %s', (said, why) => {
    const script = at('requests.received.natural')
    script.say(said)
    expect(script.effects()[0]).toMatchObject({ type: 'unread', why })
    expect(script.question()).toEqual(cell('requests.received.natural'))
    expect(script.filing().entries.size).toBe(0)
  })

  test('a block goes on from the row of the question', () => {
    const script = at('requests.carried-in.natural')
    script.say('1 0 0 0 0 0 1\n0 2 0 0 0 0 2')
    expect(shown(script)).toMatchObject({
      'requests.carried-in.natural': 1,
      'requests.granted.business': 2,
    })
    expect(Object.keys(shown(script))).toEqual([...row('carried-in'), ...row('granted')])
  })

  test('a labelled row goes to the row of its name', () => {
    const script = at('requests.received.natural')
    script.say('（二）重复申请？')
    script.put(cell('requests.received.natural'))
    script.say('四、结转下年度继续办理\t0\t0\t4\t0\t0\t0\t4')
    expect(Object.keys(shown(script))).toEqual(row('carried-out'))
    expect(shown(script)).toMatchObject({ 'requests.carried-out.research': 4 })
  })

  test('single figures one below the other go down the column of the question', () => {
    const script = at('requests.received.legal')
    script.say('5\n1\n4')
    expect(shown(script)).toEqual({
      'requests.received.legal': 5,
      'requests.carried-in.legal': 1,
      'requests.granted.legal': 4,
    })
  })

  test('a whole column is compared with its printed total', () => {
    const rows = new Set(table(form, 'requests').cells.map(each => each.rowKey))
    const column = [...rows].map(name =>
      name === 'received' || name === 'granted' || name === 'total' ? 2 : 0,
    )
    const script = at('requests.received.natural')
    script.say(column.join('\n'))
    expect(Object.keys(shown(script))).toHaveLength(rows.size - 1)
    script.put(cell('requests.received.natural'))
    script.say(column.map((figure, index) => (index === column.length - 2 ? 3 : figure)).join('\n'))
    expect(script.effects()[0]).toMatchObject({ type: 'wrong-totals' })
  })

  test('more rows than the table has are refused', () => {
    const script = at('requests.carried-out.natural')
    script.say('0 0 0 0 0 0\n0 0 0 0 0 0')
    expect(script.effects()[0]).toMatchObject({ type: 'unread', why: 'too-many-rows' })
  })

  describe('the single row of the table of reviews and suits', () => {
    const whole = [1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0, 4, 0, 0, 4]
    const withoutTotals = whole.filter((_, at) => at % 5 !== 4)

    test.each([
      ['with its totals', whole],
      ['without them', withoutTotals],
    ])('is read %s', (_, figures) => {
      const script = play(form)
      script.put(gate('disputes.?'))
      script.say(figures.join(' '))
      expect(Object.values(shown(script))).toEqual(withoutTotals)
      script.tap('confirm')
      expect(script.value('disputes.suit-after-review.corrected')).toBe(4)
      expect(script.value('disputes.review.total')).toBe(3)
      expect(script.ask().open.filter(each => openSection(form, each) === ('disputes' as string))).toEqual([])
    })

    test.each([4, 9, 14])('is refused with a wrong total at place %d', place => {
      const script = play(form)
      script.put(gate('disputes.?'))
      script.say(whole.map((figure, at) => (at === place ? figure + 1 : figure)).join(' '))
      expect(script.effects()[0]).toMatchObject({ type: 'wrong-totals' })
    })

    test.each([16, 20])('is refused with %d figures', count => {
      const script = play(form)
      script.put(gate('disputes.?'))
      script.say(Array(count).fill('1').join(' '))
      expect(script.effects()[0]).toMatchObject({ type: 'unread', why: 'too-many-figures' })
    })
  })
})

test('confirming figures that a sum contradicts puts what is broken', () => {
  const script = play(disclosure2019, { entries: { 'requests.?': ['natural'], 'requests.?.natural': [] } })
  script.put(cell('requests.received.natural'))
  script.say('3 0 0 0 0 0')
  script.tap('confirm')
  expect(script.question()).toEqual(cell('requests.carried-in.natural'))
  script.say('0')
  expect(script.question()).toMatchObject({ type: 'finding', key: expect.stringMatching(/^T301:/) })
})

test('pasted figures that are passed over without a yes are named, and none is entered', () => {
  const script = play(disclosure2019, { entries: { 'requests.?': ['natural'], 'requests.?.natural': [] } })
  script.put(cell('requests.received.natural'))
  script.say('3 0 0 0 0 0')
  script.tap('continue')
  expect(script.effects()[0]).toEqual({ type: 'unconfirmed', figures: 6 })
  expect(script.value('requests.received.natural')).toBeUndefined()
})

test.each(['53项，116万元', '53 1160000元'])('%s counts at once: neither fits the other cell', said => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['procurement'] } })
  script.put(cell('disclosure.procurement.projects'))
  script.say(said)
  expect(script.value('disclosure.procurement.projects')).toBe(53)
  expect(script.value('disclosure.procurement.amount')).toMatchObject({ fen: 116_000_000 })
  expect(script.question()).toEqual(gate('requests.?'))
})

test.each(['53，0', '0 116万元 2'])('%s is not entered at once', said => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['procurement'] } })
  script.put(cell('disclosure.procurement.projects'))
  script.say(said)
  expect(script.value('disclosure.procurement.projects')).toBeUndefined()
})

test('two figures are too few for a row of three', () => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['licensing'] } })
  script.put(cell('disclosure.licensing.items-last-year'))
  script.say('12 3')
  expect(script.effects()[0]).toMatchObject({ why: 'too-few-figures' })
})

test('a pasted column without its total does not lose the figure that lands on it', () => {
  const script = play(disclosure2019)
  script.put(cell('requests.other.natural'))
  script.say('2\n5')
  expect(script.question()).not.toMatchObject({ type: 'proposal', cells: [['requests.other.natural', 2]] })
})

test('typing yes takes the rows that are shown', () => {
  const script = play(disclosure2019)
  script.put(gate('disputes.?'))
  script.say('1 0 0 0 1 0 0 0 0 0 0 0 0 0 0')
  script.say('对')
  expect(script.value('disputes.review.upheld')).toBe(1)
})
