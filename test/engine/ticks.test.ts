// Ticks at a gate: by tap and by word, on a card that was left behind, beside what a colleague opened.

import { expect, test } from 'vitest'
import { gateKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { filingWith, gate, play } from './play.ts'

test('"chosen" on a card that was left behind opens what was ticked on it', () => {
  const script = play(disclosure2019)
  script.put(gate('disclosure.?'))
  script.tapBranch('licensing')
  const chosen = script.ask().choices.find(each => each.label.type === 'word' && each.label.word === 'chosen')
  script.put({ type: 'contents', section: null, branch: null })
  if (chosen) script.act(chosen.event)
  expect(script.entry('disclosure.?')?.value).toEqual({ open: ['licensing'] })
})

test('going back to a gate shows what a colleague opened meanwhile', () => {
  const script = play(disclosure2019)
  script.put(gate('disclosure.?'))
  script.tapBranch('licensing')
  script.tap('chosen')
  script.act({ type: 'open', gate: gateKey('disclosure.?'), branches: ['fees'] }, 'bob')
  script.act({ type: 'back' }, 'ann')
  expect(script.question('ann')).toMatchObject({ ticked: ['fees'] })
})

test('a labelled row at a gate is a row, not a tick', () => {
  const script = play(disclosure2019)
  script.put(gate('disclosure.?'))
  script.say('行政许可 12 0 34')
  expect(script.question()).toMatchObject({ type: 'proposal' })
})

test.each(['没有行政许可', '除了行政处罚都没有'])('at a gate %s does not tick what it denies', said => {
  const script = play(disclosure2019)
  script.put(gate('disclosure.?'))
  script.say(said)
  expect(script.question()).not.toMatchObject({ ticked: [said.includes('许可') ? 'licensing' : 'nothing'] })
})

test('typing yes shows the same ticks as tapping it', () => {
  const script = play(disclosure2019, { entries: { 'requests.received.natural': 3 } })
  script.put(gate('requests.?'))
  script.say('有')
  expect(script.question()).toMatchObject({ ticked: ['natural'] })
})

test('the likeliest rows of a long list are known: used beside, had last year, or frequent', () => {
  const previous = {
    form: disclosure2019,
    filing: filingWith(disclosure2019, {
      'requests.refused-process.business': 2,
      'requests.refused-security.natural': 0,
    }),
  }
  const script = play(disclosure2019, { previous, entries: { 'requests.granted.business': 4 } })
  script.put(gate('requests.?.natural'))
  const ahead = script
    .ask()
    .choices.flatMap(({ label, ahead }) =>
      label.type === 'branch' && ahead ? [[label.branch.key, ahead]] : [],
    )
  expect(Object.fromEntries(ahead)).toEqual({
    granted: 'used',
    'partly-granted': 'common',
    'refused-process': 'last-year',
    'unavailable-not-held': 'common',
    'declined-petition': 'common',
    other: 'common',
    'carried-out': 'common',
  })
})
