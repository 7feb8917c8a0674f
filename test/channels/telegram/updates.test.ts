// Updates in Telegraf's hands: acknowledged when they are stored and not before, never printed, without a call of its
// own. Each test fails when its protection is taken away.

import { afterEach, describe, expect, test, vi } from 'vitest'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { message, type Reply, type Seen, startApiServer, tapped } from './fixtures.ts'

const token = '7000000001:AAcanaryCANARYcanaryCANARYcanaryCANA'
const secret = 'hook-secret-canary'
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(stops.splice(0).map(stop => stop()))
})

const server = async (reply?: (seen: Seen) => Reply | undefined) => {
  const started = await startApiServer(reply)
  stops.push(started.stop)
  return started
}
const post = (routes: ReturnType<typeof createTelegram>['hooks'], update: unknown) =>
  routes.request('/telegram', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  })
const silent = async () => ({ repeat: false, notice: null })

describe('Telegraf', () => {
  test('never asks getMe before an update', async () => {
    const { apiRoot, seen } = await server()
    const { hooks: routes } = createTelegram({ token, secrets: [secret], apiRoot, receive: silent })
    expect((await post(routes, message({ text: '/help' }))).status).toBe(200)
    expect(seen).toEqual([])
  })

  test('answers a tap by a call and not inside the webhook’s response', async () => {
    const { apiRoot, seen } = await server()
    const { hooks: routes, channel } = createTelegram({
      token,
      secrets: [secret],
      apiRoot,
      receive: silent,
    })
    const response = await post(routes, tapped())
    expect(await response.text()).toBe('')
    expect(seen.map(call => call.method)).toEqual(['answerCallbackQuery'])
    expect(channel.name).toBe('telegram')
  })

  test('neither prints an update nor swallows what failed', async () => {
    const { apiRoot } = await server()
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { hooks: routes } = createTelegram({
      token,
      secrets: [secret],
      apiRoot,
      receive: async () => {
        throw new Error('张三')
      },
    })
    expect((await post(routes, message({ text: '张三' }))).status).toBe(500)
    expect(printed).not.toHaveBeenCalled()
    expect(process.exitCode).toBeUndefined()
    printed.mockRestore()
  })

  test('does not abandon what is still being stored', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let finish = () => {}
    const stored = new Promise<void>(resolve => {
      finish = resolve
    })
    const { hooks: routes } = createTelegram({
      token,
      secrets: [secret],
      receive: async () => {
        await stored
        return { repeat: false, notice: null }
      },
    })
    let status = 0
    const answered = Promise.resolve(post(routes, message({ text: 'x' }))).then(response => {
      status = response.status
    })
    for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(600_000)
    expect(status).toBe(0)
    finish()
    await answered
    expect(status).toBe(200)
  })
})
