// Addresses of publications at the desk: many lines at once, each bad one named, and what the lists say afterwards.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDesk, textOf } from '../desk.ts'
import { makeDistrict } from './district.ts'

let bot: Awaited<ReturnType<typeof openDesk>>
let place: Awaited<ReturnType<typeof makeDistrict>>
beforeEach(async () => {
  bot = await openDesk()
  place = await makeDistrict(bot)
})
afterEach(() => bot.close())

const approved = async (...units: readonly string[]) => {
  for (const unit of units) {
    const of = `(SELECT f.id FROM filing AS f JOIN unit AS u ON u.id = f.unit WHERE u.name = ?1 AND f.year = 2025)`
    await bot.sql.batch([
      { sql: `UPDATE filing SET state = 'approved' WHERE id = ${of}`, params: [unit] },
      {
        sql: `UPDATE standing SET state = 'approved', first_submitted_at = ?2, content = 1 WHERE filing = ${of}`,
        params: [unit, bot.clock.now],
      },
    ])
  }
}
const addresses = async () =>
  (await bot.sql.all('SELECT url, published_on AS day FROM publication ORDER BY url')).map(row => ({
    ...row,
  }))

test('good lines are recorded, bad ones named with what to do, and the words that follow are awaited', async () => {
  const { person } = await place.join('sue', 'supervisor')
  await place.collect()
  await approved('西门街道', '东门街道', '区教育局')
  expect(textOf(await person.text('谁还没挂网'))).toContain('已通过未公开 3 家')
  await person.tap('登记网址')
  const text = textOf(
    await person.text(
      [
        '西门 https://a.gov.cn/1.html 2026-01-09',
        '东门街道 a.gov.cn/2.html',
        '火星局 https://a.gov.cn/3.html',
        '青石镇 https://a.gov.cn/4.html',
        '区教育局 https://a.gov.cn/5.html 2026-02-30',
        '东门街道 https://a.gov.cn/1.html',
      ].join('\n'),
    ),
  )
  expect(text).toContain('✓ 已登记公开 1 家：西门街道。\n未登记 5 行，请更正后重新发送：')
  expect(text).toContain('第 2 行：“东门街道”的网址缺失或不完整')
  expect(text).toContain('第 3 行：未找到“火星局”')
  expect(text).toContain('第 4 行：“青石镇”的报告尚未审核通过')
  expect(text).toContain('第 5 行：“区教育局”的公开日期不存在')
  expect(text).toContain('第 6 行：“东门街道”的网址与前面另一单位相同')
  expect(await addresses()).toEqual([{ url: 'https://a.gov.cn/1.html', day: '2026-01-09' }])
  expect(textOf(await person.text('东门 https://a.gov.cn/2.html'))).toContain('已登记公开 1 家：东门街道')
  expect(textOf(await person.text('公开了几家'))).toContain('已公开 2 家，已通过未公开 1 家：区教育局。')
  const [line] = await bot.sql.all(`SELECT old, new FROM audit WHERE what = 'published' ORDER BY n LIMIT 1`)
  expect({ ...line }).toEqual({ old: 'approved', new: 'published' })
  expect(JSON.stringify(await bot.sql.all('SELECT * FROM audit'))).not.toContain('a.gov.cn')
})

test('an address is put right by giving it again, and a viewer records none', async () => {
  const { person } = await place.join('sue', 'supervisor')
  await place.collect()
  await approved('西门街道')
  await person.text('登记网址 西门街道 https://a.gov.cn/1.html')
  await person.text('登记网址 西门街道 https://a.gov.cn/9.html')
  expect(await addresses()).toEqual([{ url: 'https://a.gov.cn/9.html', day: '2026-01-12' }])
  const { person: viewer } = await place.join('vic', 'viewer')
  expect(textOf(await viewer.text('登记网址 西门街道 https://a.gov.cn/2.html'))).toContain('不能办理')
  expect(await addresses()).toHaveLength(1)
})
