// End to end: what the channel sends, as it stands in a person's client.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TelegramSim } from '../../telegram-sim/start-telegram-sim.ts'
import { choices, line, navigation } from './fixtures.ts'
import { card, fresh, idOf, startNotingBot } from './noting-bot.ts'

let bot: Awaited<ReturnType<typeof startNotingBot>>
let sim: TelegramSim
beforeEach(async () => {
  bot = await startNotingBot()
  sim = bot.sim
})
afterEach(() => bot.stop())

describe('what is sent', () => {
  test('an edit changes the card in place, closing takes its buttons, and a typed question brings the navigation', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    await sim.settle()
    const message = idOf(await bot.send(card('有吗？', ['有', '没有'])))
    const changed = card('哪几项？', ['✓ 行政许可', '行政处罚'])
    expect(await bot.send(changed, message)).toEqual({ type: 'sent', message })
    sim.expectRefusal(/message is not modified/)
    expect(await bot.send(changed, message)).toEqual({ type: 'sent', message })
    expect(wang.received()).toHaveLength(1)
    expect(sim.liveKeyboards(10001)).toBe(1)
    expect(await bot.send(fresh({ kind: 'close', lines: [] }), message)).toEqual({ type: 'sent', message })
    expect(sim.liveKeyboards(10001)).toBe(0)
    const input = { type: 'number', placeholder: '如 53' } as const
    const asked = fresh({ kind: 'ask', lines: [line('几项？')], choices: choices([], navigation), input })
    const question = idOf(await bot.send(asked))
    expect(sim.replyKeyboard(10001)).toEqual([navigation])
    sim.expectRefusal(/message can't be edited/, 2)
    expect(await bot.send(fresh({ kind: 'close', lines: [] }), question)).toEqual({
      type: 'sent',
      message: question,
    })
    const anew = idOf(await bot.send(card('有吗？', ['有']), question))
    expect(anew).not.toBe(question)
    sim.assertClean()
  })

  test('a long text comes in pieces that Telegram takes, the buttons under the last', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    await sim.settle()
    const lines = [
      line('总体情况', 'strong'),
      line(`${'甲&<乙>'.repeat(900)}\n${'🙂'.repeat(3000)}`, 'quote'),
      line('新收 6\n结转 0', 'table'),
    ]
    const sent = idOf(await bot.send(fresh({ kind: 'ask', lines, choices: choices(['有'], navigation) })))
    const received = wang.received()
    expect(received.length).toBe(3)
    expect(
      received
        .map(({ text = '' }) => text)
        .join('')
        .replace(/\n/g, ''),
    ).toBe(
      lines
        .map(({ text }) => text)
        .join('')
        .replace(/\n/g, ''),
    )
    expect(received.map(({ inline }) => inline !== undefined)).toEqual([false, false, true])
    expect(String(received.at(-1)?.id)).toBe(sent)
    sim.assertClean()
  })

  test('a document arrives byte for byte, with its caption, its name and its buttons', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    await sim.settle()
    const body = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) % 251)
    const name = '戚家山街道2020年度政府信息公开工作年度报告（送审稿）.docx'
    const lines = [line('送审稿 <1>')]
    const sent = await bot.send(fresh({ kind: 'file', lines, choices: choices(['改一处']) }), null, {
      name,
      mime: '',
      body,
    })
    const message = wang.last()
    expect(sent).toEqual({ type: 'sent', message: String(message.id) })
    expect(message.document?.name).toBe(name)
    expect(Buffer.from(message.document?.bytes ?? []).equals(Buffer.from(body))).toBe(true)
    expect(message).toMatchObject({ caption: '送审稿 <1>', inline: [[{ text: '改一处' }]] })
    expect(sim.calls.map(call => call.method)).toEqual(['sendChatAction', 'sendDocument'])
    sim.assertClean()
  })

  test('429 is obeyed: the call is not repeated here, and the time is Telegram’s', async () => {
    sim.user({ id: 10001 }).start()
    await sim.settle()
    sim.fail({ method: 'sendMessage', with: { status: 429, retry_after: 7 } })
    const message = card('有吗？', ['有'])
    expect(await bot.send(message)).toEqual({ type: 'flood', afterMs: 7000 })
    expect(sim.calls).toHaveLength(1)
    expect(await bot.send(message)).toMatchObject({ type: 'sent' })
    sim.assertClean()
  })

  test.each([500, 502, 'cut', 'timeout', 'drop'] as const)('%s is tried again later', async trouble => {
    sim.user({ id: 10001 }).start()
    await sim.settle()
    sim.fail({ with: trouble })
    const message = card('有吗？', ['有'])
    expect(await bot.send(message)).toMatchObject({ type: 'trouble' })
    expect(await bot.send(message)).toMatchObject({ type: 'sent' })
    sim.assertClean()
  })

  test('a person who blocked the bot, one who is gone and one who never came are unreachable', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    wang.block()
    const gone = sim.user({ id: 10002 })
    gone.start()
    sim.deactivate(10002)
    sim.user({ id: 10003 })
    await sim.settle()
    sim.expectRefusal(/403|chat not found/, 4)
    for (const id of [10001, 10002, 10003, 10004]) {
      expect(await bot.send(fresh({ to: `telegram:${id}` }))).toEqual({ type: 'unreachable' })
    }
    sim.assertClean()
  })

  test('a group that moved says where to', async () => {
    const wang = sim.user({ id: 10001 })
    const group = sim.group({ id: -5001, title: '年报群', by: wang })
    sim.migrate(group, -1005001)
    await sim.settle()
    sim.expectRefusal(/upgraded/, sim.calls.length > 0 ? 2 : 1)
    expect(await bot.send(fresh({ to: 'telegram:-5001' }))).toEqual({
      type: 'moved',
      to: 'telegram:-1005001',
    })
  })

  test('a refusal says why, without the words', async () => {
    sim.user({ id: 10001 }).start()
    await sim.settle()
    sim.fail({ with: { status: 400, description: 'Bad Request: unsupported start tag "张三"' } })
    expect(await bot.send(fresh())).toEqual({
      type: 'refused',
      reason: '400 Bad Request: unsupported start tag "…"',
    })
  })
})
