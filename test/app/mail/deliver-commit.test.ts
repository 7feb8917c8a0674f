// Mail that is committed through delivery itself: sent at once, in order, and once.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Channel, Sent } from '../../../src/app/ports/channel.ts'
import { type Desk, openDesk } from '../desk.ts'
import { commitOf as commitFor, delivering, fakeChannel, statesOf, words } from './mailing.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const deliverWith = (channel: Channel) => delivering(desk, channel)
const commitOf = (text: string, more: Partial<Outgoing> = {}) => commitFor(desk, 'sim:ann', text, more)

test('is sent at once, and only once when the message is repeated', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  const commit = commitOf('一')
  expect(await deliver.commit(commit)).toBe('done')
  await deliver.quiet()
  expect(await deliver.commit(commit)).toBe('repeat')
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一'])
  expect(await statesOf(desk)).toEqual({ 一: 'sent' })
})

test('keeps its order however fast it comes', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith({
    ...channel,
    send: async (...args) => {
      await new Promise(resolve => setTimeout(resolve, 1))
      return channel.send(...args)
    },
  })
  const texts = Array.from({ length: 12 }, (_, at) => `第${at}条`)
  await Promise.all(texts.map(text => deliver.commit(commitOf(text))))
  await deliver.quiet()
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(texts)
  expect(new Set(Object.values(await statesOf(desk)))).toEqual(new Set(['sent']))
})

test('knows the message that it edits, sent a moment before', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  const first = commitOf('一')
  await deliver.commit(first)
  await deliver.commit(commitOf('改', { edits: first.outbox[0]?.id ?? '' }))
  await deliver.quiet()
  await deliver.sweep()
  await deliver.quiet()
  expect(sent.map(each => each.edits)).toEqual([null, 'm1'])
})

test('waits with the channel, and goes out after', async () => {
  const answers: Sent[] = [{ type: 'flood', afterMs: 5_000 }]
  const { channel, sent } = fakeChannel(() => answers.pop() ?? null)
  const deliver = deliverWith(channel)
  await deliver.commit(commitOf('一'))
  await deliver.quiet()
  await deliver.commit(commitOf('二'))
  await deliver.quiet()
  expect(sent).toEqual([])
  desk.clock.now += 5_001
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一', '二'])
})
