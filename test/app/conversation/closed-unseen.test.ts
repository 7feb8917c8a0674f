// The word 其余没有 closes what is not ticked and clears what stands behind it: a colleague's figures there are seen first.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { cellKey } from '../../../src/engine/form.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

test('no word closes what a colleague opened and filled in meanwhile', async () => {
  const [ann, bob] = [await desk.seated('ann'), await desk.seated('bob')]
  await ann.text('继续')
  await ann.tap('政府集中采购')
  await bob.text('继续')
  await bob.text('本年制发规范性文件3件')
  await bob.text('是')
  const told = textOf(await ann.text('其余没有'))
  const { entries } = (await ann.seat()).filing
  expect(entries.get(cellKey('disclosure.normative-documents.made'))?.value).toBe(3)
  expect(told).toContain('规范性文件')
})
