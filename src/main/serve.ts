// The server on one machine: HTTP, the outbox's sweep, and an orderly end.

import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { auditSeal } from './audit-seal.ts'
import type { Config } from './config.ts'
import { createLog } from './log.ts'
import { createNianbao, realWorld } from './nianbao.ts'
import { openStore } from './open-store.ts'
import { createServer } from './server.ts'
import { webAssets } from './web-assets.ts'

/** How often mail that had to wait is looked for. */
const sweepEveryMs = 1_000
const pruneEveryMs = 3_600_000

/** Serve until the process is told to end. Resolves with the address once it listens. */
export const serve = async (
  config: Config,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const log = createLog()
  const { store, close } = await openStore(config.DATABASE_FILE)
  const world = realWorld(config.TIMEZONE)
  const nianbao = createNianbao({
    config,
    seal: auditSeal(config),
    store,
    world,
    log,
    web: { assets: webAssets() },
  })
  const app = new Hono().use(compress()).route('/', createServer(nianbao, store))
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const made = listen({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, () => resolve(made))
    made.once('error', reject)
  })
  const quietly = (work: () => Promise<void>) => () => {
    work().catch((error: unknown) =>
      log('serve.background-failed', { error: error instanceof Error ? error.name : 'unknown' }),
    )
  }
  const sweep = setInterval(quietly(nianbao.deliver.sweep), sweepEveryMs)
  const prune = setInterval(
    quietly(() => store.prune(world.now())),
    pruneEveryMs,
  )
  quietly(nianbao.deliver.sweep)()
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.PORT
  return {
    url: `http://${config.HOST}:${port}`,
    stop: async () => {
      clearInterval(sweep)
      clearInterval(prune)
      nianbao.web?.end()
      await new Promise(resolve => server.close(resolve))
      await nianbao.deliver.quiet()
      await close()
    },
  }
}
