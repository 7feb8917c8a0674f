// A whole conversation of a small Telegraf bot, as text; and what clients do by themselves.

import { Telegraf } from 'telegraf'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, type FakeBot, fakeBot } from './fake-bot.ts'
import { startTelegramSim, type TelegramSim } from './start-telegram-sim.ts'

let sim: TelegramSim
let bot: FakeBot

beforeEach(async () => {
  sim = await startTelegramSim()
  bot = await fakeBot(() => sim.clock.now())
  sim.setWebhook(bot.url)
})

afterEach(async () => {
  await sim.stop()
  await bot.stop()
})

const button = (text: string) => ({ text, callback_data: text })

/** Asks two questions: a card that changes under the finger, then a number. */
function surveyBot(): Telegraf {
  const telegraf = new Telegraf(sim.token, { telegram: { apiRoot: sim.apiRoot, webhookReply: false } })
  telegraf.start(ctx =>
    ctx.reply('戚家山街道 · 2020年度\n有没有新收到申请？', {
      reply_markup: {
        inline_keyboard: [[button('都没有'), button('有')], [{ text: '条例', url: 'https://www.gov.cn' }]],
      },
    }),
  )
  telegraf.action('有', async ctx => {
    await ctx.answerCbQuery('好的')
    await ctx.editMessageText('新收到几件？', { reply_markup: { inline_keyboard: [[button('返回')]] } })
  })
  telegraf.hears(/^\d+$/, async ctx => {
    await ctx.telegram.editMessageReplyMarkup(ctx.chat.id, ctx.message.message_id - 1, undefined, undefined)
    const reply_markup = { keyboard: [['进度', '帮助']], input_field_placeholder: '数字' }
    await ctx.reply(`✓ ${ctx.message.text} 件。`, { reply_markup })
  })
  telegraf.hears('进度', ctx =>
    ctx.replyWithDocument({ source: Buffer.from('12345'), filename: '报告.docx' }),
  )
  telegraf.on('edited_message', ctx => ctx.reply('✓ 53 → 35。', { reply_markup: { remove_keyboard: true } }))
  return telegraf
}

describe('a transcript', () => {
  test('reads like the conversation that was seen on the screen', async () => {
    const telegraf = surveyBot()
    bot.handler = async ({ update }) => {
      await telegraf.handleUpdate(update as never)
      return 200
    }
    const user = sim.user({ id: 9, name: '李' })
    user.start()
    await sim.settle()
    user.tap('有')
    await sim.settle()
    user.send('53')
    await sim.settle()
    user.press('进度')
    await sim.settle()
    user.edit(message => message.text === '53', '35')
    user.sendSticker()
    await sim.settle()
    sim.assertClean()
    expect(sim.liveKeyboards(9)).toBe(0)
    expect(sim.transcript(9)).toBe(`填报人 /start
机器人 戚家山街道 · 2020年度
       有没有新收到申请？
       [都没有] [有]
       [条例 ↗]
填报人 [有]
机器人 💬 好的
机器人 ✎ 新收到几件？
       [返回]
填报人 53
机器人 ✎ 「新收到几件？」 []
机器人 ✓ 53 件。
       ⌨ [进度] [帮助] …数字
填报人 进度
机器人 📄 报告.docx (5 bytes)
填报人 ✎ 「53」 35
填报人 (sticker 👍)
机器人 ✓ 53 → 35。
       ⌨ –
`)
  })

  test('keeps nothing when recording is off, and still tells who listens of each call', async () => {
    const fast = await startTelegramSim({ record: false, realTime: true })
    const heard: string[] = []
    const quiet = fast.onCall(({ method, chat, ok }) => heard.push(`${method} ${chat} ${ok}`))
    fast.user({ id: 1 }).start()
    await call(fast, 'sendMessage', { chat_id: 1, text: 'a' })
    quiet()
    await call(fast, 'sendMessage', { chat_id: 1, text: 'b' })
    expect(heard).toEqual(['sendMessage 1 true'])
    expect(fast.transcript(1)).toBe('')
    expect(fast.calls).toEqual([])
    await fast.stop()
  })
})

describe('a client', () => {
  test('splits long texts at 4,096 units and never inside a pair', async () => {
    const user = sim.user({ id: 1 })
    const ids = user.send(`${'字'.repeat(4095)}😀${'b'.repeat(10)}`)
    await sim.settle()
    expect(ids).toHaveLength(2)
    const texts = bot.seen.map(({ update }) => (update.message as { text: string }).text)
    expect(texts).toEqual(['字'.repeat(4095), `😀${'b'.repeat(10)}`])
  })

  test('marks commands, checks start payloads, and edits for 48 hours only', async () => {
    const user = sim.user({ id: 1 })
    user.start('abc_1')
    await sim.settle()
    expect(bot.seen[0]?.update.message).toMatchObject({
      text: '/start abc_1',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    expect(() => user.start('a b')).toThrow(/payload/)
    sim.clock.advance(49 * 3_600_000)
    expect(() => user.edit(1, 'x')).toThrow(/48 hours/)
  })

  test('tells the bot when it blocks it, and sends nothing while it does', async () => {
    const user = sim.user({ id: 1 })
    user.start()
    user.block()
    await sim.settle()
    const update = bot.seen.find(({ update: { my_chat_member } }) => my_chat_member !== undefined)?.update
    expect(update?.my_chat_member).toMatchObject({ new_chat_member: { status: 'kicked' } })
    expect(() => user.send('a')).toThrow(/blocked/)
    user.start()
    await sim.settle()
    expect(sim.chat(1).blocked).toBe(false)
  })

  test('speaks in a group under its own name', async () => {
    const user = sim.user({ id: 1, name: '王' })
    user.start()
    const group = sim.group({ id: -100, title: '年报群', by: user })
    user.in(group).send('进度')
    await sim.settle()
    expect(bot.seen.at(-1)?.update.message).toMatchObject({
      chat: { id: -100, type: 'group' },
      from: { id: 1 },
    })
    expect(sim.transcript(-100)).toBe('王 进度\n')
  })

  test('sends files that the bot can fetch', async () => {
    const user = sim.user({ id: 1 })
    user.sendDocument('稿.docx', new Uint8Array([7]), '看')
    user.sendPhoto()
    await sim.settle()
    const message = bot.seen[0]?.update.message as { document: { file_id: string }; caption: string }
    expect(message.caption).toBe('看')
    expect((await call(sim, 'getFile', { file_id: message.document.file_id })).result.file_size).toBe(1)
  })
})
