// The Worker as it is deployed, in real workerd with D1: a report is filed through it, and its cron wakes the jobs' clock. The
// database is looked at from outside, as an administrator would.

import type { D1Database } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { hashOf } from '../../src/app/hash-of.ts'
import { wordsMessage } from '../../src/app/message.ts'
import { daily, nextAfter } from '../../src/district/recurring.ts'
import { emptyFiling, filingId, unitId } from '../../src/engine/filing.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { d1 } from '../../src/storage/d1.ts'
import { createStore } from '../../src/storage/store.ts'
import { openBrowser } from '../channels/web/browser.ts'
import { wordsOf } from '../document/material.ts'
import { street2020 } from '../scenarios/walk.ts'
import { seeding } from '../seeding.ts'
import { startTelegramSim } from '../telegram-sim/start-telegram-sim.ts'

const secret = 'a-secret-of-the-tests'
const setupCode = 'a code of sixteen signs'
const day = 86_400_000

let scene: Awaited<ReturnType<typeof openScene>>
const closing: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  scene = await openScene()
}, 60_000)
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

/** One Worker with its database for all tests, and Telegram before it. */
const openScene = async () => {
  const idle = { wait: async () => {} }
  const sim = await startTelegramSim({ grace: 50, startAt: Date.now(), idle: () => idle.wait() })
  closing.push(() => sim.stop())
  const harness = createTestHarness({
    workers: [
      {
        configPath: './wrangler.toml',
        vars: {
          TELEGRAM_BOT_TOKEN: sim.token,
          TELEGRAM_WEBHOOK_SECRET: secret,
          TELEGRAM_API_ROOT: sim.apiRoot,
          AUDIT_KEY: 'a key that only tests know',
          SETUP_CODE: setupCode,
        },
      },
    ],
  })
  closing.push(() => harness.close())
  const { url } = await harness.listen()
  const worker = harness.getWorker<{ readonly DB: D1Database }>()
  await worker.applyD1Migrations('DB')
  const sql = d1((await worker.getEnv()).DB)
  const store = createStore(sql)
  sim.setWebhook(`${url.origin}/telegram`, secret)

  const waiting = async () =>
    (await sql.all(`SELECT id FROM outbox WHERE state = 'queued'`)).map(({ id }) => String(id))
  idle.wait = async () => {
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([])
  }
  return { url, sim, harness, worker, sql, store, waiting }
}

/** A unit of its own for a test, with an open invitation. */
const addUnit = async (id: string) => {
  const { store } = scene
  const unit = { id: unitId(id), name: `${id}望湖街道`, level: 'street', powers: {} } as const
  await seeding(store).addUnit(unit)
  const filing = await seeding(store).openFiling(
    emptyFiling(disclosure2019, { id: filingId(`filing of ${id}`), unit: unit.id, year: 2020 }),
  )
  const code = `invitation-code-of-${id}`
  await seeding(store).invite(await hashOf(code), { unit: unit.id, filing, expiresAt: Date.now() + day })
  const standing = async () => (await store.units()).find(each => each.id === unit.id)?.filings[0]?.standing
  return { code, standing }
}

test('a stranger who writes to the Worker is answered politely, once, and a wrong secret is refused', async () => {
  const { sim, harness } = scene
  expect(await (await harness.fetch('/readyz')).text()).toBe('ready')
  const refused = await harness.fetch('/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'wrong' },
    body: '{"update_id":1}',
  })
  expect([401, 403]).toContain(refused.status)
  const stranger = sim.user({ id: 7, name: '路人' })
  sim.duplicate()
  stranger.send('你好')
  await sim.settle()
  expect(stranger.received()).toHaveLength(1)
  expect(sim.transcript(7)).toContain('尚未关联单位')
  sim.assertClean()
})

test('a report is filed through the Worker, from the invitation to the document', async () => {
  const { sim, sql } = scene
  const { code, standing } = await addUnit('filing')
  const person = sim.user({ id: 1001, name: '李' })
  person.start(code)
  await sim.settle()
  for (const answer of Object.values(street2020)) {
    answer(person)
    await sim.settle()
  }
  const [document, ...more] = person.received().flatMap(message => message.document ?? [])
  expect(more).toEqual([])
  expect(document?.name).toBe('filing望湖街道2020年度政府信息公开工作年度报告（送审稿）.docx')
  expect(wordsOf(document?.bytes ?? new Uint8Array())).toContain('116万元')
  expect(await standing()).toMatchObject({ open: 0, errors: 0 })
  expect(await sql.all('SELECT code FROM fault')).toEqual([])
  sim.assertClean()
})

