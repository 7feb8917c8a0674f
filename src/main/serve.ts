// The server on one machine: HTTP, the jobs' clock, and an orderly end.

import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { dateIn } from '../district/date-in.ts'
import { dueJobs, type JobName, jobs } from '../jobs/jobs.ts'
import { auditSeal } from './audit-seal.ts'
import type { Config } from './config.ts'
import { realEnvironment } from './environment.ts'
import { createLog } from './log.ts'
import { createNianbao } from './nianbao.ts'
import { openStore } from './open-store.ts'
import { openSample, type SampleLink } from './sample.ts'
import { createServer } from './server.ts'
import { webAssets } from './web-assets.ts'

/** How often the jobs' clock wakes. */
const tickMs = 1_000
const day = 86_400_000

export type Serving = {
  readonly url: string
  /** Links to the sample district, fresh ones at each start; none beside real units. */
  readonly sample: readonly SampleLink[]
  readonly stop: () => Promise<void>
}

/** Serve until the process is told to end. Resolves with the address once it listens. */
export const serve = async (config: Config): Promise<Serving> => {
  const log = createLog()
  const { store, close } = await openStore(config.DATABASE_FILE, log)
  const environment = realEnvironment(config.TIMEZONE)
  const nianbao = createNianbao({
    config,
    seal: auditSeal(config),
    store,
    environment,
    log,
    web: { assets: webAssets() },
  })
  const app = new Hono().use(compress()).route('/', createServer(nianbao, store))
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const made = listen({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, () => resolve(made))
    made.once('error', reject)
  })
  const work = (job: JobName): void => {
    jobs[job]
      .run({ schedule: store, deliver: nianbao.deliver, environment })
      .catch((error: unknown) =>
        log('serve.job-failed', { job, error: error instanceof Error ? error.name : 'unknown' }),
      )
  }
  // A night without a server leaves its jobs to the start.
  let woken = environment.now() - day
  const wake = (): void => {
    const now = environment.now()
    for (const job of dueJobs(config.TIMEZONE, woken, now)) work(job)
    woken = now
  }
  const timer = setInterval(wake, tickMs)
  wake()
  const sample = await openSample(store, environment.now(), dateIn(config.TIMEZONE, environment.now()))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.PORT
  return {
    url: `http://${config.HOST}:${port}`,
    sample,
    stop: async () => {
      clearInterval(timer)
      for (const { end } of nianbao.channels) end?.()
      await new Promise(resolve => server.close(resolve))
      await nianbao.deliver.quiet()
      await close()
    },
  }
}
