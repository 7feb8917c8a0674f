// The setup's page: lets in once, then never; wrong, used and never set are the same; guesses are slowed.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { seeding } from '../../seeding.ts'
import type { Browser } from './browser.ts'
import { type House, inHouse, origin } from './house.ts'

const code = 'a code of sixteen signs'
const right = { code, name: '王主任', district: '海曙区' }
const set = { setupCode: code }

const post = async (browser: Browser, fields: Record<string, string> = right) => {
  const answer = await browser.form('/setup', fields)
  const text = await answer.text()
  return { status: answer.status, text, retryAfter: answer.headers.get('retry-after') }
}
const administrators = (house: House) =>
  house.sql.all(`SELECT p.name, m.unit, m.until, u.name AS unitName FROM membership AS m
    JOIN person AS p ON p.id = m.person JOIN unit AS u ON u.id = m.unit WHERE m.role = 'administrator'`)
const all = (house: House) =>
  Promise.all(
    ['person', 'account', 'membership', 'session', 'unit', 'unit_above', 'audit'].map(async table =>
      house.sql.all(`SELECT * FROM ${table}`),
    ),
  )
const end = (house: House) =>
  house.sql.batch([{ sql: `UPDATE membership SET until = 1 WHERE role = 'administrator'` }])

describe('the setup', () => {
  test(
    'lets the first administrator in, with the district, a session and the lines of the audit',
    inHouse(async house => {
      const browser = house.browser()
      const page = await (await browser.request('/setup')).text()
      expect(page).toContain('name="code"')
      expect(page).toContain('name="district"')
      expect((await post(browser)).status).toBe(303)
      const [chief, ...more] = await administrators(house)
      expect(more).toEqual([])
      expect(chief).toMatchObject({ name: '王主任', until: null, unitName: '海曙区' })
      const units = await house.store.units()
      expect(units.map(({ name, isRoot, parent }) => [name, isRoot, parent])).toEqual([
        ['望湖街道', false, chief?.unit],
        ['海曙区', true, null],
      ])
      expect(await house.sql.all('SELECT unit, ancestor FROM unit_above')).toEqual([
        { unit: house.unit, ancestor: chief?.unit },
      ])
      const lines = await house.sql.all(`SELECT scope, channel, what FROM audit ORDER BY scope, n`)
      expect(lines.map(line => Object.values(line).join(' '))).toEqual([
        'root web set-up',
        'root web unit-added',
        'unit/unit-1 web unit-placed',
      ])
      const seal = createSeal('a key of the tests')
      expect(await verifyAudit({ audits: house.store, seal })).toEqual([])
      // The browser is in: its session is of the administrator's account.
      const [session] = await house.sql.all(
        `SELECT p.name FROM session AS s JOIN account AS a ON a.ref = s.account JOIN person AS p ON p.id = a.person`,
      )
      expect(session).toEqual({ name: '王主任' })
      expect(browser.cookie()).toMatch(/^nianbao_session=[0-9a-f]{64}$/)
    }, set),
  )

  test(
    'keeps neither the code nor a name in the log, nor the code in the database',
    inHouse(async house => {
      await post(house.browser(), { ...right, code: 'a wrong code of theirs' })
      await post(house.browser())
      expect(house.logged.join('\n')).toContain('setup.done')
      expect(house.logged.join('\n')).toContain('setup.refused')
      expect(house.logged.join('\n')).not.toMatch(/code of|王主任|海曙区/)
      const tables = await house.sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      for (const { name } of tables)
        expect(JSON.stringify(await house.sql.all(`SELECT * FROM ${name}`)), String(name)).not.toContain(
          'code of',
        )
    }, set),
  )

  test.each([
    ['the same code again', set, false],
    ['the same code when the administrator has gone', set, true],
    ['another code after a restart', { setupCode: 'another code of sixteen' }, false],
    ['another code when the administrator has gone', { setupCode: 'another code of sixteen' }, true],
  ])('then refuses %s', (_, now, gone) =>
    inHouse(async house => {
      expect((await post(house.browser())).status).toBe(303)
      if (gone) await end(house)
      const later = house.again(now)
      const before = await all(house)
      expect((await post(later.browser(), { ...right, code: now.setupCode, district: '别区' })).status).toBe(
        403,
      )
      expect(await all(house)).toEqual(before)
    }, set)(),
  )

  test(
    'is over when an administrator was invited, even once that one has gone with their unit',
    inHouse(async house => {
      const invited = await house.invite({ role: 'administrator' })
      await house.browser().enter(invited, '李')
      expect(await administrators(house)).toHaveLength(1)
      expect((await post(house.browser())).status).toBe(403)
      await seeding(house.store).removeUnits([house.unit])
      expect(await administrators(house)).toEqual([])
      expect((await post(house.browser())).status).toBe(403)
    }, set),
  )

  test(
    'of ten who are right at once lets one in',
    inHouse(async house => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => post(house.browser())))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(403)])
      expect(await administrators(house)).toHaveLength(1)
      expect(await house.count('person')).toBe(1)
    }, set),
  )

  test('says the same of a code that is wrong, was used, or was never set', async () => {
    const answers: unknown[] = []
    const wrong = { ...right, code: 'a wrong code of theirs' }
    await inHouse(async house => void answers.push(await post(house.browser(), wrong)), set)()
    await inHouse(async house => void answers.push(await post(house.browser(), wrong)))()
    await inHouse(
      async house => void answers.push(await post(house.browser(), { ...wrong, code: '' })),
      set,
    )()
    await inHouse(async house => void answers.push(await post(house.browser(), { ...wrong, code: '' })))()
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 403, retryAfter: null })
    // Once the district stands its name is not asked any more; all else is the same.
    await inHouse(async house => {
      await post(house.browser())
      const used = await post(house.browser())
      const other = await post(house.browser(), wrong)
      expect(used).toEqual(other)
      expect(used.text).toContain('不能登记')
      expect(used.text).not.toContain('name="district"')
    }, set)()
  })

  test(
    'slows ten wrong codes, and the right one too until the wait is over',
    inHouse(async house => {
      for (let n = 0; n < 10; n += 1)
        expect((await post(house.browser(), { ...right, code: `wrong code number ${n}` })).status).toBe(403)
      const slowed = await post(house.browser())
      expect(slowed).toMatchObject({ status: 429, retryAfter: '60' })
      expect(slowed.text).toContain('请稍后再试')
      // Another process, or one that started anew, knows it too.
      expect((await post(house.again(set).browser())).status).toBe(429)
      house.clock.now += 59_000
      expect(await post(house.browser())).toMatchObject({ status: 429, retryAfter: '1' })
      expect(await administrators(house)).toEqual([])
      house.clock.now += 1_000
      expect((await post(house.browser())).status).toBe(303)
      expect(await administrators(house)).toHaveLength(1)
    }, set),
  )

  test(
    'slows as much where no code is set',
    inHouse(async house => {
      for (let n = 0; n < 10; n += 1) expect((await post(house.browser())).status).toBe(403)
      expect(await post(house.browser())).toMatchObject({ status: 429, retryAfter: '60' })
    }),
  )

  test(
    'is not closed for ever by a clock that ran ahead',
    inHouse(async house => {
      await house.sql.batch([{ sql: 'UPDATE root SET setup_full_at = 9e15' }])
      expect((await post(house.browser())).status).toBe(429)
      house.clock.now += 60_000
      expect((await post(house.browser())).status).toBe(303)
    }, set),
  )

  test(
    'wants a name, and the district’s where there is none, whatever the code is',
    inHouse(async house => {
      for (const typed of [right, { ...right, code: 'wrong' }]) {
        const nameless = await post(house.browser(), { ...typed, name: ' ' })
        expect([nameless.status, nameless.text.includes('请填写管理员姓名')]).toEqual([400, true])
        const nowhere = await post(house.browser(), { ...typed, district: '' })
        expect([nowhere.status, nowhere.text.includes('请填写本区名称')]).toEqual([400, true])
        expect(nowhere.text).toContain('value="王主任"')
        expect(nowhere.text).not.toContain(typed.code)
      }
      expect(await administrators(house)).toEqual([])
    }, set),
  )

  test(
    'takes a unit of that name at the top as the district',
    inHouse(async house => {
      expect((await post(house.browser(), { ...right, district: '望湖街道' })).status).toBe(303)
      expect((await house.store.units()).map(({ name, isRoot }) => [name, isRoot])).toEqual([
        ['望湖街道', true],
      ])
    }, set),
  )

  test(
    'has the headers of the other pages, and takes no form of another site, and nothing huge',
    inHouse(async house => {
      const browser = house.browser()
      const [page, other] = [await browser.request('/setup'), await browser.request('/chat')]
      for (const name of [
        ...['content-security-policy', 'x-content-type-options', 'x-frame-options'],
        ...['referrer-policy', 'cache-control'],
      ]) {
        expect(page.headers.get(name), name).toBe(other.headers.get(name))
        expect(page.headers.get(name), name).not.toBeNull()
      }
      const sent = (headers: Record<string, string>, body = new URLSearchParams(right)) =>
        browser.request('/setup', { method: 'POST', headers, body })
      expect((await sent({ origin: 'https://evil.test' })).status).toBe(403)
      expect((await sent({ origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      const huge = new URLSearchParams({ ...right, name: 'x'.repeat(20_000) })
      expect((await sent({ origin }, huge)).status).toBe(413)
      expect(await administrators(house)).toEqual([])
      expect((await sent({ origin })).status).toBe(303)
    }, set),
  )
})
