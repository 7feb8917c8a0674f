// An earlier message was edited: what it set is set anew, quietly, unless a sum no longer agrees.

import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import { longestText, personId } from '../../src/engine/filing.ts'
import { startFocus } from '../../src/engine/focus.ts'
import { cellKey, textKey } from '../../src/engine/form.ts'
import { step } from '../../src/engine/step.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cell, play } from './play.ts'

const projects = 'disclosure.procurement.projects'
const amount = 'disclosure.procurement.amount'
const start = () => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['procurement'] } })
  script.put(cell(projects))
  script.say('53项')
  return { script, message: script.lastMessage() }
}

describe('the message of a figure', () => {
  test('sets the figure anew and says nothing else; the question on the screen stands', () => {
    const { script, message } = start()
    script.edit(message, '35项')
    expect(script.types()).toEqual(['stored'])
    expect(script.value(projects)).toBe(35)
    expect(script.question()).toEqual(cell(amount))
    script.say('116万元')
    expect(script.value(amount)).toEqual({ fen: 116_000_000, unit: 'wan-yuan' })
  })

  test('puts what is broken when a sum no longer agrees', () => {
    const { script, message } = start()
    script.say('116万元')
    script.edit(message, '0')
    expect(script.types()).toEqual(['stored', 'ask'])
    expect(script.question()).toMatchObject({ type: 'finding', key: expect.stringMatching(/^T215:/) })
  })

  test('leaves the figure when it cannot be read any more', () => {
    const { script, message } = start()
    script.edit(message, '五十来项')
    expect(script.effects()).toEqual([
      { type: 'unread', said: '五十来项', why: 'vague', question: cell(projects) },
    ])
    expect(script.value(projects)).toBe(53)
  })

  test('is found however long ago it was, and only while its figure is of that message', () => {
    const { script, message } = start()
    script.put(cell(projects))
    script.say('54')
    script.edit(message, '35')
    expect(script.types()).toEqual(['no-answer-there'])
    expect(script.value(projects)).toBe(54)
  })

  test('can be edited by whoever wrote it while it is the question again', () => {
    const { script, message } = start()
    script.put(cell(projects))
    script.edit(message, '35')
    script.say('36')
    expect(script.value(projects)).toBe(36)
  })

  test('is taken back with undo', () => {
    const { script, message } = start()
    script.edit(message, '35')
    script.act({ type: 'undo' })
    expect(script.value(projects)).toBe(53)
  })
})

describe('an edit that opens a gate', () => {
  const closed = () => {
    const script = play(disclosure2019, { entries: { 'disputes.?': ['suit-direct'] } })
    script.put(cell('disputes.review.upheld'))
    script.say('0')
    const message = script.lastMessage()
    script.put(cell('disputes.review.corrected'))
    return { script, message }
  }

  test('leaves what it opened on the screen known to whoever edited', () => {
    const { script, message } = closed()
    script.edit(message, '3')
    expect(script.entry('disputes.?')?.value).toEqual({ open: ['suit-direct', 'review'] })
    expect(script.question()).toEqual(cell('disputes.review.corrected'))
    script.say('2')
    expect(script.value('disputes.review.corrected')).toBe(2)
  })
})

