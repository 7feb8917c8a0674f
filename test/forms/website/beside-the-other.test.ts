// Two obligations of one unit and one year, each filed in its channel: the figures, the questions, the cards, last
// year's report and the documents of the one never meet the other.

import { expect, test } from 'vitest'
import { hashOf } from '../../../src/app/hash-of.ts'
import { emptyFiling, type FilingId, filingId, type UnitId, unitId } from '../../../src/engine/filing.ts'
import type { Store } from '../../../src/storage/store.ts'
import type { Browser } from '../../channels/web/browser.ts'
import { type House, inHouse } from '../../channels/web/house.ts'
import { readAtOnce } from '../../intake/docx/read-at-once.ts'
import { inOffice, street } from '../../scenarios/office.ts'
import { seeding } from '../../seeding.ts'
import { both, wordsOfBoth } from './books.ts'
import { website2020 } from './form.ts'

const wanted = { catalog: both, words: wordsOfBoth('zh-CN') }
const year = 2020

/** The unit's website report of the year in which it has a disclosure report, and of the year before. */
const openWebsite = async (store: Store, unit: UnitId): Promise<FilingId> => {
  const before = emptyFiling(website2020, { id: filingId('site-2019'), unit, year: year - 1 })
  await seeding(store).openFiling(before)
  return seeding(store).openFiling(emptyFiling(website2020, { id: filingId('site-2020'), unit, year }))
}

/** The report of the year before has a stock at its end. */
const endBefore = ({ sql }: House, items: number) =>
  sql.batch([
    {
      sql: `INSERT INTO cell (filing, key, value, source, "by", at)
            VALUES ('site-2019', 'content.end.value', ?1, 'typed', 'p', 1)`,
      params: [String(items)],
    },
  ])

/** What was written by the first revision, by another process. */
const age = ({ sql }: House, site: FilingId) =>
  sql.batch([
    {
      sql: `UPDATE cell SET key = 'content.fresh.value' WHERE filing = ?1 AND key = 'content.new.value'`,
      params: [site],
    },
    { sql: 'UPDATE filing SET revision = 1, version = version + 1 WHERE id = ?1', params: [site] },
  ])

