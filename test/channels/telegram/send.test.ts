// Sending: what comes of each answer of the Bot API.

import { describe, expect, test } from 'vitest'
import type { Answer, Api } from '../../../src/channels/telegram/api.ts'
import type { Failure } from '../../../src/channels/telegram/failure.ts'
import { createSend } from '../../../src/channels/telegram/send.ts'
import { always, choices, line, outgoing } from './fixtures.ts'

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
  return { send: createSend(api), calls, methods: () => calls.map(call => call.method) }
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
    ['flooded', [{ type: 'flood', afterMs: 7000 }], { type: 'flood', afterMs: 7000 }],
    ['no answer', [down], { type: 'trouble', reason: '502' }],
    [
      'a bad token',
      [{ type: 'unauthorized', reason: 'Unauthorized' }],
      { type: 'trouble', reason: 'Unauthorized' },
    ],
  ])('%s', async (_, script, sent) => {
    expect(await scripted(script).send(outgoing(), null, null, always)).toEqual(sent)
  })

  test('asks for its turn before each call, and makes none without', async () => {
    const { send, calls } = scripted([11, 12, 13])
    const turns = [true, false, true, true]
    const askTurn = async () => {
      expect(calls).toHaveLength(turns.length > 2 ? 4 - turns.length : 3 - turns.length)
      return turns.shift() ?? false
    }
    expect(await send(long, null, null, askTurn)).toEqual({ type: 'stopped' })
    expect(calls).toHaveLength(1)
    expect(await send(long, null, null, askTurn)).toEqual({ type: 'sent', message: '13' })
    expect(calls).toHaveLength(3)
  })

  test('goes on with the piece that failed, not with the first', async () => {
    const { send, calls } = scripted([11, { type: 'flood', afterMs: 1000 }, 12, 13])
    expect(await send(long, null, null, always)).toMatchObject({ type: 'flood' })
    expect(await send(long, null, null, always)).toEqual({ type: 'sent', message: '13' })
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
    expect(await send(card, '40', null, always)).toEqual({ type: 'sent', message: '42' })
    expect(methods()).toEqual(['editMessageText', 'sendMessage'])
  })

  test('still sends it anew when that had to wait', async () => {
    const { send, methods } = scripted([refused('message to edit not found'), down, 42])
    expect(await send(card, '40', null, always)).toMatchObject({ type: 'trouble' })
    expect(await send(card, '40', null, always)).toEqual({ type: 'sent', message: '42' })
    expect(methods()).toEqual(['editMessageText', 'sendMessage', 'sendMessage'])
  })

  test('is done when nothing changes', async () => {
    const { send } = scripted([refused('message is not modified: specified new message content')])
    expect(await send(card, '40', null, always)).toEqual({ type: 'sent', message: '40' })
  })

  test('keeps its id when Telegram answers true', async () => {
    expect(await scripted([40]).send(card, '40', null, always)).toEqual({ type: 'sent', message: '40' })
  })

  test.each(['message is not modified', 'message to edit not found', "message can't be edited"])(
    'closing is done when there is nothing to close: %s',
    async reason => {
      const { send, methods } = scripted([refused(reason)])
      expect(await send(outgoing({ kind: 'close' }), '40', null, always)).toEqual({
        type: 'sent',
        message: '40',
      })
      expect(methods()).toEqual(['editMessageReplyMarkup'])
    },
  )

  test('closing what was never sent is done without a call', async () => {
    const { send, calls } = scripted([])
    expect(await send(outgoing({ kind: 'close' }), null, null, always)).toEqual({
      type: 'sent',
      message: null,
    })
    expect(calls).toEqual([])
  })

  test('a courtesy that fails does not stop the document', async () => {
    const { send, methods } = scripted([down, 50])
    const file = { name: 'a.docx', mime: '', body: new Uint8Array([1]) }
    expect(await send(outgoing({ kind: 'file' }), null, file, always)).toEqual({
      type: 'sent',
      message: '50',
    })
    expect(methods()).toEqual(['sendChatAction', 'sendDocument'])
  })
})
