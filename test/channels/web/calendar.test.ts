// The calendar feed: told on a word, read by another program's parser, and nobody's once it ended or was guessed.

import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/document/calendar.ts'
import { type House, inHouse } from './house.ts'

const publicUrl = 'https://nianbao.example.gov.cn'
const pathIn = (text: string): string => /\/calendar\/[\w-]+\.ics/.exec(text)?.[0] ?? ''

/** The house's unit is collected from: 送审, 报送, 公开, and the law's day. */
const collect = async ({ sql, filing, unit }: House) => {
  const dates = {
    v: 1,
    practice: 'sign-first',
    sign: '2021-01-15',
    due: '2021-01-22',
    feedback: null,
    publish: '2021-01-29',
  }
  await sql.batch([
    {
      sql: `INSERT INTO campaign (id, obligation, year, root, dates, opened_at) VALUES ('c1', 'disclosure', 2020, NULL, ?1, 0)`,
      params: [JSON.stringify(dates)],
    },
    {
      sql: `INSERT INTO standing (filing, unit, campaign, state) VALUES (?1, ?2, 'c1', 'draft')
        ON CONFLICT (filing) DO UPDATE SET campaign = 'c1'`,
      params: [filing, unit],
    },
  ])
}

const eventsOf = (calendar: string) => {
  const parsed = new ICAL.Component(ICAL.parse(calendar))
  return parsed.getAllSubcomponents('vevent').map(each => {
    const event = new ICAL.Event(each)
    return {
      uid: event.uid,
      date: event.startDate.toString(),
      isDate: event.startDate.isDate,
      summary: event.summary,
    }
  })
}

const subscribed = async (house: House) => {
  await collect(house)
  const person = await house.entered('李')
  await person.say('日历订阅')
  const { text = '' } = (await person.all()).at(-1) ?? {}
  return { person, text, path: pathIn(text), stranger: house.browser(publicUrl) }
}

