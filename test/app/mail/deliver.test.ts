// Mail on its way out: in order, held back where a channel asks for it, given up where nobody can be reached.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Channel, Sent } from '../../../src/app/ports/channel.ts'
import type { Store } from '../../../src/storage/store.ts'
import { type Desk, openDesk } from '../desk.ts'
import { delivering, fakeChannel, posted, statesOf, words } from './mailing.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const deliverWith = (channel: Channel) => delivering(desk, channel)
const post = (chat: string, text: string, more: Partial<Outgoing> = {}) => posted(desk, chat, text, more)
const states = () => statesOf(desk)
const say = (outgoing: Outgoing) => outgoing.lines[0]?.text ?? ''

test('messages of a chat are sent in their order, once', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  for (const text of ['一', '二', '三']) await post('sim:ann', text)
  deliver.wake('sim:ann')
  deliver.wake('sim:ann')
  await deliver.quiet()
  expect(words(sent)).toEqual(['一', '二', '三'])
  deliver.wake('sim:ann')
  await deliver.quiet()
  expect(sent).toHaveLength(3)
})

test('what is posted while a chat is being served is sent too', async () => {
  let more: Promise<string> | null = null
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith({
    ...channel,
    send: async (...args) => {
      if (!more) {
        more = post('sim:ann', '二')
        await more
        deliver.wake('sim:ann')
      }
      return channel.send(...args)
    },
  })
  await post('sim:ann', '一')
  deliver.wake('sim:ann')
  await deliver.quiet('sim:ann')
  expect(words(sent)).toEqual(['一', '二'])
})

test('an edit is sent with the channel’s name of the message that it changes', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  const first = await post('sim:ann', '一')
  deliver.wake('sim:ann')
  await deliver.quiet()
  await post('sim:ann', '改', { edits: first })
  deliver.wake('sim:ann')
  await deliver.quiet()
  expect(sent.map(each => each.edits)).toEqual([null, 'm1'])
})

test('a sweep finds every chat with mail, and nothing when there is none', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  await post('sim:ann', '一')
  await post('sim:bob', '二')
  await post('other:eve', '三')
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent).sort()).toEqual(['一', '二'])
  await deliver.sweep()
  await deliver.quiet()
  expect(sent).toHaveLength(2)
})

describe('when the channel is asked to wait', () => {
  const waiting = (scope: 'chat' | 'channel') => {
    const answers: Sent[] = [{ type: 'retry', afterMs: 5_000, scope }]
    return fakeChannel(outgoing => (say(outgoing) === '二' ? (answers.pop() ?? null) : null))
  }

  test('for a chat, the rest of that chat waits behind, in order', async () => {
    const { channel, sent } = waiting('chat')
    const deliver = deliverWith(channel)
    for (const text of ['一', '二', '三']) await post('sim:ann', text)
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent)).toEqual(['一'])
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent)).toEqual(['一'])
    await post('sim:bob', '四')
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent)).toEqual(['一', '四'])
    desk.clock.now += 5_000
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent)).toEqual(['一', '四', '二', '三'])
  })

  test('for the whole channel, the other chats wait too', async () => {
    const { channel, sent } = waiting('channel')
    const deliver = deliverWith(channel)
    await post('sim:ann', '二')
    deliver.wake('sim:ann')
    await deliver.quiet()
    await post('sim:bob', '四')
    await deliver.sweep()
    deliver.wake('sim:bob')
    await deliver.quiet()
    expect(sent).toEqual([])
    desk.clock.now += 5_001
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent).sort()).toEqual(['二', '四'])
  })

  test('again and again, it is given up after forty times and the next one goes on', async () => {
    const { channel, sent, tried } = fakeChannel(outgoing =>
      say(outgoing) === '二' ? { type: 'retry', afterMs: 1_000, scope: 'chat' } : null,
    )
    const deliver = deliverWith(channel)
    await post('sim:ann', '二')
    await post('sim:ann', '三')
    for (let round = 0; round < 45; round += 1) {
      await deliver.sweep()
      await deliver.quiet()
      desk.clock.now += 1_000
    }
    expect(tried()).toBe(41)
    expect(words(sent)).toEqual(['三'])
    expect(await states()).toEqual({ 二: 'failed', 三: 'sent' })
  })
})

