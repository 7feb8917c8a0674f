// End to end: what Telegram delivers, from a person's client to the app.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TelegramSim } from '../../telegram-sim/start-telegram-sim.ts'
import { card, idOf, startNotingBot } from './noting-bot.ts'

let bot: Awaited<ReturnType<typeof startNotingBot>>
let sim: TelegramSim
beforeEach(async () => {
  bot = await startNotingBot()
  sim = bot.sim
})
afterEach(() => bot.stop())

describe('what arrives', () => {
  test('a start, a text, its edit and a sticker, each once and in order', async () => {
    const wang = sim.user({ id: 10001, name: '王丽' })
    wang.start('AbC-123')
    const [typed] = wang.send('53项')
    wang.edit(message => message.id === typed, '35项')
    wang.sendSticker()
    await sim.settle()
    expect(bot.said()).toEqual([
      { type: 'command', name: 'start', argument: 'AbC-123' },
      { type: 'text', text: '53项' },
      { type: 'edit', message: String(typed), text: '35项' },
      { type: 'unsupported' },
    ])
    expect(new Set(bot.taken.map(incoming => incoming.id)).size).toBe(4)
    expect(bot.taken[0]).toMatchObject({ name: '王丽', person: 'telegram:10001', chat: 'telegram:10001' })
    sim.assertClean()
  })

  test('a tap comes with the card’s id and the number, and is answered once with the notice', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    await sim.settle()
    const asked = card('有吗？', ['有', '没有'])
    const message = idOf(await bot.send(asked))
    bot.app.notice = '已记下'
    wang.tap('没有')
    sim.duplicate({ kind: 'callback_query', times: 2 })
    await sim.settle()
    expect(bot.taken.at(-1)).toMatchObject({ input: { type: 'choice', card: asked.id, number: 1 }, message })
    expect(bot.taken).toHaveLength(4)
    expect(sim.taps().map(tap => tap.answers)).toEqual([1])
    expect(sim.transcript(10001)).toContain('💬 已记下')
    sim.assertClean()
  })

  test('forged data comes as a choice on no card, and is answered too', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    await sim.settle()
    const message = Number(idOf(await bot.send(card('有吗？', ['有']))))
    wang.forge('{"card":1}', message)
    wang.forge('\ud83d', message)
    await sim.settle()
    expect(bot.said().slice(1)).toEqual([
      { type: 'choice', card: '', number: 0 },
      { type: 'choice', card: '', number: 0 },
    ])
    sim.assertClean()
  })

  test('nothing is lost while the database is away', async () => {
    const wang = sim.user({ id: 10001 })
    bot.app.away = 4
    wang.start()
    wang.send('53项')
    await sim.settle()
    // Telegram waits five seconds for each of the four refusals.
    await sim.clock.advance(60_000)
    await sim.settle()
    expect(bot.said()).toEqual([
      { type: 'command', name: 'start', argument: '' },
      { type: 'text', text: '53项' },
    ])
    sim.assertClean()
  })

  test('a block is told, and kinds that do not exist yet are acknowledged', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    sim.push('telepathy', { thought: 1 })
    wang.block()
    await sim.settle()
    expect(bot.blocked).toEqual(['telegram:10001'])
    expect(bot.taken).toHaveLength(1)
    expect(sim.stats.acknowledged).toBe(3)
  })

  test('a group is pointed to the private chat', async () => {
    const wang = sim.user({ id: 10001 })
    wang.start()
    const group = sim.group({ id: -5001, title: '年报群', by: wang })
    wang.in(group).send('大家好')
    await sim.settle()
    expect(wang.in(group).last()).toMatchObject({ text: '请在私聊中填报。' })
    expect(bot.said()).toEqual([{ type: 'command', name: 'start', argument: '' }])
    sim.assertClean()
  })

  test('who does not know the secret is told nothing', async () => {
    expect(await sim.postRaw({ update_id: 1 }, 'wrong')).toEqual({ status: 401, retryAfter: 0, body: '' })
  })
})
