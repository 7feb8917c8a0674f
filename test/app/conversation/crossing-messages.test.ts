// Messages that cross with the next question: they answer the one that was on the screen when they were sent.

import { expect, test } from 'vitest'
import { gateKey, textKey } from '../../../src/engine/form.ts'
import { openDesk } from '../desk.ts'

test('a text in two messages that are sent at once is one text', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.text('总体情况')
  await ann.text('现报告如下：')
  const n = Number(ann.lastNumber())
  await ann.send({ type: 'text', text: '梧桐成荫。' }, `${n + 1}`)
  for (const { outgoing } of await desk.store.lease(ann.ref, desk.clock.now, desk.clock.now + 1_000)) {
    await desk.store.settle(ann.ref, [{ id: outgoing.id, state: 'sent', message: `${n + 3}` }]).stored
  }
  await ann.send({ type: 'text', text: '桂花飘香。' }, `${n + 2}`)
  const { texts } = (await ann.seat()).filing
  await desk.close()
  expect(texts.get(textKey('overview'))?.length).toBe(3)
})

test('"none" sent twice before the next question is on the screen closes one gate, not two', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.tap('均无')
  const n = Number(ann.lastNumber())
  await ann.send({ type: 'text', text: '没有' }, `${n + 1}`)
  await ann.send({ type: 'text', text: '没有' }, `${n + 2}`)
  const { entries } = (await ann.seat()).filing
  await desk.close()
  expect([entries.has(gateKey('requests.?')), entries.has(gateKey('disputes.?'))]).toEqual([true, false])
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
  expect(focus.later).toEqual([gateKey('disclosure.?')])
})
