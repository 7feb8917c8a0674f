// A filler whose report is in a state that takes no answers hears that in words, and nothing of it changes.

import { afterEach, expect, test } from 'vitest'
import { actOnFiling } from '../../../src/app/filing/act-on-filing.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

let desk: Desk
afterEach(() => desk.close())

const lead = (act: 'exempt-filing' | 'readmit-filing') => {
  const { store, parts, filing, clock, environment } = desk
  const ports = { conversations: store, handling: store, registry: store }
  return actOnFiling({ ...ports, ...parts, environment }, { type: 'shell', at: clock.now }, filing, {
    act,
    content: null,
    note: '已并入其他单位。',
  })
}

test('an answer, typed or tapped, is refused by the state and named so, until the state allows it again', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  const question = ann.card()
  expect(await lead('exempt-filing')).toMatchObject({ type: 'done', state: 'exempt' })
  const before = await ann.seat()
  const sentence = '柳荫街道本年度免报，无需填报。有疑问的，请与区府办联系。'
  expect(textOf(await ann.text('3'))).toBe(sentence)
  // A page shows the notice where the figure or the tap was; a refusal would say that the place is lost.
  const told = { repeat: false, notice: sentence }
  expect(await ann.choice(question?.id ?? '', 0)).toEqual(told)
  const cell = { type: 'cell', cell: 'disclosure.regulations.made' as never, text: '3', shown: '' } as const
  expect(await desk.receive(ann.incoming(cell, null))).toEqual(told)
  expect((await ann.seat()).filing.version).toBe(before.filing.version)
  expect(await lead('readmit-filing')).toMatchObject({ type: 'done', state: 'draft' })
  expect(textOf(await ann.text('目录'))).not.toContain('免报')
})
