// The Worker before a database of another schema: it refuses everything in one sentence, says so in the log, and goes on
// once the schema is its own.

import type { D1Database } from '@cloudflare/workers-types'
import { expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'

test('the Worker refuses a database whose schema is not its own, and takes one that is', async () => {
  const harness = createTestHarness({
    workers: [{ configPath: './wrangler.toml', vars: { AUDIT_KEY: 'a key that only tests know' } }],
  })
  try {
    await harness.listen()
    const worker = harness.getWorker<{ readonly DB: D1Database }>()
    for (const path of ['/readyz', '/healthz', '/chat']) {
      const answer = await worker.fetch(`http://worker${path}`)
      expect(answer.status, path).toBe(503)
      expect(await answer.text()).toContain('another schema')
    }
    const logged = () =>
      harness
        .getLogs()
        .map(({ message }) => message)
        .join('\n')
    await expect.poll(logged).toContain('database.schema-differs')
    await worker.applyD1Migrations('DB')
    expect(await (await worker.fetch('http://worker/readyz')).text()).toBe('ready')
  } finally {
    await harness.close()
  }
}, 60_000)
