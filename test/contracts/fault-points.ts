// Every fault point: each table that a person's act writes fails once, and so does the COMMIT. Nothing half is stored, the
// sender is told 503, and when the same message comes again all is there once. One suite, called for every database.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../src/app/audit.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import { type Assets, assetNames } from '../../src/channels/web/assets.ts'
import { emptyFiling, filingId, unitId } from '../../src/engine/filing.ts'
import { fault, isFault } from '../../src/faults.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { realEnvironment } from '../../src/main/environment.ts'
import { createNianbao } from '../../src/main/nianbao.ts'
import { createServer } from '../../src/main/server.ts'
import type { Row, Sql } from '../../src/storage/sql.ts'
import { createStore } from '../../src/storage/store.ts'
import { openBrowser } from '../channels/web/browser.ts'
import { seeding } from '../seeding.ts'

type World = Awaited<ReturnType<typeof openWorld>>
/** One thing that a person does; done again, it is the same message. */
type Act = { readonly name: string; readonly post: (world: World, id: string) => Promise<Response> }

const code = 'invitation-code-number-1'
const origin = 'http://nianbao.test'
/** No page is looked at. */
const assets = Object.fromEntries(assetNames.map(name => [name, ''])) as Assets
const broken = 'a fault point'
/** Otherwise each table fails in the first act alone that writes it. */
const long = process.env.LONG === '1'

const pointed = new RegExp(`${broken}|FOREIGN KEY`)

/** The schema says of a fault point that it refuses; the machine would say that it cannot write there now. */
const asTheMachine = (sql: Sql): Sql => ({
  ...sql,
  batch: statements =>
    sql.batch(statements).catch(error => {
      const isPoint = isFault(error, 'database-refused') && pointed.test(error.detail ?? '')
      throw isPoint ? fault('database-unavailable', broken) : error
    }),
})

const openWorld = async (sql: Sql, translate = asTheMachine) => {
  const store = createStore(translate(sql))
  const clock = { now: Date.UTC(2026, 0, 12, 1) }
  const nianbao = createNianbao({
    config: {
      LOCALE: 'zh-CN',
      PUBLIC_URL: origin,
      TELEGRAM_BOT_TOKEN: undefined,
      TELEGRAM_WEBHOOK_SECRET: undefined,
      TELEGRAM_API_ROOT: '',
    },
    ...{ seal: createSeal('a key of the tests'), store, log: () => {}, web: { assets } },
    environment: {
      ...realEnvironment('Asia/Shanghai'),
      now: () => clock.now,
      elapsed: () => clock.now,
      sleep: async () => {},
    },
  })
  const app = createServer(nianbao, async () => true)
  const unit = unitId('unit-1')
  await seeding(store).addUnit({ id: unit, name: '望湖街道', level: 'street', powers: {} })
  const filing = await seeding(store).openFiling(
    emptyFiling(disclosure2019, { id: filingId('filing-1'), unit, year: 2020 }),
  )
  await seeding(store).invite(await hashOf(code), { unit, filing, expiresAt: clock.now + 86_400_000 })
  const browser = openBrowser(
    (path, init) => app.request(`${origin}${path}`, init),
    () => origin,
  )
  return { sql, browser, quiet: () => nianbao.deliver.quiet() }
}

const say = (text: string): Act => ({
  name: `says ${text}`,
  post: async ({ browser }, id) => browser.json({ id, text }),
})

const tap = (label: string): Act => ({
  name: `taps ${label}`,
  post: async ({ browser }, id) => {
    const { card, choices } = await browser.asked()
    const choice = choices.find(each => each.label.startsWith(label))
    if (!choice) throw new Error(`no ${label} among ${choices.map(each => each.label)}`)
    return browser.json(card === null ? { id, text: choice.label } : { id, card, number: choice.number })
  },
})

/** A whole report, so that everything a filler's acts write is written by one of them. */
const acts: readonly [Act, ...Act[]] = [
  {
    name: 'takes the link',
    post: async ({ browser }) => {
      await browser.request(`/chat/enter/${code}`)
      return browser.enter(code, '李')
    },
  },
  tap('开始填报'),
  tap('政府集中采购'),
  tap('选完了'),
  say('53项'),
  say('116万元'),
  tap('没有'),
  { ...say('撤销'), name: 'takes it back' },
  tap('没有'),
  tap('没有'),
  say('（一）健全工作机制。明确专人负责。'),
  tap('写完了'),
  say('（一）主要问题。栏目更新不够及时。'),
  tap('无'),
  say('2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：'),
  tap('生成送审稿'),
]

