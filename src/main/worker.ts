// The server on Cloudflare Workers: the same parts over D1. A message is acknowledged once it is stored; its
// mail goes out behind the answer, and mail that had to wait with the jobs.

// The bundle takes this as a text (the rules in wrangler.toml).
import schema from '../../migrations/0001_nianbao.sql'
import { createSeal } from '../app/audit.ts'
import { createTick } from '../app/clock/tick.ts'
import type { Log } from '../app/ports/environment.ts'
import { fault, isFault } from '../faults.ts'
import { catalog } from '../forms/catalog.ts'
import { jobs } from '../jobs/jobs.ts'
import { checkSchema } from '../storage/check-schema.ts'
import { d1 } from '../storage/d1.ts'
import type { Sql } from '../storage/sql.ts'
import { createStore } from '../storage/store.ts'
import { readConfig } from './config.ts'
import { realEnvironment, sleep } from './environment.ts'
import { jobPorts } from './job-ports.ts'
import { createLog } from './log.ts'
import { createNianbao } from './nianbao.ts'
import { createReadiness } from './readiness.ts'
import { createServer } from './server.ts'
import { workerAssets } from './worker-assets.ts'

type Env = Readonly<Record<string, unknown>> & { readonly DB: Parameters<typeof d1>[0] }
/** The instant that the cron stood for, epoch milliseconds. */
type Woken = { readonly scheduledTime: number }
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void }

/**
 * Behind an answer there are 30 seconds (Workers, "Limits"), and a cancelled request's promises never settle: none is
 * waited for longer than that.
 */
const longestWaitMs = 29_000

/** An isolate hears nothing of others: open pages look for news themselves, and open a new stream each minute. */
const stream = { pollMs: 3_000, lastsMs: 60_000 }

/**
 * Mail of so many chats at once: a lease, a call and a note each, of the thousand queries and subrequests of an invocation
 * (Workers, "Limits"). The next cron goes on.
 */
const mostChats = 200

const build = (env: Env) => {
  const config = readConfig(env)
  if (!config.AUDIT_KEY) throw fault('audit-key-missing')
  const log = createLog()
  const sql = d1(env.DB)
  const store = createStore(sql, log)
  const environment = realEnvironment(config.TIMEZONE)
  const seal = createSeal(config.AUDIT_KEY)
  const nianbao = createNianbao({
    config,
    seal,
    store,
    environment,
    log,
    mostChats,
    web: { assets: workerAssets, stream },
  })
  const { deliver } = nianbao
  const tick = createTick({
    ...jobPorts(store),
    ...{ jobs, catalog, words: nianbao.words, seal, deliver, environment, log },
    zone: config.TIMEZONE,
  })
  return {
    app: createServer(nianbao, createReadiness(store.ready, environment)),
    deliver,
    tick,
    refusal: refusing(sql, log),
  }
}

/** A database of another schema is refused before anything is read of it, and looked at again with each request. */
const refusing = (sql: Sql, log: Log) => {
  let isOurs = false
  return async (): Promise<string | null> => {
    try {
      if (!isOurs) await checkSchema(sql, schema)
      isOurs = true
      return null
    } catch (error) {
      if (isFault(error, 'database-unavailable')) return 'database unavailable'
      if (!isFault(error, 'schema-differs')) throw error
      log('database.schema-differs')
      return 'the database has another schema than this version: apply its migrations to a new database'
    }
  }
}

let built: ReturnType<typeof build> | undefined
const builtOf = (env: Env) => {
  built ??= build(env)
  return built
}

const sent = ({ deliver }: ReturnType<typeof build>) => Promise.race([deliver.quiet(), sleep(longestWaitMs)])

const worker = {
  fetch: async (request: Request, env: Env, context: Waiting): Promise<Response> => {
    const parts = builtOf(env)
    const refusal = await parts.refusal()
    if (refusal !== null) return new Response(refusal, { status: 503, headers: { 'Retry-After': '5' } })
    const response = await parts.app.fetch(request, env)
    context.waitUntil(sent(parts))
    return response
  },

  /** Rejects when something failed, so that it stands among the failed ones. */
  scheduled: async ({ scheduledTime }: Woken, env: Env, context: Waiting): Promise<void> => {
    const parts = builtOf(env)
    const refusal = await parts.refusal()
    if (refusal !== null) throw new Error(refusal)
    const failed = await parts.tick(scheduledTime)
    context.waitUntil(sent(parts))
    if (failed.length > 0) throw new Error(`the clock failed: ${failed.join(', ')}`)
  },
}

// biome-ignore lint/style/noDefaultExport: Workers read the default export
export default worker
