// Mail on a virtual clock: a real store, delivery as it is, Telegram's own sending, and the simulator's Bot API. Time
// passes only when nothing is under way any more, so that an hour takes a moment.

import { clockCommit } from '../../../src/app/clock/clock-commit.ts'
import { createDeliver } from '../../../src/app/mail/deliver.ts'
import { wordsMessage } from '../../../src/app/message.ts'
import type { Channel } from '../../../src/app/ports/channel.ts'
import { emptyCommit } from '../../../src/app/ports/commit.ts'
import type { Environment } from '../../../src/app/ports/environment.ts'
import { createSend } from '../../../src/channels/telegram/send.ts'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { migrate } from '../../../src/storage/migrate.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import { sqlite3 } from '../../../src/storage/sqlite3.ts'
import { createStore, type Store } from '../../../src/storage/store.ts'
import { virtualClock } from '../../telegram-sim/clock.ts'
import { virtualBotApi } from '../../telegram-sim/virtual-bot-api.ts'

const startAt = Date.UTC(2026, 0, 12, 1)
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

export type VirtualMail = Awaited<ReturnType<typeof openVirtualMail>>

type Fault = Parameters<typeof virtualBotApi>[2]

type Beside = { readonly store: Store; readonly environment: Environment }

/** `beside` gives channels besides Telegram. */
export const openVirtualMail = async (
  chats: readonly number[],
  fault?: Fault,
  beside: (parts: Beside) => readonly Channel[] = () => [],
) => {
  const clock = virtualClock(startAt)
  const bot = virtualBotApi(clock, chats, fault)
  const database = await sqlite3(':memory:')
  await migrate(database, 'migrations')
  let busy = 0
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1
    try {
      return await work
    } finally {
      busy -= 1
    }
  }
  const trouble: { fails: (() => Error | null | Promise<Error | null>) | null } = { fails: null }
  const sql: Sql = {
    ...database,
    all: (...args) => counted(database.all(...args)),
    batch: async statements => {
      const error = await trouble.fails?.()
      return counted(error ? Promise.reject(error) : database.batch(statements))
    },
  }
  const wall = { set: 0 }
  let ids = 0
  const environment: Environment = {
    now: () => clock.now() + wall.set,
    elapsed: () => clock.now() - startAt,
    zone: 'UTC',
    startOf: date => Date.parse(date),
    dateOf: at => new Date(at).toISOString().slice(0, 10),
    id: () => (++ids).toString(16).padStart(16, '0'),
    chance: () => 0.5,
    sleep: clock.sleep,
  }
  const logged: string[] = []
  const log = (event: string, fields: object = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const receive = async () => ({ repeat: false, notice: null })
  const { channel } = createTelegram({ token: '1:a', secrets: ['s'], receive })
  const channels = () => [{ ...channel, send: createSend(bot.api) }, ...more]
  const words = createWords('zh-CN')
  const start = () => {
    const store = createStore(sql)
    return createDeliver({
      ...{ outbox: store, archive: store, orderedFile: async () => null },
      environment,
      words,
      channels,
      log,
    })
  }
  const store = createStore(sql)
  const more = beside({ store, environment })
  let deliver = start()
  const others: ReturnType<typeof start>[] = []

  const rest = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await turn()
      if (busy > 0) quiet = -1
    }
  }
  /**
   * Time passes, and with it a sweep each second, as on a server, or as rarely as is said. Processes beside the first
   * sweep some time after it.
   */
  const pass = async (ms: number, isOver: () => boolean = () => false, sweepMs = 1_000): Promise<void> => {
    const end = clock.now() + ms
    const sweeps = [deliver, ...others].map(({ sweep }, n) => ({ sweep, at: clock.now() + n * 300 }))
    for (;;) {
      for (const each of sweeps)
        if (clock.now() >= each.at) {
          void each.sweep()
          each.at = clock.now() + sweepMs
        }
      await rest()
      if (isOver() || clock.now() >= end) return
      const next = clock.next(['bot']) ?? end
      clock.advance(Math.min(next, ...sweeps.map(({ at }) => at), end) - clock.now())
    }
  }
  let commits = 0
  const messagesTo = (to: readonly number[], text: string) =>
    to.map(id => wordsMessage(environment.id(), `telegram:${id}`, [{ text, style: 'plain' }]))
  return {
    ...{ bot, clock, wall, store, sql, logged, trouble, pass, environment },
    deliver: () => deliver,
    elapsed: () => clock.now() - startAt,
    /** Another process delivers too, before there is any mail. */
    beside: () => {
      others.push(start())
    },
    /** The process dies and another begins: nothing of it goes on. */
    restart: () => {
      deliver.end()
      deliver = start()
    },
    /** Somebody is answered, through delivery. */
    reply: async (id: number, text: string) => {
      commits += 1
      const incoming = { channel: 'telegram', id: `r${commits}`, at: environment.now() }
      return deliver.commit({ ...emptyCommit(incoming), outbox: messagesTo([id], text) })
    },
    /** The clock tells many something. */
    tell: async (to: readonly number[], text: string) => {
      commits += 1
      const due = { job: 'nudge', key: `${commits}`, at: environment.now() }
      await store.setDue(due, null)
      const turnOf = { due, now: environment.now(), next: null }
      return deliver.commit(clockCommit(turnOf, { outbox: messagesTo(to, text) }))
    },
    waiting: async () => (await store.backlog()).size,
    failed: async () =>
      Number((await database.all(`SELECT count(*) AS n FROM outbox WHERE state = 'failed'`))[0]?.n),
    close: () => database.close(),
  }
}

/** Private chats by number. */
export const chatsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at)