describe('a calendar feed', () => {
  test(
    'has the unit’s days as another parser reads them, without a session',
    inHouse(
      async house => {
        const { text, path, stranger } = await subscribed(house)
        expect(text).toContain(`${publicUrl}/calendar/`)
        expect(path).toMatch(/^\/calendar\/[0-9a-f]{48}\.ics$/)
        const answer = await stranger.request(path)
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          200,
          'text/calendar; charset=utf-8',
        ])
        expect(eventsOf(await answer.text())).toEqual([
          {
            uid: 'c1-unit-1-sign@nianbao',
            date: '2021-01-15',
            isDate: true,
            summary: '送审：2020年度政府信息公开工作年度报告',
          },
          {
            uid: 'c1-unit-1-due@nianbao',
            date: '2021-01-22',
            isDate: true,
            summary: '报区府办：2020年度政府信息公开工作年度报告',
          },
          {
            uid: 'c1-unit-1-publish@nianbao',
            date: '2021-01-29',
            isDate: true,
            summary: '公开：2020年度政府信息公开工作年度报告',
          },
          {
            uid: 'c1-unit-1-legal@nianbao',
            date: '2021-01-31',
            isDate: true,
            summary: '法定期限：2020年度政府信息公开工作年度报告',
          },
        ])
      },
      { publicUrl },
    ),
  )

  test(
    'keeps the name of a day that is moved, and tells a day of mending',
    inHouse(
      async house => {
        const { path, stranger } = await subscribed(house)
        await house.sql.all(
          "UPDATE standing SET extended_until = '2021-01-26', state = 'returned', mend_by = '2021-01-27'",
        )
        const events = eventsOf(await (await stranger.request(path)).text())
        expect(events.map(({ uid, date }) => `${uid} ${date}`)).toEqual([
          'c1-unit-1-sign@nianbao 2021-01-15',
          'c1-unit-1-due@nianbao 2021-01-26',
          'c1-unit-1-mend@nianbao 2021-01-27',
          'c1-unit-1-publish@nianbao 2021-01-29',
          'c1-unit-1-legal@nianbao 2021-01-31',
        ])
      },
      { publicUrl },
    ),
  )

  test(
    'that is guessed is answered like any address that is nobody’s, and guesses are slowed',
    inHouse(
      async house => {
        const { stranger } = await subscribed(house)
        const nowhere = await stranger.request('/nowhere')
        const guessed = await stranger.request(`/calendar/${'0'.repeat(48)}.ics`)
        expect([guessed.status, await guessed.text()]).toEqual([404, await nowhere.text()])
        const statuses = []
        for (let n = 0; n < 40; n += 1)
          statuses.push((await stranger.request(`/calendar/${'1'.repeat(48)}.ics`)).status)
        expect(statuses.at(-1)).toBe(429)
      },
      { publicUrl },
    ),
  )

  test(
    'stands nowhere as it is, neither in the database nor in the log, and leaves a line of the audit',
    inHouse(
      async house => {
        const { path } = await subscribed(house)
        const code = path.slice('/calendar/'.length, -'.ics'.length)
        for (const table of ['feed', 'audit']) {
          expect(JSON.stringify(await house.sql.all(`SELECT * FROM ${table}`))).not.toContain(code)
        }
        expect(house.logged.join()).not.toContain(code)
        const lines = await house.sql.all("SELECT what, scope FROM audit WHERE what LIKE 'feed-%'")
        expect(lines).toEqual([{ what: 'feed-made', scope: 'unit/unit-1' }])
      },
      { publicUrl },
    ),
  )

  test(
    'is nobody’s when its person ends it, and when they have no right to the unit any more',
    inHouse(
      async house => {
        const { person, path, stranger } = await subscribed(house)
        await person.say('日历订阅')
        const second = pathIn((await person.all()).at(-1)?.text ?? '')
        expect(second).not.toBe(path)
        await person.say('停用日历订阅')
        expect((await person.all()).at(-1)?.text).toBe('已停用日历订阅地址 2 个。')
        for (const each of [path, second]) expect((await stranger.request(each)).status).toBe(404)
        await person.say('停用日历订阅')
        expect((await person.all()).at(-1)?.text).toBe('目前没有日历订阅地址。')
        await person.say('日历订阅')
        const third = pathIn((await person.all()).at(-1)?.text ?? '')
        expect((await stranger.request(third)).status).toBe(200)
        await house.sql.all('UPDATE membership SET until = 1')
        expect((await stranger.request(third)).status).toBe(404)
      },
      { publicUrl },
    ),
  )

  test(
    'is one of five at most: with one more the oldest ends',
    inHouse(
      async house => {
        const { person, path, stranger } = await subscribed(house)
        for (let n = 0; n < 5; n += 1) {
          house.clock.now += 1
          await person.say('日历订阅')
        }
        expect(await house.count('feed')).toBe(5)
        expect((await stranger.request(path)).status).toBe(404)
      },
      { publicUrl },
    ),
  )

  test(
    'is not offered where nobody could reach it, and the question stands',
    inHouse(async house => {
      const person = await house.entered()
      await person.tap('开始填报')
      const question = await person.asked()
      await person.say('日历订阅')
      expect((await person.all()).at(-1)?.text).toBe('目前未开通网页访问，不能订阅日历。')
      expect((await person.asked()).id).toBe(question.id)
      expect(await house.count('feed')).toBe(0)
    }),
  )
})

test('lines end in CRLF and have 75 octets at most, whatever the words are', () => {
  const summary = '报送；政府信息公开工作年度报告，\\n 𠮷'.repeat(12)
  const calendar = calendarOf('甲', [{ uid: 'a@nianbao', date: '2027-01-22', summary }], 0)
  const lines = calendar.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines.some(line => /[\r\n]/.test(line))).toBe(false)
  expect(Math.max(...lines.map(line => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  expect(eventsOf(calendar)[0]?.summary).toBe(summary)
})