test('a chat that cannot be reached is written to no more, and others are', async () => {
  const { channel, sent, tried } = fakeChannel(outgoing =>
    outgoing.to === 'sim:ann' ? { type: 'unreachable' } : null,
  )
  const deliver = deliverWith(channel)
  for (const text of ['一', '二']) await post('sim:ann', text)
  await post('sim:bob', '三')
  await deliver.sweep()
  await deliver.quiet()
  await post('sim:ann', '四')
  await deliver.sweep()
  await deliver.quiet()
  expect(tried()).toBe(2)
  expect(words(sent)).toEqual(['三'])
  expect(desk.logged).toEqual([expect.stringContaining('deliver.unreachable')])
})

test('a stranger who blocked the bot and writes again is answered again', async () => {
  let blocks = true
  const { channel, sent } = fakeChannel(() => (blocks ? { type: 'unreachable' } : null))
  const deliver = deliverWith(channel)
  const receive = createReceive({ ...desk.parts, deliver })
  const stranger = desk.person('ann')
  await receive(stranger.incoming({ type: 'text', text: '你好' }, '1'))
  await deliver.quiet()
  blocks = false
  await receive(stranger.incoming({ type: 'text', text: '在吗' }, '2'))
  await deliver.quiet()
  expect(words(sent)).toEqual([desk.words.say('stranger', { reports: desk.words.reports })])
})

test('a message that is refused is given up alone, and the log has its reason without its words', async () => {
  const { channel, sent } = fakeChannel(outgoing =>
    say(outgoing) === '二' ? { type: 'refused', reason: 'too-long' } : null,
  )
  const deliver = deliverWith(channel)
  for (const text of ['一', '二', '三']) await post('sim:ann', text)
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一', '三'])
  expect(await states()).toEqual({ 一: 'sent', 二: 'failed', 三: 'sent' })
  expect(desk.logged).toEqual([expect.stringMatching(/^deliver\.refused .*too-long/)])
  expect(desk.logged.join()).not.toContain('二')
})

test('a chat that moved takes its mail along', async () => {
  const { channel, sent } = fakeChannel(outgoing =>
    outgoing.to === 'sim:group' ? { type: 'moved', to: 'sim:supergroup' } : null,
  )
  const deliver = deliverWith(channel)
  for (const text of ['一', '二']) await post('sim:group', text)
  await deliver.sweep()
  await deliver.quiet()
  await deliver.sweep()
  await deliver.quiet()
  expect(sent.map(({ outgoing }) => [outgoing.to, say(outgoing)])).toEqual([
    ['sim:supergroup', '一'],
    ['sim:supergroup', '二'],
  ])
})

test('a document is made on its way out, from the version it was ordered at', async () => {
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  for (const text of ['没有', '没有', '没有', '梧桐成荫。', '写好了', '桂花飘香。', '无', '不写']) {
    await ann.text(text)
  }
  const id = ann.card()?.choices.find(each => each.label === '生成送审稿')?.number ?? -1
  await ann.choice(ann.card()?.id ?? '', id)
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  deliver.wake(ann.ref)
  await deliver.quiet()
  expect(sent.map(({ outgoing, file }) => [outgoing.kind, file])).toEqual([
    ['file', expect.stringMatching(/^柳荫街道2020年度.+（送审稿）\.docx$/)],
    ['ask', null],
    ['close', null],
  ])
})

test('a store that fails while mail is delivered is logged, and the mail goes out later', async () => {
  const { channel, sent } = fakeChannel()
  let fails = 1
  const lease: Store['lease'] = async (...args) => {
    if (fails-- > 0) throw new Error('机密')
    return desk.store.lease(...args)
  }
  const deliver = delivering({ ...desk, store: { ...desk.store, lease } }, channel)
  await post('sim:ann', '一')
  deliver.wake('sim:ann')
  await deliver.quiet()
  expect(desk.logged).toEqual([expect.stringContaining('deliver.failed')])
  expect(desk.logged.join()).not.toContain('机密')
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一'])
})

test('a chat that somebody else holds is left alone until their time runs out', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  await deliver.sweep()
  await post('sim:ann', '一')
  await desk.store.lease('sim:ann', desk.clock.now, desk.clock.now + 60_000)
  await deliver.sweep()
  deliver.wake('sim:ann')
  await deliver.quiet()
  expect(sent).toEqual([])
  desk.clock.now += 60_001
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一'])
})