describe('the message of pasted rows', () => {
  const pasted = () => {
    const script = play(disclosure2019)
    script.put(cell('requests.received.natural'))
    script.say('3 1 0 0 0 0')
    const message = script.lastMessage()
    script.tap('confirm')
    return { script, message }
  }

  test('sets all of its figures anew', () => {
    const { script, message } = pasted()
    script.edit(message, '3 1 0 0 0 5 9')
    expect(script.types()).toEqual(['stored'])
    expect(script.value('requests.received.other')).toBe(5)
    expect(script.effects()[0]).toMatchObject({ changes: [{ key: 'requests.received.other' }] })
  })

  test('is shown back anew while it still waits to be confirmed', () => {
    const script = play(disclosure2019)
    script.put(cell('requests.received.natural'))
    script.say('3 1 0 0 0 0')
    script.edit(script.lastMessage(), '8 1 0 0 0 0')
    script.tap('confirm')
    expect(script.value('requests.received.natural')).toBe(8)
  })

  test('leaves what another message has corrected since', () => {
    const { script, message } = pasted()
    script.put(cell('requests.received.business'))
    script.say('7')
    script.edit(message, '4 1 0 0 0 0')
    expect(script.value('requests.received.natural')).toBe(4)
    expect(script.value('requests.received.business')).toBe(7)
  })

  test('begins at its first row in the form, in whatever order the filing was loaded', () => {
    const script = play(disclosure2019)
    script.put(cell('requests.received.natural'))
    script.say('3 1 0 0 0 0\n1 0 0 0 0 0')
    const message = script.lastMessage()
    script.tap('confirm')
    const { entries } = script.filing()
    const loaded = { ...script.filing(), entries: new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1))) }
    const { filing } = step(
      disclosure2019,
      loaded,
      startFocus,
      { type: 'edited', message, text: '4 1 0 0 0 0\n1 0 0 0 0 0' },
      {
        now: 1,
        by: personId('p'),
        message,
        known: { unit: { name: '某街道', level: 'street', powers: {} }, previous: null, yearEnd: null },
      },
    )
    expect(filing.entries.get(cellKey('requests.received.natural'))?.value).toBe(4)
    expect(filing.entries.get(cellKey('requests.carried-in.natural'))?.value).toBe(1)
  })

  test.each([
    ['3 1 0 0 0 5 8', { type: 'wrong-totals' }],
    ['3 1', { type: 'unread', why: 'too-few-figures' }],
    ['石榴', { type: 'unread', why: 'no-number' }],
  ])('leaves them when it reads %j', (said, told) => {
    const { script, message } = pasted()
    script.edit(message, said)
    expect(script.effects()).toEqual([expect.objectContaining(told)])
    expect(script.value('requests.received.business')).toBe(1)
  })
})

describe('a message of a text', () => {
  const written = () => {
    const script = play(disclosure2019)
    script.put({ type: 'text', text: textKey('overview') })
    script.say('梧桐成荫。')
    const message = script.lastMessage()
    script.say('桂花飘香。')
    return { script, message }
  }
  const body = (script: ReturnType<typeof play>) => bodyOf(script.form, script.filing(), textKey('overview'))

  test('replaces its own share', () => {
    const { script, message } = written()
    script.edit(message, '银杏满地。')
    expect(script.types()).toEqual(['wrote'])
    expect(body(script)).toBe('银杏满地。\n桂花飘香。')
  })

  test('keeps the text within its length', () => {
    const { script, message } = written()
    script.edit(message, '梧'.repeat(longestText - 4))
    expect(script.effects()).toEqual([expect.objectContaining({ type: 'unread', why: 'too-long' })])
    expect(body(script)).toBe('梧桐成荫。\n桂花飘香。')
    script.edit(message, '梧'.repeat(longestText - 5))
    expect(script.types()).toEqual(['wrote'])
  })
})

test('a message that set nothing has no answer in it', () => {
  const { script } = start()
  script.edit('sim:1:99', '35')
  expect(script.effects()).toEqual([{ type: 'no-answer-there' }])
  expect(script.value(projects)).toBe(53)
})

test('editing one message does not hide that a colleague changed the figure on the screen', () => {
  const script = play(disclosure2019, {
    entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'pending'] },
  })
  script.put(cell('disputes.review.pending'))
  script.say('1')
  const message = script.lastMessage()
  script.put(cell('disputes.review.upheld'))
  script.put(cell('disputes.review.upheld'), 'bob')
  script.say('2', 'bob')
  script.edit(message, '5')
  script.say('7', 'ann')
  expect(script.value('disputes.review.upheld')).toBe(2)
})

test('editing a required text to nothing does not leave it out', () => {
  const script = play(disclosure2019)
  script.put({ type: 'text', text: textKey('overview') })
  script.say('梧桐成荫。')
  script.edit(script.lastMessage(), ' \n')
  expect(script.filing().texts.get(textKey('overview'))?.[0]?.body).not.toBe('')
})
