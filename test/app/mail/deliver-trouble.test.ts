// Mail in trouble of ours: a document that cannot be made, a request that was cancelled while it sent, a clock that was
// set.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Channel, Sent } from '../../../src/app/ports/channel.ts'
import { fault } from '../../../src/faults.ts'
import { createStore, type Store } from '../../../src/storage/store.ts'
import { type Desk, openDesk } from '../desk.ts'
import { commitOf, delivering, fakeChannel, posted, statesOf, words } from './mailing.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const deliverWith = (channel: Channel) => delivering(desk, channel)
const post = (chat: string, text: string, more: Parameters<typeof posted>[3] = {}) =>
  posted(desk, chat, text, more)

describe('a document that cannot be made', () => {
  const order = { filing: 'filing-1', content: 99, format: 'docx', name: '年报' } as const

  test('is told to the person in its place, and the log has the code alone', async () => {
    const { channel, sent } = fakeChannel()
    const deliver = deliverWith(channel)
    await post('sim:ann', '送审稿已生成', { kind: 'file', file: order })
    await post('sim:ann', '二')
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent)).toEqual([desk.words.say('document.failed'), '二'])
    expect(sent.map(({ file }) => file)).toEqual([null, null])
    expect(desk.logged).toEqual(['deliver.document-failed {"fault":1005,"content":99}'])
  })

  test('for want of the database is made later, and nothing overtakes it', async () => {
    const { channel, sent } = fakeChannel()
    let fails = 2
    const snapshot: Store['snapshot'] = async (...args) => {
      if (fails-- > 0) throw fault('database-unavailable', 'test')
      return desk.store.snapshot(...args)
    }
    const deliver = delivering({ ...desk, store: { ...desk.store, snapshot } }, channel)
    await post('sim:ann', '送审稿已生成', { kind: 'file', file: order })
    await post('sim:ann', '二')
    for (const sentBy of [0, 0, 2]) {
      await deliver.sweep()
      await deliver.quiet()
      expect(sent).toHaveLength(sentBy)
      desk.clock.now += 2_000
    }
    expect(words(sent)).toEqual([desk.words.say('document.failed'), '二'])
  })
})

test('a chat whose delivery never came to an end is served again when its time has run out', async () => {
  const { channel, sent } = fakeChannel()
  let hangs = true
  const deliver = deliverWith({
    ...channel,
    send: async (...args) => {
      if (hangs) await new Promise(() => {})
      return channel.send(...args)
    },
  })
  await deliver.commit(commitOf(desk, 'sim:ann', '一'))
  await deliver.commit(commitOf(desk, 'sim:ann', '二'))
  hangs = false
  desk.clock.now += 59_000
  await deliver.sweep()
  expect(deliver.isQuiet('sim:ann')).toBe(false)
  desk.clock.now += 1_001
  expect(deliver.isQuiet('sim:ann')).toBe(true)
  await deliver.quiet()
  expect(sent).toEqual([])
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一', '二'])
})

test('a delivery that comes to an end after another took its place frees nothing of what that one holds', async () => {
  const { channel, sent } = fakeChannel()
  const ends: (() => void)[] = []
  const deliver = deliverWith({
    ...channel,
    send: async (...args) => {
      const taken = await channel.send(...args)
      if (ends.length < 2) await new Promise<void>(resolve => ends.push(resolve))
      return taken
    },
  })
  const begun = async (calls: number) => {
    while (ends.length < calls) await new Promise(resolve => setImmediate(resolve))
  }
  await post('sim:ann', '一')
  await deliver.sweep()
  await begun(1)
  await post('sim:ann', '二')
  desk.clock.now += 60_001
  await deliver.sweep()
  await begun(2)
  ends[0]?.()
  while ((await statesOf(desk)).一 !== 'sent') await new Promise(resolve => setImmediate(resolve))
  const { now } = desk.clock
  expect(await createStore(desk.sql).lease('sim:ann', now, now + 1_000)).toEqual([])
  ends[1]?.()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一', '一', '二'])
})

test('a chat that is served slowly is not taken for dead as long as it goes on', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith({
    ...channel,
    send: async (...args) => {
      desk.clock.now += 50_000
      await deliver.sweep()
      return channel.send(...args)
    },
  })
  const texts = ['一', '二', '三', '四', '五', '六']
  for (const text of texts) await post('sim:ann', text)
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(texts)
})

describe.each([-3_600_000, 3_600_000])('when the clock is set by %d ms', ms => {
  test('a channel rests as long as it must', async () => {
    const answers: Sent[] = [
      { type: 'flood', afterMs: 5_000 },
      { type: 'flood', afterMs: 5_000 },
    ]
    const { channel, sent } = fakeChannel(() => answers.pop() ?? null)
    const deliver = deliverWith(channel)
    for (const chat of ['sim:ann', 'sim:bob']) {
      await post(chat, '一')
      await deliver.sweep()
      await deliver.quiet()
    }
    desk.clock.now += ms
    desk.clock.set += ms
    await post('sim:cas', '二')
    for (const sentBy of [0, 0, 1]) {
      deliver.wake('sim:cas')
      await deliver.quiet()
      expect(words(sent).filter(text => text === '二')).toHaveLength(sentBy)
      desk.clock.now += 2_501
    }
  })

  test('mail that waits for two seconds is sent within seconds, also by another process', async () => {
    const answers: Sent[] = [{ type: 'flood', afterMs: 2_000 }]
    const { channel, sent } = fakeChannel(() => answers.pop() ?? null)
    const deliver = deliverWith(channel)
    await post('sim:ann', '一')
    await deliver.sweep()
    await deliver.quiet()
    await post('sim:bob', '二')
    await desk.store.lease('sim:bob', desk.clock.now, desk.clock.now + 60_000)
    desk.clock.now += ms
    desk.clock.set += ms
    desk.clock.now += 2_000
    const other = deliverWith(channel)
    await other.sweep()
    await other.quiet()
    expect(words(sent).sort()).toEqual(['一', '二'])
  })
})
