// Corners in which an answer was once lost, misplaced or misread: each by its smallest case.

import { expect, test } from 'vitest'
import { commandEvent } from '../../../src/app/conversation/commands.ts'
import { type CellKey, gateKey, sectionKey, textKey } from '../../../src/engine/form.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { cell, gate, play } from '../../engine/play.ts'
import { openDesk, textOf } from '../desk.ts'

const upheld = 'disputes.review.upheld' as CellKey
const entries = { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'pending'] }

test('a text in two messages that are sent at once is one text', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.text('现报告如下：')
  const n = Number(ann.lastNumber())
  await ann.send({ type: 'text', text: '梧桐成荫。' }, `${n + 1}`)
  for (const { outgoing } of await desk.store.lease(ann.ref, desk.clock.now, desk.clock.now + 1_000)) {
    await desk.store.settle(ann.ref, [{ id: outgoing.id, state: 'sent', message: `${n + 3}` }]).stored
  }
  await ann.send({ type: 'text', text: '桂花飘香。' }, `${n + 2}`)
  const { texts } = (await ann.seat()).filing
  await desk.close()
  expect(texts.get(textKey('preamble'))?.length).toBe(1)
  expect(texts.get(textKey('overview'))?.length).toBe(2)
})

test('a message can be edited twice', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.text('采购项目数量')
  await ann.text('53项')
  const number = String(Number(ann.lastNumber()) - 1)
  await ann.edit(number, '35项')
  await ann.edit(number, '36项')
  const { entries: stored } = (await ann.seat()).filing
  await desk.close()
  expect(stored.get('disclosure.procurement.projects' as CellKey)?.value).toBe(36)
})

test('an edit that changes no figure sends no empty message', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.text('采购项目数量')
  await ann.text('53项')
  const mail = await ann.edit(String(Number(ann.lastNumber()) - 1), '53个')
  await desk.close()
  expect(mail.every(each => textOf([each]) !== '')).toBe(true)
})

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

test('editing one message does not hide that a colleague changed the figure on the screen', () => {
  const script = play(disclosure2019, { entries })
  script.put(cell('disputes.review.pending'))
  script.say('1')
  const message = script.lastMessage()
  script.put(cell(upheld))
  script.put(cell(upheld), 'bob')
  script.say('2', 'bob')
  script.edit(message, '5')
  script.say('7', 'ann')
  expect(script.value(upheld)).toBe(2)
})

test('a labelled row at a gate is a row, not a tick', () => {
  const script = play(disclosure2019)
  script.put(gate('disclosure.?'))
  script.say('行政许可 12 0 34')
  expect(script.question()).toMatchObject({ type: 'rows' })
})

test.each(['没有行政许可', '除了行政处罚都没有'])('at a gate %s does not tick what it denies', said => {
  const script = play(disclosure2019)
  script.put(gate('disclosure.?'))
  script.say(said)
  expect(script.question()).not.toMatchObject({ ticked: [said.includes('许可') ? 'licensing' : 'nothing'] })
})

test('a note to a zero behind a closed gate is not lost', () => {
  const script = play(disclosure2019, { entries: { 'disputes.?': [] } })
  script.put({ type: 'note', cell: upheld })
  script.say('含补报')
  expect(script.entry(upheld)?.note).toBe('（含补报）')
})

test.each([
  ['16件（含修订）', '（16件（含修订））'],
  ['（）', null],
])('the note %s prints as %s', (said, note) => {
  const script = play(disclosure2019, { entries: { ...entries, [upheld]: 3 } })
  script.put({ type: 'note', cell: upheld })
  script.say(said)
  expect(script.entry(upheld)?.note).toBe(note)
})

test('two figures are too few for a row of three', () => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['licensing'] } })
  script.put(cell('disclosure.licensing.items-last-year'))
  script.say('12 3')
  expect(script.effects()[0]).toMatchObject({ why: 'too-few-figures' })
})

test('a note in a pasted row is kept', () => {
  const script = play(disclosure2019, { entries: { 'disclosure.?': ['normative-documents'] } })
  script.put(cell('disclosure.normative-documents.made'))
  script.say('22（其中修订16件） 3 5')
  script.tap('confirm')
  expect(script.entry('disclosure.normative-documents.made')?.note).toBe('（其中修订16件）')
})

test('a pasted column without its total does not lose the figure that lands on it', () => {
  const script = play(disclosure2019)
  script.put(cell('requests.other.natural'))
  script.say('2\n5')
  expect(script.question()).not.toMatchObject({ type: 'rows', cells: [['requests.other.natural', 2]] })
})

test('typing yes shows the same ticks as tapping it', () => {
  const script = play(disclosure2019, { entries: { 'requests.received.natural': 3 } })
  script.put(gate('requests.?'))
  script.say('有')
  expect(script.question()).toMatchObject({ ticked: ['natural'] })
})

test('"the rest is 0" at a text is no answer to it', () => {
  const script = play(disclosure2019)
  script.put({ type: 'text', text: textKey('overview') })
  script.act({ type: 'rest', section: sectionKey('overview') })
  expect(script.types()).not.toContain('rest')
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

test.each(['constructor', 'toString', 'hasOwnProperty'])('/%s is a command nobody knows', name => {
  expect(commandEvent(name)).toBeUndefined()
})

test('editing a required text to nothing does not leave it out', () => {
  const script = play(disclosure2019)
  script.put({ type: 'text', text: textKey('overview') })
  script.say('梧桐成荫。')
  script.edit(script.lastMessage(), ' \n')
  expect(script.filing().texts.get(textKey('overview'))?.[0]?.body).not.toBe('')
})

test('a double tap on "later" leaves one question', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  const card = ann.card()
  const later = card?.choices.find(each => each.label === '稍后填')?.number ?? -1
  await ann.choice(card?.id ?? '', later)
  await ann.choice(card?.id ?? '', later)
  const { focus } = await ann.seat()
  await desk.close()
  expect(focus.later).toEqual(['preamble'])
})

test('typing yes takes the rows that are shown', () => {
  const script = play(disclosure2019)
  script.put(gate('disputes.?'))
  script.say('1 0 0 0 1 0 0 0 0 0 0 0 0 0 0')
  script.say('对')
  expect(script.value(upheld)).toBe(1)
})

test('opening a gate as it is open already leaves nothing to undo', () => {
  const script = play(disclosure2019, { entries })
  script.act({ type: 'open', gate: gateKey('disputes.?'), branches: ['review'] })
  expect(script.focus().undo).toEqual([])
})
