// Corners that a strict reading of the code found: invitations of a seated person, doubled words at a gate, edits
// of pasted rows after a reload.

import { expect, test } from 'vitest'
import { gateKey } from '../../src/engine/form.ts'
import { openDesk } from './desk.ts'

test('"none" sent twice before the next question is on the screen closes one gate, not two', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.tap('不写')
  await ann.text('梧桐成荫，一切如常。')
  await ann.tap('写好了')
  await ann.tap('都没有')
  const n = Number(ann.lastNumber())
  await ann.send({ type: 'text', text: '没有' }, `${n + 1}`)
  await ann.send({ type: 'text', text: '没有' }, `${n + 2}`)
  const { entries } = (await ann.seat()).filing
  await desk.close()
  expect([entries.has(gateKey('requests.?')), entries.has(gateKey('disputes.?'))]).toEqual([true, false])
})
