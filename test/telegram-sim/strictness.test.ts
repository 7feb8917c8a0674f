// What Telegram refuses, with Telegram's words; and what it accepts although one might not think so.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, send } from './fake-bot.ts'
import { startTelegramSim, type TelegramSim } from './start-telegram-sim.ts'
import type { Fields } from './types.ts'

let sim: TelegramSim

beforeEach(async () => {
  sim = await startTelegramSim()
  sim.user({ id: 1, name: 'Li' }).start()
})

afterEach(() => sim.stop())

const say = (text: string, rest: Fields = {}) => call(sim, 'sendMessage', { chat_id: 1, text, ...rest })
const buttons = (...rows: Fields[][]) => ({ reply_markup: { inline_keyboard: rows } })
const go = (data: string) => buttons([{ text: 'go', callback_data: data }])

describe('keyboards', () => {
  test.each([
    [go('x'.repeat(65)), 'BUTTON_DATA_INVALID'],
    [go('字'.repeat(22)), 'BUTTON_DATA_INVALID'],
    [go(''), 'BUTTON_DATA_INVALID'],
    [
      buttons([{ text: 'a' }]),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [buttons([{ callback_data: 'a' }]), `can't parse inline keyboard button: Can't find field "text"`],
    [
      buttons(...Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }])),
      'reply markup is too long',
    ],
    [{ reply_markup: '[object Object]' }, "can't parse reply keyboard markup JSON object"],
    [
      { reply_markup: { inline_keyboard: [{ text: 'a' }] } },
      'field "inline_keyboard" of the InlineKeyboardMarkup',
    ],
    [
      { reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(65) } },
      'BUTTON_INPUT_PLACEHOLDER',
    ],
  ])('refuses a bad keyboard (case %#)', async (rest, reason) => {
    expect((await say('a', rest)).description).toContain(`Bad Request: ${reason}`)
  })

  test('accepts 64 bytes of data and url, copy and plain buttons', async () => {
    const row = [
      { text: 'a', callback_data: `${'字'.repeat(21)}x` },
      { text: 'b', url: 'https://t.me/x?start=1' },
      { text: 'c', copy_text: { text: 'd' } },
    ]
    expect((await say('a', buttons(row))).ok).toBe(true)
    expect(
      (await say('a', { reply_markup: { keyboard: [['a', { text: 'b' }]], resize_keyboard: true } })).ok,
    ).toBe(true)
    expect(sim.replyKeyboard(1)).toEqual([['a', 'b']])
    await say('a', { reply_markup: { remove_keyboard: true } })
    expect(sim.replyKeyboard(1)).toEqual([])
    sim.assertClean()
  })
})

