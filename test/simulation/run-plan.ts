// One plan lived through in a world of its own: people act, trouble comes, then all trouble ends, time runs on, and what
// must hold is asked.

import { createHash } from 'node:crypto'
import { auditSeal } from '../../src/main/audit-seal.ts'
import type { Client } from '../telegram-sim/client-types.ts'
import { type Browser, createBrowser } from './browser.ts'
import { chances } from './chances.ts'
import { type Broken, checkWorld } from './check-world.ts'
import { createDatabase } from './database.ts'
import { codeOf, district, startAt } from './district.ts'
import { createMachine } from './machine.ts'
import type { Plan, Rates, Step, Trouble } from './plan.ts'
import type { Said } from './said.ts'
import { createScheduler } from './scheduler.ts'
import { createSpoken } from './spoken.ts'
import { createTelegram } from './telegram.ts'
import { createTelegramPerson, type TelegramPerson } from './telegram-person.ts'

export type Outcome = {
  readonly hash: string
  readonly broken: readonly Broken[]
  readonly events: number
  /** Virtual milliseconds. */
  readonly lasted: number
}

const second = 1_000
const minute = 60 * second
/** So long after the last trouble everything has arrived: longer than any pause that the product makes. */
const calm = 12 * minute
const none: Rates = { calls: 0, posts: 0, repeats: 0 }
const key = 'a key of the simulation'