test('the pages are served by the Worker, and a browser that comes in by its link is heard and woken', async () => {
  const { harness, url } = scene
  const { code, standing } = await addUnit('pages')
  const visitor = openBrowser(
    (path, init) => harness.fetch(path, init as never) as never,
    () => url.origin,
  )
  expect((await visitor.enter(code, '李')).status).toBe(303)
  const page = await (await visitor.request('/chat')).text()
  const assets = [...page.matchAll(/(?:src|href)="(\/chat\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(assets.length).toBeGreaterThan(4)
  for (const path of assets) expect((await visitor.request(path)).status, path).toBe(200)
  const stream = (await visitor.request('/chat/events')).body?.getReader()
  const first = await stream?.read()
  expect(new TextDecoder().decode(first?.value)).toContain('event: wake')
  await visitor.tap('开始填报')
  const second = await stream?.read()
  expect(new TextDecoder().decode(second?.value)).toContain('event: wake')
  await stream?.cancel()
  expect((await standing())?.next).toBe('disclosure.?')
})

test('a calendar fetches the days of a unit from the Worker, and a guessed address is nobody’s', async () => {
  const { harness, sql, store } = scene
  await addUnit('calendar')
  const dates = { v: 1, practice: 'sign-first', sign: null, due: '2021-01-22', feedback: null, publish: null }
  await sql.batch([
    {
      sql: `INSERT INTO campaign (id, obligation, year, dates, opened_at) VALUES ('c', 'disclosure', 2020, ?1, 0)`,
      params: [JSON.stringify(dates)],
    },
    {
      sql: `INSERT INTO standing (filing, unit, campaign, state) VALUES ('filing of calendar', 'calendar', 'c', 'draft')
        ON CONFLICT (filing) DO UPDATE SET campaign = excluded.campaign`,
      params: [],
    },
  ])
  const code = 'a-secret-of-a-calendar'
  await seeding(store).addFeed({ hash: await hashOf(code), unit: unitId('calendar'), person: null, since: 0 })
  const calendar = await (await harness.fetch(`/calendar/${code}.ics`)).text()
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:20210122\r\n/)
  expect((await harness.fetch(`/calendar/${code}s.ics`)).status).toBe(404)
  await sql.batch([{ sql: `UPDATE campaign SET closed_at = 1 WHERE id = 'c'`, params: [] }])
})

/** Comes in by the setup's page. */
let administrator: ReturnType<typeof openBrowser> | undefined

test('the first administrator of the Worker comes in by its code, once, and ten wrong ones are slowed', async () => {
  const { harness, url, sql } = scene
  const post = async (code: string) => {
    const browser = openBrowser(
      (path, init) => harness.fetch(path, init as never) as never,
      () => url.origin,
    )
    const { status, headers } = await browser.form('/setup', { code, name: '王主任', district: '海曙区' })
    if (status === 303) administrator = browser
    return { status, isIn: browser.cookie() !== '', wait: Number(headers.get('retry-after')) }
  }
  const page = await (await harness.fetch('/setup')).text()
  expect(page).toContain('启用码')
  expect(await post(setupCode)).toEqual({ status: 303, isIn: true, wait: 0 })
  expect(await sql.all('SELECT role FROM membership WHERE role = ?1', ['administrator'])).toHaveLength(1)
  expect(await post(setupCode)).toEqual({ status: 403, isIn: false, wait: 0 })
  const statuses: number[] = []
  for (let n = 0; n < 8; n += 1) statuses.push((await post(`wrong code number ${n}`)).status)
  expect(statuses).toEqual(Array(8).fill(403))
  const slowed = await post(setupCode)
  expect(slowed).toMatchObject({ status: 429, isIn: false })
  expect(slowed.wait).toBeGreaterThan(0)
  expect(slowed.wait).toBeLessThanOrEqual(60)
  // Another isolate has no memory of them: the database says so to it.
  expect(await createStore(sql).takeGuess({ capacity: 10, refillMs: 60_000 }, Date.now())).toBeGreaterThan(0)
})

test('a district of six starts its season in the Worker through its page and chats alone', async () => {
  const { sim, sql, worker } = scene
  const office = administrator
  if (!office) throw new Error('nobody was let in')
  const names = ['西门街道', '东门街道', '青石镇', '区教育局', '区财政局', '区住房和城乡建设局']
  const levelOf = (name: string) => (name.endsWith('局') ? '部门' : name.endsWith('镇') ? '镇' : '街道')
  const rows = names.map(name => `${name},海曙区,${levelOf(name)}`)
  const boundary = 'a-line-between'
  const imported = await office.request('/district/import', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: [
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="units.csv"',
      'Content-Type: text/csv',
      '',
      ['单位名称,上级,层级', ...rows].join('\n'),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  })
  expect(await imported.text()).toContain('已导入 6 个单位。')
  const opened = await office.form('/district/campaign', { sign: '', due: '2027-01-22', publish: '' })
  expect(await opened.text()).toContain('填报任务已开通')
  expect((await worker.scheduled({ scheduledTime: new Date() })).outcome).toBe('ok')
  const said = async (text: string) => {
    await office.say(text)
    return (await office.all()).slice(-3).map(message => message.text)
  }
  for (const [n, name] of names.entries()) {
    const texts = await said(`发链接 ${name} 填报人${n}`)
    const code = /start=([\w-]+)/.exec(texts.join())?.[1] ?? ''
    const person = sim.user({ id: 3_001 + n, name: `填报人${n}` })
    person.start(code)
    await sim.settle()
    expect(person.last().text).toContain(name)
  }
  expect((await said('住建局')).join()).toContain('填报人：填报人5')
  const page = await (await office.request(`/district?q=${encodeURIComponent('教育局')}`)).text()
  expect(page).toContain('未填报、报送期限 1月22日')
  expect((await said('进度')).join()).toContain('距报送期限 1月22日（周五）还有')
  await sql.batch([{ sql: 'UPDATE campaign SET closed_at = 1 WHERE closed_at IS NULL', params: [] }])
  sim.assertClean()
})

test('the Worker’s cron sends what waits and forgets what is old', async () => {
  const { sim, worker, sql, store, waiting } = scene
  const { code } = await addUnit('crons')
  const person = sim.user({ id: 1002, name: '王' })
  person.start(code)
  await sim.settle()
  const told = wordsMessage('0123456789abcdef', 'telegram:1002', [{ text: '尚未送达的话', style: 'plain' }])
  await store.commit({
    incoming: { channel: 'telegram', id: 'long ago', at: Date.now() - 31 * day },
    filings: [],
    outbox: [told],
  })
  expect(await waiting()).toEqual([told.id])
  expect((await worker.scheduled({ scheduledTime: new Date() })).outcome).toBe('ok')
  await sim.settle()
  expect(sim.transcript(1002)).toContain('尚未送达的话')
  const old = () => sql.all(`SELECT id FROM incoming WHERE id = 'long ago'`)
  expect(await old()).toHaveLength(1)
  const threeAtNight = new Date(nextAfter(daily('03:00'), 'Asia/Shanghai', Date.now()))
  expect((await worker.scheduled({ scheduledTime: threeAtNight })).outcome).toBe('ok')
  expect(await old()).toEqual([])
  sim.assertClean()
})

test('six units are reminded through the Worker by its cron, each once and in the hours', async () => {
  const { sim, worker, sql, store } = scene
  const opened = Date.parse('2026-12-21T00:30:00Z')
  const cron = async (moment: string) => {
    const scheduledTime = new Date(`${moment}:00+08:00`)
    // A page of the plan is due in the turn that follows the one that began it.
    for (const at of [scheduledTime, new Date(scheduledTime.getTime() + 60_000)])
      expect((await worker.scheduled({ scheduledTime: at })).outcome).toBe('ok')
    await sim.settle()
  }
  const dates = { v: 1, practice: 'sign-first', sign: null, due: '2027-01-22', feedback: null, publish: null }
  const run = (text: string, ...params: readonly (string | number)[]) => sql.batch([{ sql: text, params }])
  await run(
    `INSERT INTO campaign (id, obligation, year, dates, opened_at) VALUES ('nudged', 'disclosure', 2026, ?1, ?2)`,
    ...[JSON.stringify(dates), opened],
  )
  const people = Array.from({ length: 6 }, (_, n) => 2_001 + n)
  for (const person of people) {
    const id = `nudged-${person}`
    await seeding(store).addUnit({ id: unitId(id), name: `${person}望湖街道`, level: 'street', powers: {} })
    const filing = await seeding(store).openFiling(
      emptyFiling(disclosure2021, { id: filingId(`filing of ${id}`), unit: unitId(id), year: 2026 }),
    )
    await run(`UPDATE standing SET campaign = 'nudged' WHERE filing = ?1`, filing)
    await run(
      `INSERT INTO standing (filing, campaign, unit, state) SELECT ?1, 'nudged', ?2, 'draft'
        WHERE NOT EXISTS (SELECT 1 FROM standing WHERE filing = ?1)`,
      ...[filing, id],
    )
    const code = `invitation-code-of-${id}`
    await seeding(store).invite(await hashOf(code), { unit: unitId(id), filing, expiresAt: Date.now() + day })
    sim.user({ id: person, name: '李' }).start(code)
    await sim.settle()
  }
  const received = () => people.map(person => sim.transcript(person).split('还有 1 个工作日').length - 1)
  for (const moment of ['2027-01-20T16:00', '2027-01-21T08:50', '2027-01-21T12:00']) await cron(moment)
  expect(received()).toEqual([0, 0, 0, 0, 0, 0])
  for (const moment of ['2027-01-21T14:30', '2027-01-21T14:35', '2027-01-21T16:30', '2027-01-21T18:00'])
    await cron(moment)
  expect(received()).toEqual([1, 1, 1, 1, 1, 1])
  expect(await sql.all(`SELECT DISTINCT stage, state FROM nudge WHERE campaign = 'nudged'`)).toEqual([
    { stage: 't-1', state: 'sent' },
  ])
  sim.assertClean()
})
