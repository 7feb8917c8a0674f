// What a failed call means: try again, give up, another chat. Its words and the token stay out of the log.

import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../src/channels/telegram/failure.ts'
import { createRedactor, redactError, whereOf } from '../../../src/channels/telegram/redact.ts'
import { fault, isFault } from '../../../src/faults.ts'

const token = '7000000001:AAcanaryCANARYcanaryCANARYcanaryCANA'
const redact = createRedactor([token, 'hook-secret-canary'])
const refused = (error_code: number, description: string, parameters?: object) =>
  Object.assign(new Error('x'), { response: { ok: false, error_code, description, parameters } })
const network = Object.assign(new Error(`request to https://api/bot${token}/sendMessage failed`), {
  name: 'FetchError',
  code: 'ECONNRESET',
})
const page = Object.assign(new Error(`invalid json response body at https://api/bot${token}/x`), {
  name: 'FetchError',
  type: 'invalid-json',
})

describe('a failed call', () => {
  test.each([
    [refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 }), { type: 'flood', afterMs: 7000 }],
    [refused(429, 'Too Many Requests'), { type: 'flood', afterMs: 5000 }],
    [refused(403, 'Forbidden: bot was blocked by the user'), { type: 'unreachable' }],
    [refused(403, 'Forbidden: user is deactivated'), { type: 'unreachable' }],
    [refused(403, "Forbidden: bot can't initiate conversation with a user"), { type: 'unreachable' }],
    [refused(403, 'Forbidden: bot was kicked from the group chat'), { type: 'unreachable' }],
    [refused(400, 'Bad Request: chat not found'), { type: 'unreachable' }],
    [refused(400, 'Bad Request: PEER_ID_INVALID'), { type: 'unreachable' }],
    [
      refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1009,
      }),
      { type: 'moved', toChat: -1009 },
    ],
    [refused(401, 'Unauthorized'), { type: 'unauthorized' }],
    [refused(404, 'Not Found'), { type: 'unauthorized' }],
    [refused(400, 'Bad Request: message is too long'), { type: 'refused', code: 400 }],
    [refused(413, 'Request Entity Too Large'), { type: 'refused', code: 413 }],
    [refused(502, 'Bad Gateway'), { type: 'transport', reason: '502' }],
    [refused(500, 'Bad Request: chat not found'), { type: 'transport', reason: '500' }],
    [refused(409, 'Conflict'), { type: 'transport', reason: '409' }],
    [refused(420, 'FLOOD_WAIT'), { type: 'transport', reason: '420' }],
    [network, { type: 'transport', reason: 'FetchError ECONNRESET' }],
    [page, { type: 'transport', reason: 'FetchError invalid-json' }],
    [new TypeError('x'), { type: 'transport', reason: 'TypeError' }],
    [undefined, { type: 'transport', reason: 'unknown' }],
    [{ response: 'a page' }, { type: 'transport', reason: 'unknown' }],
  ])('%s', (error, failure) => {
    expect(failureOf(error, false, redact)).toMatchObject(failure)
  })

  test.each([[new TypeError('aborted')], [Object.assign(new Error('x'), { name: 'AbortError' })]])(
    'is the time limit whenever the signal says so, whatever was thrown: %s',
    error => {
      expect(failureOf(error, true, redact)).toEqual({ type: 'transport', reason: 'time limit' })
    },
  )

  test.each([
    `Bad Request: can't parse entities: unsupported start tag "申请人张三" at byte offset 3`,
    `Bad Request: Inline keyboard button URL 'https://张三' is invalid: Wrong HTTP URL`,
    `Bad Request: 张三 is wrong`,
    `Bad Request: "Zhang San`,
    `Not what ${token} or hook-secret-canary may do`,
  ])('gives a reason without words of people and without secrets: %s', description => {
    const failure = failureOf(refused(400, description), false, redact)
    expect(JSON.stringify(failure)).not.toMatch(/张三|Zhang|canary/i)
    expect(failure).toMatchObject({ reason: expect.stringMatching(/Bad Request|Not what/) })
  })

  test('keeps the words by which an edit is judged', () => {
    for (const words of [
      "message can't be edited",
      'message is not modified: specified new',
      'message to edit not found',
    ]) {
      expect(failureOf(refused(400, `Bad Request: ${words}`), false, redact)).toMatchObject({
        reason: expect.stringContaining(words),
      })
    }
  })
})

describe('the redactor', () => {
  test.each([
    `https://api.telegram.org/bot${token}/sendMessage`,
    `bot${encodeURIComponent(token)}`,
    token.split(':')[1] ?? '',
    'hook-secret-canary',
    'https://api.telegram.org/file/bot123456789:AAotherCANARYotherOTHERother123456/x',
  ])('takes out %s', text => {
    expect(redact(`a ${text} b`)).not.toMatch(/canary/i)
  })

  test('keeps an error’s sort and place, and none of its words', () => {
    const error = redactError(new RangeError(`张三 ${token}`, { cause: token }), redact)
    expect(error.name).toBe('RangeError')
    expect(whereOf(error)).toMatch(/^failure\.test\.ts:\d+$/)
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(
      /张三|canary/i,
    )
    expect(redactError('a word', redact).name).toBe('string')
  })

  test('keeps a fault a fault', () => {
    const error = redactError(fault('database-unavailable', token, new Error(token)), redact)
    expect(isFault(error, 'database-unavailable')).toBe(true)
    expect(`${error.message} ${String(error.cause)}`).not.toMatch(/canary/i)
  })
})