/** Rejects only when the world itself fails. */
export const runPlan = async (plan: Plan, tell?: (line: string) => void): Promise<Outcome> => {
  const { copy, ...material } = await district()
  const giveBack = takeDigest()
  const { file, remove } = copy()
  const scheduler = createScheduler(tell)
  const chance = chances(plan.seed)
  const database = createDatabase(file, plan.disk, scheduler, chance)
  const logged: string[] = []
  const kills: { readonly at: number; readonly life: string }[] = []
  let set = 0
  let isCalm = false
  let tickMs = second
  /** Something begins or ends then, of elapsed time: no tick sleeps past it. */
  let nextMoment = Number.POSITIVE_INFINITY
  const rates = (): Rates => (isCalm ? none : plan.rates)
  const now = (): number => startAt + scheduler.elapsed() + set
  /** When the product said that it failed, and whether the database was ill then. */
  const failures: string[] = []
  const post = async (path: string, init: RequestInit): Promise<Response> => {
    const up = machines.filter(machine => machine.life() !== null)
    const machine = up[Math.floor(chance('which process') * up.length)] ?? machines[0]
    if (!machine) throw new Error('no process')
    const from = scheduler.elapsed()
    const answer = await machine.fetch(path, init)
    const spent = scheduler.elapsed() - from
    if (answer.status === 500) failures.push(`${init.method} ${path} 500`)
    if (answer.status === 503 && plan.processes === 1 && !database.wasIll(spent + 6 * second))
      failures.push(`${init.method} ${path} 503 with a database that is well`)
    return answer
  }
  const telegram = createTelegram({ scheduler, chance, rates, startAt, post })
  const machines = Array.from({ length: plan.processes }, (_, n) =>
    createMachine(`p${n + 1}`, {
      ...{ scheduler, chance, database, now },
      seal: auditSeal({ AUDIT_KEY: key, DATABASE_FILE: file }),
      log: line => logged.push(line),
      network: telegram.network,
      tickMs: () => Math.max(second, Math.min(tickMs, nextMoment - scheduler.elapsed())),
    }),
  )
  const spoken = createSpoken(material)
  const browsers: Browser[] = []
  const browserFor = (who: number, name: string, link: string): Browser => {
    const browser = createBrowser({
      ...{ name, who, scheduler, chance, spoken, link, now },
      losses: () => rates().posts,
      fetch: post,
    })
    browsers.push(browser)
    return browser
  }
  const people: readonly (TelegramPerson | Browser)[] = plan.people.map(({ device, filing }, who) => {
    const code = `${codeOf(who)}-${filing}`
    return device === 'telegram'
      ? createTelegramPerson(telegram.person(1_001 + who, `李${who}`), code, spoken)
      : browserFor(who, `w${who}`, `/chat/enter/${code}`)
  })
  const clients = people.flatMap(person => ('client' in person ? [person.client] : []))

  const does = (step: Step): void => {
    const person = people[step.who]
    if (!person) return
    scheduler.note(`person ${step.who} ${step.act}`)
    // Every other "other device" of somebody with Telegram is that device itself, once its link has come.
    const [link] = 'links' in person ? person.links() : []
    if (step.act === 'other-device' && 'links' in person && link !== undefined) {
      const name = `w${step.who}b`
      const device = devices.get(step.who) ?? browserFor(step.who, name, link)
      if (devices.has(step.who)) device.act({ ...step, act: 'tap' })
      else device.act({ ...step, act: 'begin' })
      devices.set(step.who, device)
      return
    }
    person.act(step)
  }
  const devices = new Map<number, Browser>()
  const meets = async (trouble: Trouble): Promise<void> => {
    scheduler.note(`trouble ${trouble.type}`)
    switch (trouble.type) {
      case 'kill': {
        const machine = machines[trouble.process]
        const kill = async (): Promise<void> => {
          const life = machine?.life()
          if (!machine || !life || isCalm) return
          kills.push({ at: scheduler.elapsed(), life })
          scheduler.note(`process ${trouble.process} is killed`)
          await machine.kill()
          scheduler.after(trouble.ms, 'a process starts', machine.start)
        }
        if (trouble.calls === 0) await kill()
        else telegram.afterCalls(trouble.calls, kill)
        break
      }
      case 'locked':
        database.lock(trouble.ms)
        break
      case 'full':
        database.fill(trouble.ms)
        break
      case 'clock':
        set += trouble.by
        break
      case 'outage':
        telegram.outage(trouble.ms, trouble.how)
        break
      case 'slow':
        telegram.slow(trouble.ms)
        break
      case 'blocked': {
        const person = people[trouble.who]
        if (!person || !('client' in person) || !person.client.chat.started) break
        const { client } = person
        client.block()
        scheduler.after(trouble.ms, 'somebody lets the bot in again', client.unblock)
        break
      }
      default:
        trouble satisfies never
    }
  }

  try {
    for (const machine of machines) await machine.start()
    for (const step of plan.steps) scheduler.after(step.at, 'somebody acts', () => does(step))
    for (const trouble of plan.troubles) scheduler.after(trouble.at, 'trouble comes', () => meets(trouble))
    const moments = [...[...plan.steps, ...plan.troubles].map(({ at }) => at), ...plan.troubles.map(endOf)]
    const last = Math.max(0, ...moments)
    // The clock ticks every second while something begins or ends, and less often where for long nothing does: an outcome
    // that could not be stored is stored at the first tick after the trouble, before its lease is over.
    for (const at of [...moments, last + minute].sort((a, b) => a - b)) {
      tickMs = second
      await scheduler.runUntil(Math.min(at, scheduler.elapsed() + 5 * second))
      tickMs = minute
      nextMoment = at
      await scheduler.runUntil(at)
    }
    nextMoment = Number.POSITIVE_INFINITY
    isCalm = true
    telegram.free()
    database.free()
    for (const machine of machines) await machine.start()
    for (const { chat } of clients) chat.blocked = false
    await scheduler.runUntil(scheduler.elapsed() + 2 * minute)
    tickMs = minute
    await scheduler.runUntil(scheduler.elapsed() + calm)
    tickMs = second
    const broken = await checkWorld({
      ...{ plan, scheduler, database, telegram, clients, browsers, people, kills, logged, failures, file },
      seal: auditSeal({ AUDIT_KEY: key, DATABASE_FILE: file }),
      said: [...saidOnTelegram(telegram, clients), ...browsers.flatMap(({ said }) => said)],
    })
    return { hash: scheduler.traceHash(), broken, events: scheduler.events(), lasted: scheduler.elapsed() }
  } finally {
    for (const machine of machines) await machine.kill()
    remove()
    giveBack()
  }
}

const endOf = (trouble: Trouble): number => trouble.at + ('ms' in trouble ? trouble.ms : 0)

const saidOnTelegram = (
  { updates, notices }: ReturnType<typeof createTelegram>,
  clients: readonly Client[],
): readonly Said[] =>
  updates
    .filter(({ kind }) => kind !== 'my_chat_member')
    .map(update => ({
      who: clients.findIndex(({ chat }) => chat.id === update.chat),
      channel: 'telegram',
      words: update.words,
      at: update.at,
      id: () => update.id,
      isAcknowledged: () => update.isAcknowledged,
      notice: () => (update.tap === null ? null : (notices.get(update.tap) ?? null)),
    }))

/** Web Crypto works on another thread; here it must be done when it is asked. */
const takeDigest = (): (() => void) => {
  const real = crypto.subtle.digest
  const digest = async (_: unknown, data: BufferSource) =>
    new Uint8Array(
      createHash('sha256')
        .update(new Uint8Array(data as Uint8Array))
        .digest(),
    ).buffer
  Object.defineProperty(crypto.subtle, 'digest', { value: digest, configurable: true, writable: true })
  return () => {
    Object.defineProperty(crypto.subtle, 'digest', { value: real, configurable: true, writable: true })
  }
}
