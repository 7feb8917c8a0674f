// The Worker as it is deployed, in real workerd with D1: a message is taken, stored and answered. The whole product
// there has its own tests later; this proves that the entry starts and that the parts fit.

import { expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { startTelegramSim } from '../telegram-sim/start-telegram-sim.ts'

const secret = 'a-secret-of-the-tests'

test('a stranger who writes to the Worker is answered politely, once, and a wrong secret is refused', async () => {
  const sim = await startTelegramSim({ grace: 300 })
  const harness = createTestHarness({
    workers: [
      {
        configPath: './wrangler.toml',
        vars: {
          TELEGRAM_BOT_TOKEN: sim.token,
          TELEGRAM_WEBHOOK_SECRET: secret,
          TELEGRAM_API_ROOT: sim.apiRoot,
          AUDIT_KEY: 'a key that only tests know',
        },
      },
    ],
  })
  try {
    const { url } = await harness.listen()
    await harness.getWorker().applyD1Migrations('DB')
    expect(await (await harness.fetch('/readyz')).text()).toBe('ready')
    const refused = await harness.fetch('/telegram', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'wrong' },
      body: '{"update_id":1}',
    })
    expect([401, 403]).toContain(refused.status)
    sim.setWebhook(`${url.origin}/telegram`, secret)
    const stranger = sim.user({ id: 7, name: '路人' })
    sim.duplicate()
    stranger.send('你好')
    await new Promise(r => setTimeout(r, 3000))
    await expect.poll(() => stranger.received().length, { timeout: 10_000 }).toBe(1)
    await sim.settle()
    expect(stranger.received()).toHaveLength(1)
    expect(sim.transcript(7)).toContain('还没有绑定单位')
    sim.assertClean()
  } finally {
    await harness.close()
    await sim.stop()
  }
}, 30_000)
