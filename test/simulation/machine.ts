// A simulated process: the whole product over the scheduler's database, clock and chance. A kill drops it between two
// events, with all that it had under way.

import type { Seal } from '../../src/app/audit.ts'
import { createTick } from '../../src/app/clock/tick.ts'
import type { Network } from '../../src/channels/telegram/api.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { jobs } from '../../src/jobs/jobs.ts'
import { realEnvironment } from '../../src/main/environment.ts'
import { jobPorts } from '../../src/main/job-ports.ts'
import { createNianbao } from '../../src/main/nianbao.ts'
import { createReadiness } from '../../src/main/readiness.ts'
import { createServer } from '../../src/main/server.ts'
import { webAssets } from '../../src/main/web-assets.ts'
import { createStore } from '../../src/storage/store.ts'
import type { Chances } from './chances.ts'
import type { Database, Life } from './database.ts'
import type { Scheduler } from './scheduler.ts'

const origin = 'http://nianbao.test'
export const secret = 'a-secret-of-the-simulation'
export const token = '7000000001:AAsimulationSIMULATIONsimulation000'

export type Machine = {
  /** The life that it lives, by name; null while it is down. */
  readonly life: () => string | null
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Its answer; rejects when it is down, or dies before it has answered. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
}

type World = {
  readonly scheduler: Scheduler
  readonly chance: Chances
  readonly database: Database
  /** The wall: epoch milliseconds. */
  readonly now: () => number
  readonly seal: Seal
  readonly log: (line: string) => void
  readonly network: (life: Life) => Network
  /** How long a process waits between two ticks. */
  readonly tickMs: () => number
}

type Running = {
  readonly life: Life
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly close: () => Promise<void>
  readonly died: Promise<never>
  readonly die: () => void
}

const zone = 'Asia/Shanghai'
const assets = webAssets()
const { startOf, dateOf } = realEnvironment(zone)

export const createMachine = (name: string, world: World): Machine => {
  const { scheduler, chance, database, log: write } = world
  let running: Running | null = null
  let lives = 0

  const start = async (): Promise<void> => {
    if (running) return
    lives += 1
    const life: Life = { name: `${name}.${lives}`, isOver: false }
    const since = scheduler.elapsed()
    const environment = {
      now: world.now,
      elapsed: () => scheduler.elapsed() - since,
      zone,
      startOf,
      dateOf,
      id: () => {
        const half = () => Math.floor(chance(`id ${life.name}`) * 0x1_0000_0000)
        return [half(), half()].map(each => each.toString(16).padStart(8, '0')).join('')
      },
      chance: () => chance(`chance ${life.name}`),
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>(resolve => {
          const end = (): void => {
            callOff()
            if (!life.isOver) resolve()
          }
          const callOff = scheduler.after(signal?.aborted ? 0 : ms, `${life.name} wakes`, end)
          signal?.addEventListener('abort', end)
        }),
    }
    const log = (event: string, fields: object = {}): void => {
      if (life.isOver) return
      const line = JSON.stringify({ event, ...fields })
      scheduler.note(`${life.name} logs ${line}`)
      write(line)
    }
    const { sql, close } = await database.open(life)
    let attempts = 0
    const store = createStore(sql, log, () => `${life.name}/${++attempts}`)
    const nianbao = createNianbao({
      config: {
        LOCALE: 'zh-CN',
        PUBLIC_URL: origin,
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_WEBHOOK_SECRET: secret,
        TELEGRAM_API_ROOT: 'http://telegram.test',
      },
      ...{ seal: world.seal, store, environment, log },
      web: { assets },
      network: world.network(life),
    })
    const app = createServer(nianbao, createReadiness(store.ready, environment))
    const tick = createTick({
      ...{
        ...jobPorts(store),
        jobs,
        words: nianbao.words,
        catalog,
        seal: world.seal,
        deliver: nianbao.deliver,
        zone,
        environment,
        log,
      },
    })
    const keepTicking = async (): Promise<void> => {
      while (!life.isOver) {
        await tick(environment.now())
        await environment.sleep(world.tickMs())
      }
    }
    let die = () => {}
    const died = new Promise<never>((_, reject) => {
      die = () => reject(new Error('the connection was reset'))
    })
    died.catch(() => {})
    running = { life, fetch: request => app.fetch(request), close, died, die }
    void keepTicking()
  }

  return {
    life: () => running?.life.name ?? null,
    start,
    kill: async () => {
      if (!running) return
      const { life, close, die } = running
      running = null
      life.isOver = true
      die()
      await close()
    },
    fetch: async (path, init) => {
      if (!running) throw new Error('the connection is refused')
      const { fetch, died } = running
      return Promise.race([fetch(new Request(`${origin}${path}`, init)), died])
    },
  }
}
