// A contradiction is put when the last figure that makes it is entered; it leads to its cells, may wait, and keeps the
// document back as long as it stands.

import { expect, test } from 'vitest'
import { findingQuestion } from '../../src/engine/focus.ts'
import { sectionKey, textKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { entered } from '../forms/material.ts'
import { cell, play } from './play.ts'

const key = (row: string) => `requests.${row}.natural`
const open = {
  'requests.?': ['natural'],
  'requests.?.natural': ['granted', 'declined-petition'],
  [key('received')]: 6,
  [key('carried-in')]: 0,
  [key('granted')]: 4,
  'disclosure.?': [],
  'disputes.?': [],
}
const start = (entries: Parameters<typeof play>[1] = {}) => {
  const script = play(disclosure2019, { entries: open, ...entries })
  for (const text of ['preamble', 'overview', 'problems', 'other']) {
    script.act({ type: 'omit', text: textKey(text) })
  }
  return script
}
const broken = () => {
  const script = start()
  script.put(cell(key('declined-petition')))
  script.say('1')
  return script
}

test('it appears with the last figure that breaks the sum, and not before', () => {
  const script = broken()
  expect(script.types()).toEqual(['stored', 'section-done', 'ask'])
  expect(script.question()).toMatchObject({
    type: 'finding',
    key: expect.stringMatching(/^T301:/),
    all: false,
  })
  expect(script.ask().finding).toMatchObject({ left: { sum: 6 }, right: { sum: 5 } })
})

test('it leads to the cells that are not 0 first, then to all', () => {
  const script = broken()
  const cells = () =>
    script.ask().choices.flatMap(({ label }) => (label.type === 'cell' ? [String(label.cell)] : []))
  const first = cells()
  expect(first).toEqual(
    expect.arrayContaining([key('received'), key('granted'), key('declined-petition'), key('carried-out')]),
  )
  expect(first).not.toContain(key('refused-security'))
  expect(first).not.toContain(key('total'))
  script.tap('other-cells')
  expect(cells().length).toBeGreaterThan(first.length)
  expect(cells()).toContain(key('refused-security'))
  script.tapCell(key('declined-petition'))
  expect(script.question()).toEqual(cell(key('declined-petition')))
})

test('a cell that may be the slip is asked with the figure it would have, to tap or to type another', () => {
  const script = broken()
  script.tapCell(key('declined-petition'))
  expect(script.ask().suspect).toBe(2)
  script.tapCell(key('declined-petition'))
  expect(script.types()).toEqual(['stored', 'mended', 'ask'])
  expect(script.value(key('declined-petition'))).toBe(2)
  expect(script.entry(key('declined-petition'))?.source).toBe('typed')
})

test('the figure that is tapped keeps its note', () => {
  const script = start()
  script.put(cell(key('declined-petition')))
  script.say('1（其中网上1件）')
  script.tapCell(key('declined-petition'))
  script.tapCell(key('declined-petition'))
  expect(script.entry(key('declined-petition'))).toMatchObject({ value: 2, note: '（其中网上1件）' })
})

test('no figure is offered in a cell that was not reached from a finding, or cannot be the slip', () => {
  const script = broken()
  script.act({ type: 'put', question: { type: 'contents', section: null, branch: null } })
  script.put(cell(key('declined-petition')))
  expect(script.ask().suspect).toBeUndefined()
  const other = broken()
  other.tap('other-cells')
  other.tapCell(key('carried-in'))
  expect(other.ask().suspect).toBeUndefined()
})

test('the likeliest slip comes first, and no more than five cells before the rest', () => {
  const script = start({ entries: { ...open, [key('received')]: 51, [key('granted')]: 14 } })
  script.put(cell(key('declined-petition')))
  script.say('1')
  const cells = script.ask().choices.flatMap(({ label }) => (label.type === 'cell' ? [label.cell] : []))
  expect(cells[0]).toBe(key('received'))
  expect(cells.length).toBeLessThanOrEqual(5)
})

test('two columns that cancel are said to, and both cells of the pair lead to their figures', () => {
  const other = (row: string) => `requests.${row}.other`
  const script = start({
    entries: {
      ...open,
      'requests.?': ['natural', 'other'],
      'requests.?.other': ['granted'],
      [other('received')]: 3,
      [other('carried-in')]: 0,
      [other('granted')]: 3,
      [other('declined-petition')]: 2,
      [key('declined-petition')]: 0,
    },
  })
  script.act({ type: 'document' })
  const { hint, choices } = script.ask()
  expect(hint).toMatchObject({ cases: 2, columns: [key('received'), other('received')] })
  const cells = choices.flatMap(({ label }) => (label.type === 'cell' ? [label.cell] : []))
  expect(cells.slice(0, 2)).toEqual([other('declined-petition'), key('declined-petition')])
  script.tapCell(other('declined-petition'))
  expect(script.ask().suspect).toBe(0)
  script.tap('back')
  script.tapCell(key('declined-petition'))
  expect(script.ask().suspect).toBe(2)
  script.tapCell(key('declined-petition'))
  expect(script.question()).toMatchObject({ type: 'finding', key: expect.stringMatching(/^T301:/) })
  script.tapCell(other('declined-petition'))
  script.tapCell(other('declined-petition'))
  expect(script.ask().findings).toEqual([])
})

test('correcting the figure ends it', () => {
  const script = broken()
  script.tapCell(key('declined-petition'))
  script.say('2')
  expect(script.question()).toEqual({ type: 'done' })
  expect(script.ask().findings).toEqual([])
})

test('correcting another figure wrongly puts nothing new, the same one comes again', () => {
  const script = broken()
  script.tapCell(key('received'))
  script.say('7')
  expect(script.question()).toMatchObject({ type: 'finding', key: expect.stringMatching(/^T301:/) })
  expect(script.ask().finding).toMatchObject({ left: { sum: 7 } })
})

test('it may be left for later, and stays with the findings', () => {
  const script = broken()
  script.tap('leave')
  expect(script.question()).toMatchObject({ type: 'contents', section: null })
  expect(script.ask().findings).toHaveLength(1)
  expect(script.value(key('declined-petition'))).toBe(1)
})

test('no document is made while it stands', () => {
  const script = broken()
  script.act({ type: 'document' })
  expect(script.types()).toEqual(['blocked', 'ask'])
  expect(script.effects()[0]).toMatchObject({ open: [], findings: [{ rule: 'T301' }] })
  expect(script.question()).toMatchObject({ type: 'finding' })
})

test('no document is made while something is open', () => {
  const script = start()
  script.act({ type: 'document' })
  expect(script.types()).toEqual(['blocked', 'ask'])
  expect(script.effects()[0]).toMatchObject({ open: [cell(key('declined-petition'))], findings: [] })
  expect(script.question()).toEqual(cell(key('declined-petition')))
})

test('a full report without findings becomes a document, as often as it is asked for', () => {
  const script = start()
  script.put(cell(key('declined-petition')))
  script.say('2')
  for (let times = 0; times < 2; times += 1) {
    script.tap('document')
    expect(script.types()).toEqual(['document', 'ask'])
    expect(script.question()).toEqual({ type: 'done' })
  }
})

test('a finding that a colleague mended is gone when it is asked again', () => {
  const script = broken()
  script.put(cell(key('declined-petition')), 'bob')
  script.say('2', 'bob')
  script.act({ type: 'resume' }, 'ann')
  expect(script.question('ann')).toMatchObject({ type: 'finding' })
  expect(script.ask().finding).toBeUndefined()
})

test('a stated total that is wrong is found, and the document does not trust it', () => {
  const script = start({ entries: { ...open, [key('declined-petition')]: 2, 'requests.total.natural': 9 } })
  expect(script.ask().findings.map(found => found.rule)).toEqual(['T301', 'T302'])
  expect(script.value('requests.total.natural')).toBe(6)
})

test('a section that becomes full is said to be done, once', () => {
  const script = start()
  script.put(cell(key('declined-petition')))
  script.say('2')
  expect(script.effects()).toContainEqual({ type: 'section-done', section: sectionKey('requests') })
  script.put(cell(key('declined-petition')))
  script.say('3')
  expect(script.types()).not.toContain('section-done')
})

test('blanks are a warning that one tap turns into zeros', () => {
  const script = play(disclosure2021, {
    entries: {
      ...Object.fromEntries(entered(disclosure2021).map(each => [each.key, 0])),
      'disputes.review.upheld': null,
      'disputes.review.other': null,
    },
  })
  const [found] = script.ask().findings
  expect(found).toMatchObject({ rule: 'F07', facts: { count: 2 } })
  if (found) script.put(findingQuestion(found))
  script.tap('zeros')
  expect(script.value('disputes.review.upheld')).toBe(0)
  expect(script.entry('disputes.review.other')).toMatchObject({ value: 0, source: 'typed' })
  expect(script.ask().findings).toEqual([])
})

test('findings that were left for later come in turn', () => {
  const column = (name: string, count: number) => ({
    [`requests.?.${name}`]: [],
    [`requests.received.${name}`]: count,
    [`requests.carried-in.${name}`]: 0,
  })
  const script = play(disclosure2019, {
    entries: {
      'requests.?': ['natural', 'business', 'legal'],
      ...column('natural', 1),
      ...column('business', 3),
      ...column('legal', 2),
      'disclosure.?': [],
      'disputes.?': [],
    },
  })
  for (const text of ['preamble', 'overview', 'problems', 'other'])
    script.act({ type: 'omit', text: textKey(text) })
  const seen: unknown[] = []
  for (let times = 0; times < 6; times += 1) {
    const question = script.question()
    seen.push(question.type === 'finding' ? question.cells[0] : question.type)
    script.act({ type: 'later' })
  }
  expect(seen.slice(3)).toEqual(seen.slice(0, 3))
})
