// Mail on its way out: in order, held back where a channel asks for it, given up where nobody can be reached.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Channel, Sent } from '../../../src/app/ports/channel.ts'
import type { Store } from '../../../src/storage/store.ts'
import { type Desk, openDesk } from '../desk.ts'
import { commitOf, delivering, fakeChannel, posted, statesOf, words } from './mailing.ts'

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

test('a pile in which messages change the ones before them goes out with two sweeps', async () => {
  const { channel, sent } = fakeChannel()
  const deliver = deliverWith(channel)
  let last = await post('sim:ann', '第0句')
  for (let n = 1; n <= 9; n += 1) {
    await post('sim:ann', `改${n}`, { edits: last })
    last = await post('sim:ann', `第${n}句`)
  }
  for (let sweeps = 0; sweeps < 2; sweeps += 1) {
    await deliver.sweep()
    await deliver.quiet()
  }
  expect(sent).toHaveLength(19)
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

describe('when the channel refuses', () => {
  const waiting = (...answers: Sent[]) =>
    fakeChannel(outgoing => (say(outgoing) === '二' ? (answers.shift() ?? null) : null))
  const flood = (afterMs: number): Sent => ({ type: 'flood', afterMs })
  const trouble: Sent = { type: 'trouble', reason: '502' }

  test('a chat, the rest of that chat waits behind, in order, and other chats go on', async () => {
    const { channel, sent } = waiting(flood(5_000))
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

  test('a chat for a day, that chat waits for a day and nobody else', async () => {
    const { channel, sent } = waiting(flood(86_400_000))
    const deliver = deliverWith(channel)
    await post('sim:ann', '二')
    await deliver.sweep()
    await deliver.quiet()
    for (const [at, chat] of ['sim:bob', 'sim:cas', 'sim:dee'].entries()) {
      await deliver.commit(commitOf(desk, chat, `${at}`))
      await deliver.quiet()
    }
    expect(words(sent)).toEqual(['0', '1', '2'])
    desk.clock.now += 86_399_999
    await delivering(desk, channel).sweep()
    await deliver.sweep()
    await deliver.quiet()
    expect(sent).toHaveLength(3)
    desk.clock.now += 1
    await deliver.sweep()
    await deliver.quiet()
    expect(words(sent)).toEqual(['0', '1', '2', '二'])
  })

  test('two chats in a row, all wait for a minute at most, and then one goes first', async () => {
    const { channel, sent, tried } = waiting(flood(600_000), flood(600_000), trouble)
    const deliver = deliverWith(channel)
    const turn = async () => {
      await deliver.sweep()
      await deliver.quiet()
    }
    for (const chat of ['sim:ann', 'sim:bob']) {
      await post(chat, '二')
      await turn()
    }
    await post('sim:cas', '二')
    for (const chat of ['sim:dee', 'sim:eve']) await post(chat, '四')
    await turn()
    expect(tried()).toBe(2)
    desk.clock.now += 59_999
    await turn()
    deliver.wake('sim:dee')
    await deliver.quiet()
    expect(tried()).toBe(2)
    desk.clock.now += 1
    await turn()
    expect([tried(), sent.length]).toEqual([3, 0])
    desk.clock.now += 4_000
    await turn()
    expect(words(sent)).toEqual(['二', '四', '四'])
    expect(desk.logged.map(line => line.split(' ')[0])).toEqual([
      'deliver.trouble',
      'deliver.shut',
      'deliver.trouble',
      'deliver.open',
    ])
  })

  test.each([{ type: 'trouble', reason: '502' } as const, flood(1_000)])(
    'one message for days (%o), it waits for days, and others go on',
    async answer => {
      let isOver = false
      const { channel, sent, tried } = fakeChannel(outgoing =>
        !isOver && say(outgoing) === '二' ? answer : null,
      )
      const deliver = deliverWith(channel)
      await post('sim:ann', '二')
      await post('sim:ann', '三')
      for (let hours = 0; hours < 48; hours += 1) {
        await post('sim:bob', `${hours}`)
        await deliver.sweep()
        await deliver.quiet()
        desk.clock.now += 3_600_000
      }
      expect(tried()).toBe(96)
      expect(sent).toHaveLength(48)
      expect((await states()).二).toBe('queued')
      isOver = true
      await deliver.sweep()
      await deliver.quiet()
      expect(words(sent).slice(-2)).toEqual(['二', '三'])
    },
  )

  test('one message ten thousand times, it is given up with a line of the log, and never for being too early', async () => {
    const answers = [flood(1_000), trouble]
    const { channel, sent } = waiting(...answers)
    const deliver = deliverWith(channel)
    await post('sim:ann', '二')
    await post('sim:ann', '三')
    await desk.sql.batch([{ sql: 'UPDATE outbox SET attempts = 9999' }])
    await deliver.sweep()
    await deliver.quiet()
    expect(await states()).toEqual({ 二: 'queued', 三: 'queued' })
    desk.clock.now += 1_000
    await deliver.sweep()
    await deliver.quiet()
    expect(await states()).toEqual({ 二: 'failed', 三: 'sent' })
    expect(words(sent)).toEqual(['三'])
    expect(desk.logged.join()).toContain('deliver.given-up {"channel":"sim","reason":"502"}')
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

test('a chat that is said to have moved to itself is left alone for a while', async () => {
  const { channel, sent, tried } = fakeChannel((outgoing, nth) =>
    nth < 3 ? { type: 'moved', to: outgoing.to } : null,
  )
  const deliver = deliverWith(channel)
  await post('sim:group', '一')
  for (const calls of [1, 1, 1]) {
    await deliver.sweep()
    await deliver.quiet()
    expect(tried()).toBe(calls)
  }
  desk.clock.now += 1_000
  await deliver.sweep()
  await deliver.quiet()
  expect(tried()).toBe(2)
  desk.clock.now += 2_000
  await deliver.sweep()
  await deliver.quiet()
  expect(words(sent)).toEqual(['一'])
})

test('a document is made on its way out, from the version it was ordered at', async () => {
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  for (const text of ['没有', '没有', '没有', '梧桐成荫。', '写完了', '桂花飘香。', '无', '不写']) {
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

test('mail that waits is counted with its age, and told to the log in one line, if there is any', async () => {
  const { channel } = fakeChannel(() => ({ type: 'trouble', reason: '502' }))
  const deliver = deliverWith(channel)
  await deliver.logBacklog()
  expect(desk.logged).toEqual([])
  await post('sim:ann', '一')
  desk.clock.now += 26 * 3_600_000
  await post('sim:bob', '二')
  await deliver.logBacklog()
  expect(desk.logged).toEqual(['deliver.backlog {"size":2,"seconds":93600}'])
  expect(await deliver.backlog()).toEqual({ size: 2, seconds: 93_600 })
})
