// The webhook: who is let in, what is acknowledged and when, and what Telegram is told to repeat.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/app/message.ts'
import type { Received } from '../../../src/app/ports/channel.ts'
import { createTelegram, type TelegramOptions } from '../../../src/channels/telegram/telegram.ts'
import { fault } from '../../../src/faults.ts'
import { group, member, message, type Reply, startApiServer, tapped } from './fixtures.ts'

const token = '7000000001:AAtestTESTtestTESTtestTESTtestTEST000'
let reply: (method: string) => Reply | undefined = () => undefined
let server: Awaited<ReturnType<typeof startApiServer>>
beforeAll(async () => {
  server = await startApiServer(({ method }) => reply(method))
})
afterAll(() => server.stop())
beforeEach(() => {
  reply = () => undefined
  server.seen.length = 0
})

const start = (parts: Partial<TelegramOptions> = {}) => {
  const taken: Incoming[] = []
  const order: string[] = []
  const { hooks: routes } = createTelegram({
    token,
    secrets: ['one', 'two'],
    apiRoot: server.apiRoot,
    receive: async incoming => {
      taken.push(incoming)
      order.push('stored')
      return { repeat: false, notice: '已记下' }
    },
    ...parts,
  })
  const post = (body: unknown, secret: string | null = 'one', path = '/telegram') =>
    routes.request(path, {
      method: 'POST',
      headers: secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { post, taken, routes, order }
}
const calls = () => server.seen.map(({ method, body }) => [method, JSON.parse(body.toString('utf8'))])
const answer = { callback_query_id: '4820000000000007', text: '已记下' }

describe('the webhook’s door', () => {
  test.each([null, '', 'on', 'onee', 'ONE', 'one two', 'x'.repeat(5000)])(
    'is shut to the secret %j',
    async secret => {
      const { post, taken } = start()
      const response = await post(message({ text: 'x' }), secret)
      expect([response.status, await response.text()]).toEqual([401, ''])
      expect(taken).toEqual([])
    },
  )

  test('slows wrong secrets, and lets the right one in whatever others tried', async () => {
    let left = 1
    const { post } = start({ wrongSecret: () => (left-- > 0 ? 0 : 1_500) })
    const tries = [await post(message({ text: 'x' }), 'on'), await post(message({ text: 'x' }), 'no')]
    expect(tries.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [401, null],
      [429, '2'],
    ])
    expect((await post(message({ text: 'x' }))).status).toBe(200)
  })

  test('takes both secrets during a rotation', async () => {
    const { post, taken } = start()
    expect([
      (await post(message({ text: 'x' }), 'one')).status,
      (await post(message({ text: 'x' }), 'two')).status,
    ]).toEqual([200, 200])
    expect(taken).toHaveLength(2)
  })

  test('does not open without any secret', () => {
    expect(() => start({ secrets: [] })).toThrow('secret')
    expect(() => start({ secrets: [''] })).toThrow('secret')
  })

  test.each([
    '',
    '{',
    '[]',
    '7',
    'null',
    '"x"',
    '{}',
    '{"update_id":"7"}',
    '{"update_id":1.5}',
    '{"update_id":-1}',
  ])('answers 400 to what is no update: %s', async body => {
    const response = await start().post(body)
    expect([response.status, await response.text()]).toEqual([400, ''])
  })

  test('answers 413 to more than a mebibyte, and only to who knows the secret', async () => {
    const { post } = start()
    const huge = JSON.stringify(message({ text: 'x'.repeat(1024 * 1024) }))
    expect((await post(huge)).status).toBe(413)
    expect((await post(huge, 'wrong')).status).toBe(401)
  })

  test.each([{ update_id: 1 }, { update_id: 1, telepathy: {} }, { update_id: 1, message: { text: 5 } }])(
    'acknowledges and ignores %j',
    async update => {
      const { post, taken } = start()
      expect((await post(update)).status).toBe(200)
      expect(taken).toEqual([])
      expect(server.seen).toEqual([])
    },
  )

  test('has no other method and no other path', async () => {
    const { routes, post } = start()
    expect((await routes.request('/telegram')).status).toBe(404)
    expect((await post(message({ text: 'x' }), 'one', '/telegram/x')).status).toBe(404)
  })
})

describe('an update that could not be stored', () => {
  test('is 503 and comes again when the database is away; a tap is answered only after it is stored', async () => {
    let away = true
    const { post } = start({
      receive: async () => {
        if (away) throw fault('database-unavailable')
        return { repeat: false, notice: '已记下' }
      },
    })
    const response = await post(tapped())
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(server.seen).toEqual([])
    away = false
    expect((await post(tapped())).status).toBe(200)
    expect(calls()).toEqual([['answerCallbackQuery', answer]])
  })

  test.each([fault('row-unreadable'), new Error('x'), 'a word', undefined])(
    'is 500, never 200 and never 410: %s',
    async thrown => {
      const { post } = start({
        receive: async () => {
          throw thrown
        },
      })
      const response = await post(message({ text: 'x' }))
      expect([response.status, await response.text()]).toEqual([500, ''])
    },
  )

  test('is repeated when a block could not be noted', async () => {
    const { post } = start({
      onBlocked: async () => {
        throw fault('database-unavailable')
      },
    })
    expect((await post(member('member', 'kicked'))).status).toBe(503)
  })
})

describe('a tap', () => {
  test('is answered once, after it was stored, however often it is delivered', async () => {
    const { post } = start()
    for (let time = 0; time < 3; time += 1) expect((await post(tapped())).status).toBe(200)
    expect(calls()).toEqual([['answerCallbackQuery', answer]])
  })

  test('is answered on a repeat when another process stored it', async () => {
    const { post } = start({ receive: async () => ({ repeat: true, notice: null }) })
    await post(tapped())
    expect(calls()).toEqual([['answerCallbackQuery', { callback_query_id: answer.callback_query_id }]])
  })

  test.each<Reply>([
    {
      status: 400,
      body: {
        ok: false,
        error_code: 400,
        description: 'Bad Request: query is too old and response timeout expired',
      },
    },
    { status: 429, body: { ok: false, error_code: 429, description: 'x', parameters: { retry_after: 3 } } },
    { status: 502, body: '<html>' },
    'cut',
  ])('stays taken when the answer fails, and the answer is not tried again: %j', async failing => {
    reply = () => failing
    const { post } = start()
    expect((await post(tapped())).status).toBe(200)
    expect((await post(tapped())).status).toBe(200)
    expect(server.seen).toHaveLength(1)
  })

  test('is given at most 200 units', async () => {
    const long: Received = { repeat: false, notice: `x${'🙂'.repeat(150)}` }
    await start({ receive: async () => long }).post(tapped())
    expect(calls()[0]?.[1].text).toBe(`x${'🙂'.repeat(99)}`)
  })

  test('in a group is answered without words and means nothing', async () => {
    const { post, taken } = start()
    await post(tapped({ message: { message_id: 1, chat: group } }))
    expect(calls()).toEqual([['answerCallbackQuery', { callback_query_id: answer.callback_query_id }]])
    expect(taken).toEqual([])
  })
})

describe('what is not said in the private chat', () => {
  const groupNotice = { text: '请在私聊中填报。', button: '去填报' }
  const notice = [
    'sendMessage',
    {
      chat_id: -1009,
      text: groupNotice.text,
      reply_markup: { inline_keyboard: [[{ text: '去填报', url: 'https://t.me/nianbao_bot' }]] },
    },
  ]

  test('a block and a return are told', async () => {
    const told: string[] = []
    const { post } = start({
      onBlocked: async chat => void told.push(`- ${chat}`),
      onUnblocked: async chat => void told.push(`+ ${chat}`),
    })
    await post(member('member', 'kicked'))
    await post(member('kicked', 'member'))
    expect(told).toEqual(['- telegram:10001', '+ telegram:10001'])
  })

  test.each([
    ['when it is added', member('left', 'member', group)],
    ['to a command', message({ chat: group, text: '/start' })],
    ['to a command with its name', message({ chat: group, text: '/help@nianbao_bot' })],
  ])('a group is pointed to the private chat %s', async (_, update) => {
    const { post, taken } = start({ groupNotice, username: 'nianbao_bot' })
    expect((await post(update)).status).toBe(200)
    expect(calls()).toEqual([notice])
    expect(taken).toEqual([])
  })

  test.each([
    ['talk', message({ chat: group, text: '53项' })],
    ['a command to another bot', message({ chat: group, text: '/help@other_bot' })],
  ])('a group’s own affairs are left alone: %s', async (_, update) => {
    await start({ groupNotice, username: 'nianbao_bot' }).post(update)
    expect(server.seen).toEqual([])
  })

  test('the name is asked once, when a group needs it, and a failure is not remembered', async () => {
    let up = false
    reply = method => {
      if (method !== 'getMe') return undefined
      return up
        ? { body: { ok: true, result: { id: 7, username: 'nianbao_bot' } } }
        : { status: 502, body: '' }
    }
    const { post } = start({ groupNotice })
    await post(message({ chat: group, text: '/start' }))
    up = true
    await post(message({ chat: group, text: '/start' }))
    await post(message({ chat: group, text: '/start' }))
    expect(server.seen.map(call => call.method)).toEqual(['getMe', 'getMe', 'sendMessage', 'sendMessage'])
  })

  test('the pictures of one message are one message', async () => {
    const { post, taken } = start()
    for (const id of [1, 2, 3]) {
      await post({ ...message({ message_id: id, photo: [], media_group_id: 'g' }), update_id: id })
    }
    expect(taken).toHaveLength(1)
  })
})