/** Every table of the schema, whatever its name. */
const tablesOf = async (sql: Sql): Promise<readonly string[]> =>
  (
    await sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
      AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT IN ('d1_migrations', 'meta', 'fault_point') ORDER BY name`)
  ).map(({ name }) => String(name))

type Dump = Readonly<Record<string, string>>

const dump = async (sql: Sql, tables: readonly string[]): Promise<Dump> => {
  const rows = await sql.batch(tables.map(table => ({ sql: `SELECT * FROM "${table}" ORDER BY 1, 2` })))
  return Object.fromEntries(tables.map((table, n) => [table, JSON.stringify(rows[n])]))
}

const differing = (one: Dump, other: Dump): readonly string[] =>
  Object.keys(one).filter(table => one[table] !== other[table])

const sizesOf = (dumped: Dump): readonly string[] =>
  Object.entries(dumped).map(([table, rows]) => `${table} ${JSON.parse(rows).length}`)

const run = (sql: Sql, text: string) => sql.batch([{ sql: text }])

/** All writes to this table fail while the work lasts. */
const whileFailing = async <T>(sql: Sql, table: string, work: () => Promise<T>): Promise<T> => {
  for (const event of ['INSERT', 'UPDATE', 'DELETE'])
    await run(
      sql,
      `CREATE TRIGGER fault_${event} BEFORE ${event} ON "${table}" BEGIN SELECT RAISE(ABORT, '${broken}'); END`,
    )
  try {
    return await work()
  } finally {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) await run(sql, `DROP TRIGGER fault_${event}`)
  }
}

/** Every write goes well and the COMMIT fails: a reference that is asked for only then points nowhere. */
const whileCommitFails = async <T>(sql: Sql, table: string, work: () => Promise<T>): Promise<T> => {
  await run(sql, 'CREATE TABLE fault_point (unit TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED)')
  for (const event of ['INSERT', 'UPDATE'])
    await run(
      sql,
      `CREATE TRIGGER fault_${event} AFTER ${event} ON "${table}" BEGIN INSERT INTO fault_point VALUES ('nowhere'); END`,
    )
  try {
    return await work()
  } finally {
    for (const event of ['INSERT', 'UPDATE']) await run(sql, `DROP TRIGGER fault_${event}`)
    await run(sql, 'DROP TABLE fault_point')
  }
}

const values = async (sql: Sql): Promise<readonly Row[]> =>
  sql.all(`SELECT key, value FROM cell UNION ALL SELECT key || part, body FROM text ORDER BY 1`)

/** Calls the suite for what `open` makes: a fresh, migrated and empty database; what an earlier call gave may be gone. */
export const faultPoints = (name: string, open: () => Promise<Sql>): void => {
  describe(name, () => {
    test('a report that is filled in with every write and every COMMIT failing once is the same report', async () => {
      // First without any trouble: which tables does each act change?
      const calm = await openWorld(await open())
      const tables = await tablesOf(calm.sql)
      const changed: (readonly string[])[] = []
      const sizes: (readonly string[])[] = []
      for (const [n, act] of acts.entries()) {
        const before = await dump(calm.sql, tables)
        expect((await act.post(calm, `act-${n}`)).status, act.name).toBeLessThan(400)
        await calm.quiet()
        const after = await dump(calm.sql, tables)
        changed.push(differing(before, after))
        sizes.push(sizesOf(after))
      }
      const all = new Set(changed.flat())
      for (const table of [
        'incoming',
        'filing',
        'cell',
        'text',
        'audit',
        'position',
        'card',
        'outbox',
        'standing',
        'snapshot',
      ])
        expect([...all], table).toContain(table)
      const told = await values(calm.sql)

      // Entering is two commits, the taking and the first screen, each whole: a link is tried in a world of its own.
      const [enter] = acts
      for (const table of changed[0] ?? []) {
        const door = await openWorld(await open())
        const answer = await whileFailing(door.sql, table, () => enter.post(door, 'enter'))
        expect(answer.status, `${table} fails at the door`).toBe(503)
        expect((await enter.post(door, 'enter')).status, `${table} failed at the door`).toBe(303)
        await door.quiet()
        expect(sizesOf(await dump(door.sql, tables)), `${table} failed at the door`).toEqual(sizes[0])
      }

      const world = await openWorld(await open())
      const { sql } = world
      const tried = new Set<string>()
      for (const [n, act] of acts.entries()) {
        const id = `act-${n}`
        const before = await dump(sql, tables)
        const failing = async (how: string, answer: Response) => {
          expect(answer.status, `${act.name}, ${how} fails`).toBe(503)
          expect(answer.headers.get('retry-after'), `${act.name}, ${how} fails`).not.toBeNull()
          await world.quiet()
          expect(differing(before, await dump(sql, tables)), `${act.name}, ${how} fails`).toEqual([])
        }
        const wanted = n === 0 ? [] : (changed[n] ?? []).filter(table => long || !tried.has(table))
        for (const table of wanted) {
          tried.add(table)
          await failing(table, await whileFailing(sql, table, () => act.post(world, id)))
        }
        const [any] = wanted
        if (any) await failing('COMMIT', await whileCommitFails(sql, any, () => act.post(world, id)))
        expect((await act.post(world, id)).status, act.name).toBeLessThan(400)
        await world.quiet()
        expect(sizesOf(await dump(sql, tables)), act.name).toEqual(sizes[n])
      }
      expect(await values(sql)).toEqual(told)
    })
  })
}
