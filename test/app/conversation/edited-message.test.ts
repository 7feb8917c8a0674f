// A message that is edited: what it set is set anew, as often as it is edited.

import { expect, test } from 'vitest'
import type { CellKey } from '../../../src/engine/form.ts'
import { openDesk, textOf } from '../desk.ts'

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

test('an edit that changes no figure is told that nothing has changed', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.text('采购项目数量')
  await ann.text('53项')
  const mail = await ann.edit(String(Number(ann.lastNumber()) - 1), '53个')
  await desk.close()
  expect(mail.map(each => textOf([each]))).toEqual(['✓ 政府集中采购 · 采购项目数量 53，没有变化。'])
})