describe('edits', () => {
  test('refuses an edit that changes nothing and counts live keyboards', async () => {
    const { result } = await say('a', go('x'))
    const edit = (text: string, rest: Fields = {}) =>
      call(sim, 'editMessageText', { chat_id: 1, message_id: result.message_id, text, ...rest })
    expect((await edit('a ', go('x'))).description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
    expect(sim.liveKeyboards(1)).toBe(1)
    expect((await edit('a')).ok).toBe(true)
    expect(sim.liveKeyboards(1)).toBe(0)
    const bare = { chat_id: 1, message_id: result.message_id }
    expect((await call(sim, 'editMessageReplyMarkup', bare)).description).toContain('is not modified')
  })

  test('refuses to edit what is missing, foreign, deleted, or carries a reply keyboard', async () => {
    const edit = (message_id: unknown, rest: Fields = {}) =>
      call(sim, 'editMessageText', { chat_id: 1, message_id, text: 'new', ...rest })
    const own = await say('a')
    const plain = await say('b', { reply_markup: { keyboard: [['k']] } })
    expect((await edit(999)).description).toBe('Bad Request: message to edit not found')
    expect((await edit(1)).description).toBe("Bad Request: message can't be edited")
    expect((await edit(plain.result.message_id)).description).toBe("Bad Request: message can't be edited")
    const keyboard = { reply_markup: { keyboard: [['k']] } }
    expect((await edit(own.result.message_id, keyboard)).description).toBe(
      'Bad Request: inline keyboard expected',
    )
    await call(sim, 'deleteMessage', { chat_id: 1, message_id: own.result.message_id })
    expect((await edit(own.result.message_id)).description).toBe('Bad Request: message to edit not found')
  })

  test('refuses to delete after 48 hours', async () => {
    const { result } = await say('a')
    sim.clock.advance(49 * 3_600_000)
    const answer = await call(sim, 'deleteMessage', { chat_id: 1, message_id: result.message_id })
    expect(answer.description).toBe("Bad Request: message can't be deleted for everyone")
  })
})

describe('taps', () => {
  test('refuses unknown and second answers, and reports a tap without an answer', async () => {
    const user = sim.user({ id: 1 })
    await say('a', go('x'))
    sim.setWebhook('http://127.0.0.1:1/')
    const id = user.tap('go')
    const answer = (callback_query_id: string) => call(sim, 'answerCallbackQuery', { callback_query_id })
    const old = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
    expect((await answer('123')).description).toBe(old)
    expect((await answer(id)).result).toBe(true)
    expect((await answer(id)).description).toBe(old)
    expect(sim.violations).toHaveLength(2)
  })

  test('refuses an answer that comes too late without blaming the bot', async () => {
    await say('a', go('x'))
    const id = sim.user({ id: 1 }).tap('go')
    sim.clock.advance(151_000)
    expect((await call(sim, 'answerCallbackQuery', { callback_query_id: id })).error_code).toBe(400)
    sim.assertClean()
  })

  test('lets old and forged buttons be tapped, and only visible ones by label', async () => {
    const user = sim.user({ id: 1 })
    const { result } = await say('a', go('x'))
    const message_id = Number(result.message_id)
    await call(sim, 'editMessageReplyMarkup', { chat_id: 1, message_id })
    expect(() => user.tap('go')).toThrow(/no button go/)
    user.tapOld(message_id, 'go')
    user.forge('anything', message_id)
    expect(sim.taps().map(({ label }) => label)).toEqual(['go', 'forged anything'])
  })
})

describe('chats', () => {
  test('refuses unknown, unstarted, blocked, deactivated and migrated chats', async () => {
    const to = async (chat_id: unknown) =>
      (await call(sim, 'sendMessage', { chat_id, text: 'a' })).description
    sim.user({ id: 2 })
    expect(await to(undefined)).toBe('Bad Request: chat_id is empty')
    expect(await to(77)).toBe('Bad Request: chat not found')
    expect(await to(2)).toBe("Forbidden: bot can't initiate conversation with a user")
    const user = sim.user({ id: 1 })
    user.block()
    expect(await to(1)).toBe('Forbidden: bot was blocked by the user')
    user.unblock()
    expect(await to('1')).toBe(undefined)
    sim.deactivate(1)
    expect(await to(1)).toBe('Forbidden: user is deactivated')
    const group = sim.group({ id: -5, title: 'G', by: user })
    expect(await to(-5)).toBe(undefined)
    sim.migrate(group, -1005)
    const moved = await call(sim, 'sendMessage', { chat_id: -5, text: 'a' })
    expect(moved).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: -1005 } })
    expect(await to(-1005)).toBe(undefined)
  })

  test('answers 401 to a wrong token and 404 to an unknown method', async () => {
    const wrong = await fetch(`${sim.apiRoot}/bot1:wrong/getMe`)
    expect([wrong.status, ((await wrong.json()) as Fields).error_code]).toEqual([401, 401])
    expect(await call(sim, 'sendGift')).toMatchObject({
      error_code: 404,
      description: 'Not Found: method not found',
    })
    expect((await call(sim, 'GETME')).result.is_bot).toBe(true)
  })

  test('sends 429 with retry_after when the limits are strict', async () => {
    const strict = await startTelegramSim({ strictRates: true })
    strict.user({ id: 1 }).start()
    const once = () => call(strict, 'sendMessage', { chat_id: 1, text: 'a' })
    expect((await once()).ok).toBe(true)
    expect(await once()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } })
    strict.clock.advance(1000)
    expect((await once()).ok).toBe(true)
    strict.assertClean()
    await strict.stop()
  })
})

