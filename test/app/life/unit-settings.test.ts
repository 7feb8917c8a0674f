// What a unit's documents print beside its report: set in the chat, without a touch of the question, and closed with the
// day of the sign-off.

import { afterEach, expect, test } from 'vitest'
import { outlineIn } from '../../../src/app/mail/snapshot.ts'
import { type Desk, textOf } from '../desk.ts'
import { openFilled } from './report.ts'

let desk: Desk
afterEach(() => desk.close())

/** The last lines of the document that was made last. */
const closing = async () => {
  const [row] = await desk.sql.all('SELECT outline FROM snapshot ORDER BY content DESC, at DESC LIMIT 1')
  return outlineIn({ outline: String(row?.outline), report: '' }).blocks.at(-1)
}

test('contact and closing lines are asked for and set by words, and printed', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  await ann.text('继续')
  const before = (await ann.seat()).focus.question
  expect(textOf(await ann.text('设置'))).toMatch(/联系方式：不印\n落款：不印\n如需修改/)
  expect(textOf(await ann.text('设置联系方式 地址：青石路1号，电话：000-0000'))).toContain('✓ 设置已保存。')
  expect(textOf(await ann.text('设置落款 青石镇人民政府'))).toContain('落款：青石镇人民政府和审签日期')
  expect(textOf(await ann.text(`设置联系方式 ${'长'.repeat(201)}`))).toContain('不超过 200 字')
  expect((await ann.seat()).focus.question).toEqual(before)
  const page = textOf(await ann.text('查看全文'))
  expect(page).toContain('地址：青石路1号，电话：000-0000')
  expect(page).toMatch(/青石镇人民政府\s+2026年1月12日/)
  // Lines of the audit tell that there is a contact, and no telephone.
  expect(JSON.stringify(await desk.sql.all('SELECT * FROM audit'))).not.toContain('000-0000')
  expect(textOf(await ann.text('设置落款 无'))).toContain('落款：不印')
  expect(textOf(await ann.text('查看全文'))).not.toContain('青石镇人民政府')
})

test('a document closes with the day of the sign-off, and one of other words with its own', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  await ann.text('设置落款 有')
  await ann.text('继续')
  await ann.tap('领导已审签')
  await ann.tap('分管领导OA')
  await ann.text('周明 1月9日')
  await ann.tap('登记审签并报送')
  expect(await closing()).toMatchObject({ unit: '柳荫街道', day: '2026年1月9日' })
  expect(textOf(await ann.text('查看全文'))).toContain('2026年1月9日')
  await ann.text('总体情况')
  await ann.text('另有一段说明。')
  expect(textOf(await ann.text('查看全文'))).toContain('2026年1月12日')
})
