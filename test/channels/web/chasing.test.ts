// A district without Telegram chases forty units from the page of its desk: at most two taps for a text to the group, and
// afterwards it is seen who was told when.

import { expect, test } from 'vitest'
import { emptyFiling, filingId, unitId } from '../../../src/engine/filing.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { seeding } from '../../seeding.ts'
import { type House, inHouse } from './house.ts'

const district = unitId('district')
const names = Array.from({ length: 40 }, (_, n) => `第${n + 1}街道`)

/** The house's clock stands at 12 January; the units are due on the 22nd and nobody has come in. */
const collect = async ({ store, sql }: House) => {
  const seed = seeding(store)
  await seed.addUnit({
    id: district,
    name: '望江区',
    level: 'county',
    powers: {},
    isRoot: true,
    files: false,
  })
  for (const [n, name] of names.entries()) {
    const unit = unitId(`u${n}`)
    await seed.addUnit({ id: unit, name, level: 'street', powers: {}, parent: district })
    await seed.openFiling(emptyFiling(disclosure2021, { id: filingId(`f${n}`), unit, year: 2025 }))
  }
  const dates = { v: 1, practice: 'sign-first', sign: null, due: '2026-01-22', feedback: null, publish: null }
  await sql.batch([
    {
      sql: `INSERT INTO campaign (id, obligation, year, root, dates, opened_at) VALUES ('c1', 'disclosure', 2025, 'district', ?1, 0)`,
      params: [JSON.stringify(dates)],
    },
    {
      sql: `INSERT INTO standing (filing, unit, campaign, state) SELECT id, unit, 'c1', 'draft' FROM filing WHERE year = 2025
        ON CONFLICT (filing) DO UPDATE SET campaign = excluded.campaign`,
      params: [],
    },
  ])
}

test(
  'forty units are chased with two taps, recorded once, and named with their time',
  inHouse(
    async house => {
      await collect(house)
      const sue = house.browser()
      await sue.enter(await house.invite({ unit: district, role: 'supervisor', filing: null }), '李敏')
      await sue.tap('提醒文字')
      const text = (await sue.all()).find(message => message.text.startsWith('各单位：'))
      expect(text?.text).toBe(
        '各单位：2025年政府信息公开工作年度报告请于1月22日（周四）下班前报区府办。请尚未报送的单位抓紧办理。',
      )
      await sue.tap('已转发')
      expect((await sue.asked()).text).toContain('✓ 已登记：群通知，40 家。')
      expect(await house.count('contact')).toBe(40)
      expect((await house.sql.all("SELECT count(*) AS n FROM audit WHERE what = 'contacted'"))[0]?.n).toBe(40)

      await sue.say('提醒文字')
      await sue.tap('列出单位名称')
      const named = (await sue.all()).find(message => message.text.includes('以下单位尚未完成报送'))
      for (const name of names) expect(named?.text).toContain(name)

      await sue.say('私信')
      const asked = await sue.asked()
      expect(asked.text).toContain('以上第 1—5 条，共 40 条')
      await sue.tap('已转发 第2街道')
      expect(await house.count('contact')).toBe(41)

      await sue.say('提醒记录')
      const told = (await sue.asked()).text
      expect(told).toMatch(/1月12日 09:00 群通知：第1街道、第2街道、.*第40街道（李敏）/)
      expect(told).toMatch(/1月12日 09:00 私信：第2街道（李敏）/)
    },
    { publicUrl: 'http://nianbao.test' },
  ),
)

test(
  'somebody who only views is given no texts and records nothing',
  inHouse(
    async house => {
      await collect(house)
      const viewer = house.browser()
      await viewer.enter(await house.invite({ unit: district, role: 'viewer', filing: null }), '副区长')
      await viewer.say('提醒文字')
      await viewer.say('提醒记录')
      const all = (await viewer.all()).map(({ text }) => text).join('\n')
      expect(all).not.toContain('各单位：')
      expect(await house.count('contact')).toBe(0)
    },
    { publicUrl: 'http://nianbao.test' },
  ),
)
