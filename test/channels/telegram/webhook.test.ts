// Administration of the webhook and of the command menu.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../src/channels/telegram/api.ts'
import { syncCommands } from '../../../src/channels/telegram/commands-menu.ts'
import { deleteWebhook, setWebhook, showWebhook } from '../../../src/channels/telegram/webhook.ts'
import { startTelegramSim, type TelegramSim } from '../../telegram-sim/start-telegram-sim.ts'

const secret = 'e2e-secret'
let sim: TelegramSim
beforeEach(async () => {
  sim = await startTelegramSim()
})
afterEach(() => sim.stop())

describe('administration', () => {
  const publicUrl = 'https://nianbao.example.gov.cn/'

  test('the webhook is set, shown and removed; nothing pending is dropped', async () => {
    const api = connect({ token: sim.token, apiRoot: sim.apiRoot, secrets: [secret] })
    expect(await setWebhook(api, { publicUrl, secret })).toEqual({
      ok: true,
      value: 'https://nianbao.example.gov.cn/telegram',
    })
    expect(sim.calls.at(-1)?.params).toEqual({
      url: 'https://nianbao.example.gov.cn/telegram',
      secret_token: secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      max_connections: 40,
    })
    expect(await showWebhook(api)).toMatchObject({
      ok: true,
      value: {
        url: 'https://nianbao.example.gov.cn/telegram',
        maxConnections: 40,
        pending: 0,
        lastError: null,
      },
    })
    expect(await deleteWebhook(api)).toEqual({ ok: true, value: true })
    expect(sim.calls.at(-1)?.params).toEqual({})
    expect(await showWebhook(api)).toMatchObject({ value: { url: '' } })
    sim.assertClean()
  })

  test('a webhook of somebody else’s making is shown without the token in its path', async () => {
    const api = connect({ token: sim.token, apiRoot: sim.apiRoot })
    sim.setWebhook(`https://nianbao.example/bot${sim.token}/x`)
    expect(await showWebhook(api)).toMatchObject({
      value: { url: 'https://nianbao.example/bot[redacted]/x' },
    })
  })

  test('a webhook that cannot be set says why', async () => {
    const api = connect({ token: sim.token, apiRoot: sim.apiRoot, secrets: [secret] })
    sim.expectRefusal(/HTTPS/)
    expect(await setWebhook(api, { publicUrl: 'http://nianbao.example', secret })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('HTTPS'),
    })
    expect(await setWebhook(api, { publicUrl, secret: 'a b' })).toMatchObject({ ok: false })
  })

  test('the command menu is written in both languages, and only where it differs', async () => {
    const api = connect({ token: sim.token, apiRoot: sim.apiRoot })
    const menus = {
      zh: [{ command: 'help', description: '帮助' }],
      en: [{ command: 'help', description: 'Help' }],
    }
    expect(await syncCommands(api, menus)).toEqual({ ok: true, value: ['default', 'zh', 'en'] })
    expect(await syncCommands(api, menus)).toEqual({ ok: true, value: [] })
    const changed = { ...menus, en: [{ command: 'help', description: 'What to do' }] }
    expect(await syncCommands(api, changed)).toEqual({ ok: true, value: ['en'] })
    sim.fail({ with: 429 })
    expect(await syncCommands(api, menus)).toEqual({ ok: false, reason: '429 retry after 1 s' })
    sim.assertClean()
  })
})
