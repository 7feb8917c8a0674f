// Faults on order, seen through Telegraf as the bot sees them, and through a plain call.

import { Telegraf, TelegramError } from 'telegraf'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call } from './fake-bot.ts'
import { startTelegramSim, type TelegramSim } from './start-telegram-sim.ts'

let sim: TelegramSim
let telegraf: Telegraf

beforeEach(async () => {
  sim = await startTelegramSim()
  telegraf = new Telegraf(sim.token, { telegram: { apiRoot: sim.apiRoot, webhookReply: false } })
  sim.user({ id: 1 }).start()
})

afterEach(() => sim.stop())

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('Telegraf against the simulator', () => {
  test('sends, edits and answers', async () => {
    const markup = { inline_keyboard: [[{ text: 'go', callback_data: 'x' }]] }
    const message = await telegraf.telegram.sendMessage(1, '你好', { reply_markup: markup })
    expect(message).toMatchObject({ text: '你好', chat: { id: 1, type: 'private' }, reply_markup: markup })
    const id = sim.user({ id: 1 }).tap('go')
    expect(await telegraf.telegram.answerCbQuery(id, '好')).toBe(true)
    await telegraf.telegram.editMessageText(1, message.message_id, undefined, '再见')
    expect(sim.user({ id: 1 }).last().text).toBe('再见')
    expect((await telegraf.telegram.getMe()).username).toBe('nianbao_bot')
    sim.assertClean()
  })

  test('uploads a Buffer as multipart and resends it by id', async () => {
    const source = Buffer.from('docx bytes')
    const sent = await telegraf.telegram.sendDocument(
      1,
      { source, filename: '年度报告（送审稿）.docx' },
      { caption: '说明' },
    )
    expect(sent.document).toMatchObject({ file_name: '年度报告（送审稿）.docx', file_size: 10 })
    await telegraf.telegram.sendDocument(1, sent.document.file_id)
    const link = await telegraf.telegram.getFileLink(sent.document.file_id)
    expect(await (await fetch(link)).text()).toBe('docx bytes')
    sim.assertClean()
  })

  test('sees that reply_parameters are lost in multipart and that a Uint8Array sends nothing', async () => {
    const first = await telegraf.telegram.sendMessage(1, 'a')
    const extra = { reply_parameters: { message_id: first.message_id } }
    const lost = await telegraf.telegram.sendDocument(1, { source: Buffer.from('x'), filename: 'a' }, extra)
    expect(lost).not.toHaveProperty('reply_to_message')
    const source = new Uint8Array([1]) as Buffer
    await failure(telegraf.telegram.sendDocument(1, { source, filename: 'a' }))
    expect(() => sim.assertClean()).toThrow(/there is no document in the request/)
  })

  test('meets 429 with retry_after, 403 and 500 as errors with their codes', async () => {
    sim.fail({ method: 'sendMessage', with: { status: 429, retry_after: 7 } })
    sim.fail({ chat: 1, with: 403 })
    sim.fail({ with: 500 })
    const sent = () => failure(telegraf.telegram.sendMessage(1, 'a'))
    expect(await sent()).toMatchObject({ code: 429, parameters: { retry_after: 7 } })
    expect(await sent()).toMatchObject({ code: 403, description: 'Forbidden: bot was blocked by the user' })
    const error = await sent()
    expect(error).toBeInstanceOf(TelegramError)
    expect(error).toMatchObject({ code: 500 })
    expect(await sent()).toBe(undefined)
    sim.assertClean()
  })

  test("meets a proxy's page, which puts the token into the error", async () => {
    sim.fail({ with: { page: 403 } })
    expect(String(await failure(telegraf.telegram.sendMessage(1, 'a')))).toContain(sim.token)
    sim.fail({ with: 502 })
    expect(await failure(telegraf.telegram.sendMessage(1, 'a'))).toMatchObject({ code: 502 })
  })

  test('meets silence until it gives up', async () => {
    sim.fail({ with: 'timeout' })
    // Telegraf's types want the signal of a package; the platform's own works.
    const signal = AbortSignal.timeout(50) as never
    const payload = { chat_id: 1, text: 'a' }
    expect(await failure(telegraf.telegram.callApi('sendMessage', payload, { signal }))).toMatchObject({
      name: 'AbortError',
    })
    await sim.settle()
    expect(sim.user({ id: 1 }).received()).toHaveLength(0)
  })

  test('meets a lost answer: the message is there all the same', async () => {
    const order = sim.fail({ method: 'sendMessage', times: 2, with: 'drop' })
    expect(await failure(telegraf.telegram.sendMessage(1, 'a'))).toBeInstanceOf(Error)
    expect(sim.user({ id: 1 }).received()).toHaveLength(1)
    expect(order.left).toBe(1)
    order.cancel()
    sim.fail({ with: 'cut' })
    expect(await failure(telegraf.telegram.sendMessage(1, 'b'))).toBeInstanceOf(Error)
    expect(sim.user({ id: 1 }).received()).toHaveLength(1)
  })

  test('counts an answer to a tap that met a fault as given', async () => {
    await call(sim, 'sendMessage', {
      chat_id: 1,
      text: 'a',
      reply_markup: { inline_keyboard: [[{ text: 'go', callback_data: 'x' }]] },
    })
    const id = sim.user({ id: 1 }).tap('go')
    for (const tap of sim.taps()) tap.acknowledged = true
    expect(() => sim.assertClean()).toThrow(/tap on \[go\] of user 1 was never answered/)
    sim.assertClean({ unansweredTaps: 'allow' })
    sim.fail({ method: 'answerCallbackQuery', with: 500 })
    await failure(telegraf.telegram.answerCbQuery(id))
    sim.assertClean()
  })
})
