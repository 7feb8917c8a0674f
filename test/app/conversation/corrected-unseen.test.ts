// A figure that corrects another goes over what its writer saw: never over a colleague's newer one, neither under a finding
// nor by the word 改成.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { cellKey } from '../../../src/engine/form.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

const made = cellKey('disclosure.regulations.made')
let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const figure = async (person: Awaited<ReturnType<Desk['seated']>>) =>
  (await person.seat()).filing.entries.get(made)?.value

test('a figure under a finding is told that a colleague changed the cell, and counts when it is said again', async () => {
  const [ann, bob] = [await desk.seated('ann'), await desk.seated('bob')]
  await ann.text('继续')
  await ann.text('本年制发规章3件')
  const asked = textOf(await ann.text('是'))
  expect(asked).toContain('“规章”填报 3 件')
  await bob.text('继续')
  await bob.text('本年制发规章5件')
  await bob.text('是')
  const told = textOf(await ann.text('4'))
  expect(await figure(ann)).toBe(5)
  expect(told).toContain('5')
  await ann.text('4')
  expect(await figure(ann)).toBe(4)
})

test('改成 changes what its writer entered last only while nobody else has changed it', async () => {
  const [ann, bob] = [await desk.seated('ann'), await desk.seated('bob')]
  await ann.text('继续')
  await ann.text('本年制发规范性文件3件')
  await ann.text('是')
  await bob.text('继续')
  await bob.text('本年制发规范性文件5件')
  await bob.text('是')
  expect(textOf(await ann.text('改成4'))).toContain('规范性文件')
  expect(textOf(await ann.text('改成4'))).toContain('改成4')
  expect((await ann.seat()).filing.entries.get(cellKey('disclosure.normative-documents.made'))?.value).toBe(5)
})
