// The facts of signing that reminders are planned from: a report that is with its leader, and a cleared draft that waits.

import { afterEach, expect, test } from 'vitest'
import type { Desk } from '../desk.ts'
import { office, openFilled } from './report.ts'

let desk: Desk
afterEach(() => desk.close())
const facts = async () => {
  const [filing] = await desk.store.filingsToNudge('c', 'Asia/Shanghai', '', 10)
  return { awaitsSignOff: filing?.awaitsSignOff, inSignOff: filing?.inSignOff }
}

test('a report is with its leader from its print to its sign-off or its next change', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  expect(await facts()).toEqual({ awaitsSignOff: false, inSignOff: false })
  await ann.text('送审稿')
  expect(await facts()).toEqual({ awaitsSignOff: false, inSignOff: true })
  await ann.text('目录')
  await ann.tap('总体情况')
  await ann.text('补充一段说明。')
  expect(await facts()).toEqual({ awaitsSignOff: false, inSignOff: false })
})

test('a cleared draft waits for its sign-off, and no longer once it is there', async () => {
  desk = await openFilled('review-first')
  await office(desk, 'submit-filing')
  expect(await facts()).toEqual({ awaitsSignOff: false, inSignOff: false })
  await office(desk, 'clear-filing')
  expect(await facts()).toEqual({ awaitsSignOff: true, inSignOff: false })
  const signOff = { who: '周明', capacity: 'head', way: 'oa', signedOn: '2026-01-12' } as const
  await office(desk, 'sign-filing', { signOff: { ...signOff, number: null, isUnderAuthority: false } })
  expect(await facts()).toEqual({ awaitsSignOff: false, inSignOff: false })
})
