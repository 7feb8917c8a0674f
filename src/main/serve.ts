// The server on one machine: HTTP, the jobs' clock, and an orderly end.

import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createTick } from '../app/clock/tick.ts'
import { dateIn } from '../district/date-in.ts'
import { jobs } from '../jobs/jobs.ts'
import { auditSeal } from './audit-seal.ts'
import type { Config } from './config.ts'
import { realEnvironment } from './environment.ts'
import { createLog } from './log.ts'
import { createNianbao } from './nianbao.ts'
import { openStore } from './open-store.ts'
import { openSample, type SampleLink } from './sample.ts'
import { createServer } from './server.ts'
import { webAssets } from './web-assets.ts'

/** The pause between two ticks of the clock. */
const tickMs = 1_000

export type Serving = {
  readonly url: string
  /** Links to the sample district, fresh ones at each start; none beside real units. */
  readonly sample: readonly SampleLink[]
  readonly stop: () => Promise<void>
}

/** Serve until the process is told to end. Resolves with the address once it listens. */
export const serve = async (config: Config): Promise<Serving> => {
  const log = createLog()
  const seal = auditSeal(config)
  const { store, close } = await openStore(config.DATABASE_FILE, log)
  const environment = realEnvironment(config.TIMEZONE)
  const nianbao = createNianbao({
    config,
    seal,
    store,
    environment,
    log,
    web: { assets: webAssets() },
  })
  const { deliver } = nianbao
  const app = new Hono().use(compress()).route('/', createServer(nianbao, store))
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const made = listen({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, () => resolve(made))
    made.once('error', reject)
  })
  const tick = createTick({ jobs, schedule: store, deliver, zone: config.TIMEZONE, environment, log })
  const stopClock = keepTicking(() => tick(environment.now()))
  const sample = await openSample(store, seal, environment.now(), dateIn(config.TIMEZONE, environment.now()))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.PORT
  return {
    url: `http://${config.HOST}:${port}`,
    sample,
    stop: async () => {
      await stopClock()
      for (const { end } of nianbao.channels) end?.()
      await new Promise(resolve => server.close(resolve))
      await deliver.quiet()
      await close()
    },
  }
}

/** One tick after another, a pause between them. Returns its end, which resolves when none is under way any more. */
const keepTicking = (tick: () => Promise<unknown>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ticking: Promise<unknown>
  let hasEnded = false
  const wake = (): void => {
    ticking = tick().finally(() => {
      if (!hasEnded) timer = setTimeout(wake, tickMs)
    })
  }
  wake()
  return async (): Promise<void> => {
    hasEnded = true
    clearTimeout(timer)
    await ticking
  }
}
