// Sending: what comes of each answer of the Bot API, and how long the next message waits.

import { describe, expect, test } from 'vitest'
import type { Answer, Api } from '../../../src/channels/telegram/api.ts'
import type { Failure } from '../../../src/channels/telegram/failure.ts'
import { createPace } from '../../../src/channels/telegram/pace.ts'
import { createSend } from '../../../src/channels/telegram/send.ts'
import { choices, line, outgoing } from './fixtures.ts'

type Script = readonly (Failure | number)[]

/** An API that answers in order: a message id, or a failure; then 1. */
const scripted = (script: Script) => {
  const calls: { method: string; payload: object }[] = []
  const left = [...script]
  const api = (async (method: string, payload: object): Promise<Answer<unknown>> => {
    calls.push({ method, payload })
    const next = left.shift() ?? 1
    return typeof next === 'number'
      ? { ok: true, result: { message_id: next } }
      : { ok: false, failure: next }
  }) as Api
  const logged: string[] = []
  const send = createSend({ api, now: () => 0, log: event => logged.push(event) })
  return { send, calls, logged, methods: () => calls.map(call => call.method) }
}
const refused = (reason: string): Failure => ({
  type: 'refused',
  code: 400,
  reason: `Bad Request: ${reason}`,
})
const down: Failure = { type: 'transport', reason: '502' }
const card = outgoing({ kind: 'ask', lines: [line('有吗？')], choices: choices(['有', '没有']) })
const long = outgoing({ lines: [line(`${'甲'.repeat(4096)}${'乙'.repeat(4096)}丙`)] })

describe('sending a message', () => {
  test.each<[string, Script, object]>([
    ['sent', [41], { type: 'sent', message: '41' }],
    ['blocked', [{ type: 'unreachable', reason: '' }], { type: 'unreachable' }],
    ['moved', [{ type: 'moved', toChat: -1009 }], { type: 'moved', to: 'telegram:-1009' }],
    [
      'refused',
      [refused('message is too long')],
      { type: 'refused', reason: '400 Bad Request: message is too long' },
    ],
    ['flooded', [{ type: 'flood', afterMs: 7000 }], { type: 'retry', afterMs: 7000, scope: 'channel' }],
    ['no answer', [down], { type: 'retry', afterMs: 1000, scope: 'chat' }],
    [
      'a bad token',
      [{ type: 'unauthorized', reason: '' }],
      { type: 'retry', afterMs: 60_000, scope: 'channel' },
    ],
  ])('%s', async (_, script, sent) => {
    expect(await scripted(script).send(outgoing(), null, null)).toEqual(sent)
  })

  test('waits longer each time there is no answer, up to a minute', async () => {
    const { send } = scripted(Array.from({ length: 9 }, () => down))
    const waits: number[] = []
    for (let time = 0; time < 9; time += 1) {
      const sent = await send(outgoing(), null, null)
      if (sent.type === 'retry') waits.push(sent.afterMs)
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })

  test('takes one message without an answer for that chat’s trouble, two in a row for everybody’s', async () => {
    const { send } = scripted([down, down, down, 9, down])
    expect(await send(outgoing({ id: 'a' }), null, null)).toMatchObject({ scope: 'chat' })
    expect(await send(outgoing({ id: 'a' }), null, null)).toMatchObject({ scope: 'chat' })
    expect(await send(outgoing({ id: 'b' }), null, null)).toMatchObject({ scope: 'channel' })
    expect(await send(outgoing({ id: 'b' }), null, null)).toMatchObject({ type: 'sent' })
    expect(await send(outgoing({ id: 'c' }), null, null)).toMatchObject({ scope: 'chat' })
  })

  test('goes on with the piece that failed, not with the first', async () => {
    const { send, calls } = scripted([11, { type: 'flood', afterMs: 1000 }, 12, 13])
    expect(await send(long, null, null)).toMatchObject({ type: 'retry' })
    expect(await send(long, null, null)).toEqual({ type: 'sent', message: '13' })
    expect(calls).toHaveLength(4)
    expect(new Set(calls.map(call => JSON.stringify(call.payload))).size).toBe(3)
  })
})

describe('editing a message', () => {
  test.each([
    'message to edit not found',
    "message can't be edited",
    'there is no text in the message to edit',
    'MESSAGE_ID_INVALID',
  ])('sends it anew when Telegram says: %s', async reason => {
    const { send, methods } = scripted([refused(reason), 42])
    expect(await send(card, '40', null)).toEqual({ type: 'sent', message: '42' })
    expect(methods()).toEqual(['editMessageText', 'sendMessage'])
  })

  test('still sends it anew when that had to wait', async () => {
    const { send, methods } = scripted([refused('message to edit not found'), down, 42])
    expect(await send(card, '40', null)).toMatchObject({ type: 'retry' })
    expect(await send(card, '40', null)).toEqual({ type: 'sent', message: '42' })
    expect(methods()).toEqual(['editMessageText', 'sendMessage', 'sendMessage'])
  })

  test('is done when nothing changes', async () => {
    const { send } = scripted([refused('message is not modified: specified new message content')])
    expect(await send(card, '40', null)).toEqual({ type: 'sent', message: '40' })
  })

  test('keeps its id when Telegram answers true', async () => {
    expect(await scripted([40]).send(card, '40', null)).toEqual({ type: 'sent', message: '40' })
  })

  test.each(['message is not modified', 'message to edit not found', "message can't be edited"])(
    'closing is done when there is nothing to close: %s',
    async reason => {
      const { send, methods, logged } = scripted([refused(reason)])
      expect(await send(outgoing({ kind: 'close' }), '40', null)).toEqual({ type: 'sent', message: '40' })
      expect(methods()).toEqual(['editMessageReplyMarkup'])
      expect(logged).toEqual([])
    },
  )

  test('closing what was never sent is done without a call', async () => {
    const { send, calls } = scripted([])
    expect(await send(outgoing({ kind: 'close' }), null, null)).toEqual({ type: 'sent', message: null })
    expect(calls).toEqual([])
  })

  test('a courtesy that fails does not stop the document', async () => {
    const { send, methods } = scripted([down, 50])
    const file = { name: 'a.docx', mime: '', body: new Uint8Array([1]) }
    expect(await send(outgoing({ kind: 'file' }), null, file)).toEqual({ type: 'sent', message: '50' })
    expect(methods()).toEqual(['sendChatAction', 'sendDocument'])
  })
})

describe('the reach of a 429', () => {
  test('is the chat’s when we wrote to it within the second and to few others', () => {
    let now = 0
    const pace = createPace(() => now)
    expect(pace.flooded(1)).toBe('channel')
    pace.sent(1)
    expect(pace.flooded(1)).toBe('chat')
    expect(pace.flooded(2)).toBe('channel')
    for (let chat = 10; chat < 30; chat += 1) pace.sent(chat)
    expect(pace.flooded(1)).toBe('channel')
    now = 1000
    expect(pace.flooded(1)).toBe('channel')
  })

  test('is the chat’s up to fourteen sends within the second, and counts no older ones', () => {
    let now = 0
    const pace = createPace(() => now)
    for (let chat = 100; chat < 140; chat += 1) pace.sent(chat)
    now = 1000
    for (let chat = 1; chat <= 14; chat += 1) pace.sent(chat)
    expect([pace.flooded(1), pace.flooded(14), pace.flooded(139)]).toEqual(['chat', 'chat', 'channel'])
    pace.sent(1)
    expect(pace.flooded(1)).toBe('channel')
  })

  test('is always a group’s own', () => {
    expect(createPace(() => 0).flooded(-1009)).toBe('chat')
  })
})