describe('bodies and files', () => {
  test('reads forms, whose objects must be JSON text', async () => {
    const form = (reply_markup: string) => new URLSearchParams({ chat_id: '1', text: 'a', reply_markup })
    expect(
      (await send(sim, 'sendMessage', form('{"inline_keyboard":[[{"text":"a","url":"https://a.cn"}]]}'))).ok,
    ).toBe(true)
    expect((await send(sim, 'sendMessage', form('[object Object]'))).error_code).toBe(400)
    expect((await send(sim, 'sendMessage', '{', { 'content-type': 'application/json' })).error_code).toBe(400)
  })

  test('stores a document, sends it again by id and hands it out', async () => {
    const body = new FormData()
    body.set('chat_id', '1')
    body.set('caption', '<b>说明</b>')
    body.set('parse_mode', 'HTML')
    body.set('document', new Blob([new Uint8Array([1, 2, 3])]), '报告.docx')
    const { result } = await send(sim, 'sendDocument', body)
    const document = result.document as Fields
    expect(document).toMatchObject({ file_name: '报告.docx', file_size: 3 })
    expect((await call(sim, 'sendDocument', { chat_id: 1, document: document.file_id })).ok).toBe(true)
    const file = await call(sim, 'getFile', { file_id: document.file_id })
    const got = await fetch(`${sim.apiRoot}/file/bot${sim.token}/${file.result.file_path}`)
    expect([...new Uint8Array(await got.arrayBuffer())]).toEqual([1, 2, 3])
    sim.assertClean()
  })

  test('refuses missing, empty and unknown documents and long captions', async () => {
    const doc = async (rest: Fields) => (await call(sim, 'sendDocument', { chat_id: 1, ...rest })).description
    expect(await doc({})).toBe('Bad Request: there is no document in the request')
    expect(await doc({ document: 'nope' })).toBe('Bad Request: wrong file identifier/HTTP URL specified')
    expect(await doc({ document: 'x', caption: 'a'.repeat(1025) })).toBe(
      'Bad Request: message caption is too long',
    )
    const body = new FormData()
    body.set('chat_id', '1')
    body.set('document', new Blob([]), 'a.docx')
    expect((await send(sim, 'sendDocument', body)).description).toBe('Bad Request: file must be non-empty')
  })

  test('checks commands', async () => {
    const set = async (command: string, description: string) =>
      (await call(sim, 'setMyCommands', { commands: [{ command, description }] })).ok
    expect(await set('进度', 'x')).toBe(false)
    expect(await set('status', '')).toBe(false)
    expect(await set('status', '进度')).toBe(true)
    expect((await call(sim, 'getMyCommands')).result).toEqual([{ command: 'status', description: '进度' }])
  })
})

describe('the judge', () => {
  test('lists refused calls without secrets, and lets a test expect one', async () => {
    sim.expectRefusal(/chat not found/)
    await call(sim, 'sendMessage', { chat_id: 5, text: 'a' })
    sim.assertClean()
    await call(sim, 'setWebhook', { url: 'http://example.cn', secret_token: 'very-secret' })
    expect(() => sim.assertClean()).toThrow(/setWebhook → 400 .*HTTPS URL must be provided/)
    expect(sim.violations.join('\n')).not.toContain('very-secret')
  })

  test('reports an expected refusal that never came', () => {
    sim.expectRefusal(/never/)
    expect(() => sim.assertClean()).toThrow(/expected refusal never came/)
  })
})
