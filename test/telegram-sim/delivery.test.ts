// Each row of the delivery table, proved against a webhook that answers as the test wants.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, type FakeBot, fakeBot, type Seen } from './fake-bot.ts'
import { startTelegramSim, type TelegramSim } from './start-telegram-sim.ts'

let sim: TelegramSim
let bot: FakeBot

beforeEach(async () => {
  sim = await startTelegramSim()
  bot = await fakeBot(() => sim.clock.now())
  sim.setWebhook(bot.url, 'secret_1')
})

afterEach(async () => {
  await sim.stop()
  await bot.stop()
})

const textOf = ({ update }: Seen) => (update.message as { text?: string } | undefined)?.text
const waits = () => bot.seen.map(({ at }) => Math.round((at - (bot.seen[0]?.at ?? 0)) / 1000))
const until = async (condition: () => boolean) => {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 2000) throw new Error('never happened')
    await new Promise(resolve => setTimeout(resolve, 1))
  }
}
/** Taps need a message with buttons. */
const card = async (id: number) => {
  const reply_markup = { inline_keyboard: [[{ text: 'go', callback_data: 'x' }]] }
  await call(sim, 'sendMessage', { chat_id: id, text: 'card', reply_markup })
}

describe('delivery', () => {
  test('carries the secret header and sequential update ids', async () => {
    sim.user({ id: 1 }).send('a')
    sim.user({ id: 2 }).send('b')
    await sim.settle()
    expect(bot.seen.map(({ secret }) => secret)).toEqual(['secret_1', 'secret_1'])
    const ids = bot.seen.map(({ update }) => update.update_id)
    expect((ids[1] ?? 0) - (ids[0] ?? 0)).toBe(1)
  })

  test('numbers updates afresh after a quiet week', async () => {
    const user = sim.user({ id: 1 })
    user.send('a')
    await sim.settle()
    sim.clock.advance(8 * 86_400_000)
    user.send('b')
    await sim.settle()
    const ids = bot.seen.map(({ update }) => update.update_id)
    expect((ids[1] ?? 0) - (ids[0] ?? 0)).not.toBe(1)
  })

  test('repeats at once, then after 2, 4, 8 … up to 60 to 120 s', async () => {
    bot.handler = () => (bot.seen.length <= 9 ? 500 : 200)
    sim.user({ id: 1 }).send('a')
    await sim.settle()
    expect(waits().slice(0, 7)).toEqual([0, 0, 2, 6, 14, 30, 62])
    const late = waits().slice(6)
    for (const [index, wait] of late.slice(1).entries()) {
      expect(wait - (late[index] ?? 0)).toBeGreaterThanOrEqual(60)
      expect(wait - (late[index] ?? 0)).toBeLessThanOrEqual(120)
    }
    expect(new Set(bot.seen.map(({ update }) => update.update_id)).size).toBe(1)
  })

  test('repeats at once after a closed connection', async () => {
    bot.handler = () => (bot.seen.length === 1 ? 'close' : 200)
    sim.user({ id: 1 }).send('a')
    await sim.settle()
    expect(waits()).toEqual([0, 0])
  })

  test('repeats when no answer has come within 60 s', async () => {
    bot.handler = () => (bot.seen.length === 1 ? 'hang' : 200)
    sim.user({ id: 1 }).send('a')
    await until(() => bot.seen.length === 1)
    sim.clock.advance(59_999)
    expect(sim.stats.attempts).toBe(1)
    sim.clock.advance(1)
    await sim.settle()
    expect(waits()).toEqual([0, 60])
  })

  test('obeys Retry-After, at most for an hour', async () => {
    bot.handler = () =>
      [
        { status: 503, retryAfter: 30 },
        { status: 503, retryAfter: 9000 },
      ][bot.seen.length - 1] ?? 200
    sim.user({ id: 1 }).send('a')
    await sim.settle({ within: 4_000_000 })
    expect(waits()).toEqual([0, 30, 3630])
  })

  test('resolves with waiting retries when time may not move, and fails when the bot never accepts', async () => {
    bot.handler = () => 500
    sim.user({ id: 1 }).send('a')
    await sim.settle({ advance: 'none' })
    expect(bot.seen).toHaveLength(2)
    await expect(sim.settle({ within: 20_000 })).rejects.toThrow(/Wrong response from the webhook: 500/)
  })

  test('keeps one chat in order and lets its first message hold up the rest', async () => {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    bot.handler = async seen => {
      if (textOf(seen) === 'a') await held
      return 200
    }
    const user = sim.user({ id: 1 })
    user.send('a')
    user.send('b')
    sim.user({ id: 2 }).send('c')
    await until(() => bot.seen.length === 2)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(bot.seen.map(textOf)).toEqual(['a', 'c'])
    release()
    await sim.settle()
    expect(bot.seen.map(textOf)).toEqual(['a', 'c', 'b'])
  })

  test('does not order messages, taps and membership against each other', async () => {
    const user = sim.user({ id: 1 })
    user.start()
    await sim.settle()
    await card(1)
    bot.handler = seen => (textOf(seen) === 'slow' ? 'hang' : 200)
    user.send('slow')
    user.tap('go')
    user.block()
    await until(() => bot.seen.length === 4)
    const kinds = bot.seen.map(({ update }) => Object.keys(update)[1])
    expect(kinds).toEqual(['message', 'message', 'callback_query', 'my_chat_member'])
  })

  test('opens no more connections than max_connections', async () => {
    sim.setWebhook(bot.url, '', 3)
    bot.handler = () => 'hang'
    for (let id = 1; id <= 10; id += 1) sim.user({ id }).send('a')
    await until(() => bot.seen.length === 3)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(bot.seen).toHaveLength(3)
    expect(sim.stats.attempts).toBe(3)
  })

  test('drops taps after 150 s and messages after 24 h, and counts them', async () => {
    const user = sim.user({ id: 1 })
    user.start()
    await sim.settle()
    await card(1)
    bot.handler = () => 500
    user.tap('go')
    await sim.settle({ within: 200_000 })
    expect(sim.stats.dropped).toBe(1)
    bot.handler = () => ({ status: 503, retryAfter: 3600 })
    user.send('a')
    await sim.settle({ within: 90_000_000 })
    expect(sim.stats.dropped).toBe(2)
    expect(sim.taps()[0]?.expired).toBe(true)
    sim.assertClean()
  })

  test('closes the webhook after 23 hours of 410', async () => {
    bot.handler = () => ({ status: 410, retryAfter: 3600 })
    sim.user({ id: 1 }).send('a')
    await sim.settle({ within: 90_000_000 })
    expect((await call(sim, 'getWebhookInfo')).result.url).toBe('')
    expect(() => sim.assertClean()).toThrow(/23 hours of 410/)
  })

  test('delivers an acknowledged update once more on order', async () => {
    sim.duplicate({ kind: 'message' })
    sim.user({ id: 1 }).send('a')
    await sim.settle()
    expect(bot.seen).toHaveLength(2)
    expect(bot.seen[0]?.update).toEqual(bot.seen[1]?.update)
    expect(sim.stats).toMatchObject({ acknowledged: 1, duplicates: 1 })
  })

  test('keeps updates while the bot is dead and delivers them when it is back', async () => {
    await bot.stop()
    sim.user({ id: 1 }).send('a')
    await sim.settle({ advance: 'none' })
    expect(bot.seen).toHaveLength(0)
    await bot.restart()
    await sim.settle()
    expect(bot.seen.map(textOf)).toEqual(['a'])
  })

  test('leaves out kinds that allowed_updates does not name, and empties the queue only when asked', async () => {
    await call(sim, 'deleteWebhook')
    const user = sim.user({ id: 1 })
    user.send('a')
    expect((await call(sim, 'getWebhookInfo')).result.pending_update_count).toBe(1)
    await call(sim, 'setWebhook', { url: bot.url, allowed_updates: ['message'], drop_pending_updates: true })
    user.send('b')
    sim.push('poll', { id: '1' })
    await sim.settle()
    expect(bot.seen.map(textOf)).toEqual(['b'])
  })

  test('carries out a method that stands in the webhook answer', async () => {
    const body = JSON.stringify({ method: 'sendMessage', chat_id: 1, text: 'hello' })
    bot.handler = () => ({ status: 200, body })
    const user = sim.user({ id: 1 })
    user.send('a')
    await sim.settle()
    expect(user.last().text).toBe('hello')
  })

  test('posts a raw body with a wrong secret', async () => {
    bot.handler = ({ secret }) => (secret === 'secret_1' ? 200 : 401)
    expect((await sim.postRaw({ update_id: 1 }, 'wrong')).status).toBe(401)
    expect((await sim.postRaw({ update_id: 1 })).status).toBe(200)
  })

  test('runs through the timers of the bot under test when asked', async () => {
    bot.handler = () => {
      void sim.clock.sleep(30_000).then(() => call(sim, 'sendMessage', { chat_id: 1, text: 'later' }))
      return 200
    }
    const user = sim.user({ id: 1 })
    user.send('a')
    await sim.settle()
    expect(user.received()).toHaveLength(0)
    await sim.settle({ advance: 'all' })
    expect(user.last().text).toBe('later')
  })

  test('lives through time step by step, coming to rest at each timer', async () => {
    const at: number[] = []
    const begin = sim.clock.now()
    const tick = async (): Promise<void> => {
      await sim.clock.sleep(3_600_000)
      at.push(sim.clock.now() - begin)
      await call(sim, 'getMe')
      await tick()
    }
    void tick()
    await sim.wait(3 * 3_600_000)
    expect(at).toEqual([3_600_000, 7_200_000, 10_800_000])
    expect(sim.clock.now() - begin).toBe(3 * 3_600_000)
  })

  test('waits for the work that the idle hook stands for', async () => {
    let work: Promise<unknown> = Promise.resolve()
    const hooked = await startTelegramSim({ idle: () => work, webhook: { url: bot.url } })
    bot.handler = () => {
      const later = new Promise(resolve => setTimeout(resolve, 60))
      work = later.then(() => call(hooked, 'sendMessage', { chat_id: 1, text: 'done' }))
      return 200
    }
    const user = hooked.user({ id: 1 })
    user.send('a')
    await hooked.settle()
    expect(user.last().text).toBe('done')
    await hooked.stop()
  })
})