const write = async (visitor: Browser, cell: string, text: string): Promise<Response> => {
  const page = await (await visitor.request('/chat/table')).text()
  const form = (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find(each => each.includes(`value="${cell}"`))
  const fields = [...(form ?? '').matchAll(/name="(\w+)"\s+value="([^"]*)"/g)]
  const shown = fields.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')] as const)
  return visitor.form('/chat/table', { ...Object.fromEntries(shown), cell, text })
}

const stored = async ({ sql }: House, filing: FilingId) =>
  Object.fromEntries(
    (await sql.all('SELECT key, value FROM cell WHERE filing = ?1 ORDER BY key', [filing])).map(row => [
      String(row.key),
      JSON.parse(String(row.value)),
    ]),
  )

test(
  'in the browser each person fills the report they were invited to, in the chat and in its tables',
  inHouse(async house => {
    const site = await openWebsite(house.store, house.unit)
    expect(site).not.toBe(house.filing)
    const disclosure = await house.entered('李')
    const website = house.browser()
    await website.enter(await house.invite({ filing: site }), '王')

    await website.tap('开始填报')
    await website.tap('是')
    await website.say('望湖街道门户网站')
    await disclosure.tap('开始填报')
    expect((await website.asked()).text).toContain('首页网址是什么？')
    expect((await disclosure.asked()).text).not.toContain('网址')

    expect((await write(website, 'site.since.value', '6月1日')).status).toBe(303)
    expect(await (await write(website, 'site.address.value', 'ftp://a.cn')).text()).toContain('不是完整网址')
    await write(website, 'site.channels.value', '微博、微信')
    await write(website, 'spending.build.value', '12.5')
    await write(website, 'spending.upkeep.value', '3200元')
    await write(website, 'spending.security.value', '无')
    const table = await (await website.request('/chat/table')).text()
    expect(table).toMatch(/id="c-spending\.total\.value"[^>]*>12\.82</)
    expect(table).toContain('微博、微信')
    expect(table).not.toMatch(/c-requests|c-disclosure|表三|申请/)
    await write(disclosure, 'requests.received.natural', '6')

    expect(await stored(house, site)).toMatchObject({
      'site.open.value': true,
      'site.since.value': '2020-06-01',
      'site.channels.value': ['weibo', 'weixin'],
      'spending.upkeep.value': { fen: 320_000, unit: 'wan-yuan' },
    })
    expect(Object.keys(await stored(house, house.filing)).every(key => key.startsWith('requests.'))).toBe(
      true,
    )
    const page = await (await website.request('/chat')).text()
    expect(page).toContain('2020年政府网站工作年度报表')
    expect(page).not.toContain('信息公开')
  }, wanted),
)

test(
  'in the browser the year before is compared with, an old name is understood, and the document is downloaded',
  inHouse(async house => {
    const site = await openWebsite(house.store, house.unit)
    await endBefore(house, 90)
    const disclosure = await house.entered('李')
    await disclosure.tap('开始填报')
    const website = house.browser()
    await website.enter(await house.invite({ filing: site }), '王')
    await website.tap('开始填报')
    await website.tap('是')
    for (const line of [
      '望湖街道门户网站',
      'https://www.wanghu.example.cn',
      '2015-6-1',
      '微博、移动客户端',
      '98.5',
    ])
      await website.say(line)
    await website.tap('有')
    await website.tap('本年发布')
    await website.tap('选完了')
    await website.say('30')
    await age(house, site)
    await website.say('10')
    expect((await website.asked()).text).toContain('尚有 20 条未列入原创和转载。')
    await website.tap('转载 20')
    expect((await website.asked()).text).toContain('2019年结转 90')
    await website.say('100')
    expect((await website.asked()).text).toContain('“年初条数”为 100，上年年末为 90，请核实或说明。')
    await website.tap('已核实，情况属实')
    for (const line of ['130', '12.5', '3200元', '0', '全年更新及时。']) await website.say(line)
    await website.tap('写完了')
    await website.tap('生成送审稿')

    const file = (await website.all()).findLast(each => each.file)?.file
    expect(file?.name).toContain('望湖街道2020年政府网站工作年度报表')
    const answer = await website.request(file?.url ?? '')
    expect(answer.status).toBe(200)
    const document = await readAtOnce(new Uint8Array(await answer.arrayBuffer()), both)
    if (!document.ok) throw new Error(document.why)
    const { form, figures, texts } = document.draft
    expect(form).toBe('website-2020')
    expect(Object.fromEntries(figures)).toMatchObject({
      'site.channels.value': ['weibo', 'app'],
      'content.begin.value': 100,
      'content.new.value': 30,
      'spending.total.value': { fen: 12_820_000, unit: 'wan-yuan' },
    })
    expect(texts).toEqual([['summary', '全年更新及时。']])
    expect((await disclosure.request(file?.url ?? '')).status).toBe(404)
    expect(await stored(house, house.filing)).toEqual({})
  }, wanted),
)

const lines = [
  '柳荫街道门户网站',
  'https://www.liuyin.example.cn',
  '2015-6-1',
  '微博、移动客户端',
  '98.5',
  '没有',
  '12.5',
  '3200元',
  '0',
  '全年更新及时。',
]

test(
  'in Telegram it is filed from beginning to end and its document is sent, while a colleague files the other one',
  inOffice(
    street,
    async office => {
      const site = await openWebsite(office.ledger.store, unitId('unit-1'))
      const code = 'invitation-code-for-the-website'
      const expiresAt = office.sim.clock.now() + 86_400_000
      await seeding(office.ledger.store).invite(await hashOf(code), {
        unit: unitId('unit-1'),
        filing: site,
        expiresAt,
      })
      const colleague = await office.join(1001, '李')
      const person = office.sim.user({ id: 1002, name: '王' })
      await office.does(person, () => person.start(code))
      await office.does(person, () => person.tap('开始填报'))
      await office.does(person, () => person.tap('是'))
      await office.does(colleague, () => colleague.tap('开始填报'))
      for (const line of lines) await office.does(person, () => person.send(line))
      await office.does(person, () => person.tap('写完了'))
      await office.does(person, () => person.tap('生成送审稿'), 2)
      const last = person.received().slice(-3)
      expect(JSON.stringify(last)).toContain('望湖街道2020年政府网站工作年度报表')
      expect((await office.ledger.stored()).entries.size).toBe(0)
      expect(await office.ledger.faults()).toEqual([])
    },
    wanted,
  ),
)
