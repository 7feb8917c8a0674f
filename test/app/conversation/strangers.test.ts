// Strangers who write too often are heard and not answered, and nobody else notices.

import { afterEach, expect, test } from 'vitest'
import { strangerLimit } from '../../../src/app/limits.ts'
import type { Incoming } from '../../../src/app/message.ts'
import { type Desk, openDesk } from '../desk.ts'

let desk: Desk
afterEach(() => desk.close())

let sent = 0
const from = (account: string, input: Incoming['input'] = { type: 'text', text: '您好' }): Incoming => {
  sent += 1
  return {
    ...{
      id: `${sent}`,
      channel: 'telegram',
      chat: account,
      person: account,
      name: '周',
      at: 1,
      message: `${sent}`,
    },
    input,
  }
}
const guess = (n: number): Incoming['input'] => ({
  type: 'command',
  name: 'start',
  argument: `${n}`.padStart(24, 'x'),
})

test.each([
  ['words', () => from('telegram:900')],
  ['codes that open nothing', () => from('telegram:900', guess(sent))],
])('of many %s only so many are answered and stored', async (_, next) => {
  desk = await openDesk()
  const before = await desk.count('outbox')
  for (let n = 0; n < 3 * strangerLimit.each.capacity; n += 1)
    expect(await desk.receive(next())).toMatchObject({ isRefused: true })
  expect((await desk.count('outbox')) - before).toBe(strangerLimit.each.capacity)
  expect(await desk.receive(from('telegram:901'))).toMatchObject({ isRefused: true })
  expect((await desk.count('outbox')) - before).toBe(strangerLimit.each.capacity + 1)
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  expect(await ann.seat()).not.toBeNull()
})
