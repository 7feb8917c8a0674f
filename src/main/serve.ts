// The server on one machine: HTTP, the jobs' clock, and an orderly end.

import { compress } from 'hono/compress'
import { createTick } from '../app/clock/tick.ts'
import { dateIn } from '../district/date-in.ts'
import { catalog } from '../forms/catalog.ts'
import { jobs } from '../jobs/jobs.ts'
import { auditSeal } from './audit-seal.ts'
import { createBotApi } from './bot-api.ts'
import type { Config } from './config.ts'
import { endRefused } from './end-refused.ts'
import { realEnvironment, sleep } from './environment.ts'
import { listen } from './http-server.ts'
import { jobPorts } from './job-ports.ts'
import { createLog } from './log.ts'
import { createNianbao } from './nianbao.ts'
import { openStore } from './open-store.ts'
import { createReadiness } from './readiness.ts'
import { openSample, type SampleLink } from './sample.ts'
import { createServer } from './server.ts'
import { webAssets } from './web-assets.ts'

/** The pause between two ticks of the clock. */
const tickMs = 1_000

/**
 * How long an end waits for what is under way, one after the other: answers to requests, the message that each chat is
 * being sent, the file. Service managers kill after ten seconds (Docker, "docker stop").
 */
export const graceMs = { requests: 3_000, mail: 4_000, database: 2_000 }

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
  const botApi = createBotApi(config)
  const nianbao = createNianbao({
    config,
    network: botApi.network,
    seal,
    store,
    environment,
    log,
    ownUrl: config.PORT === 0 ? undefined : `http://${config.HOST}:${config.PORT}`,
    web: { assets: webAssets() },
  })
  const { deliver } = nianbao
  const isReady = createReadiness(store.ready, environment)
  const app = createServer(nianbao, isReady, { all: [endRefused], pages: [compress()] })
  const http = await listen(app, { port: config.PORT, hostname: config.HOST })
  const tick = createTick({
    ...jobPorts(store),
    ...{ jobs, catalog, words: nianbao.words, seal, deliver, environment, log },
    zone: config.TIMEZONE,
  })
  const stopClock = keepTicking(() => tick(environment.now()))
  const sample = await openSample(store, seal, environment.now(), dateIn(config.TIMEZONE, environment.now()))
  return {
    url: `http://${config.HOST}:${http.port}`,
    sample,
    stop: async () => {
      for (const { end } of nianbao.channels) end?.()
      await Promise.all([http.end(graceMs.requests), Promise.race([stopClock(), sleep(graceMs.requests)])])
      deliver.end()
      await Promise.race([deliver.quiet(), sleep(graceMs.mail)])
      await Promise.race([close(), sleep(graceMs.database)])
      await botApi.end()
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
