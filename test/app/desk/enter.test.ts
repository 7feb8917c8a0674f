// 代录: a unit's Word draft sent to the desk is read, shown back, entered only by the tap, and handed in for the unit.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { docxOf } from '../../../src/document/docx.ts'
import { outlineOf } from '../../../src/document/outline.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { type Desk, textOf } from '../desk.ts'
import { labels, openFilled } from '../life/report.ts'
import { makeDistrict } from './district.ts'

let bot: Desk
let sue: Awaited<ReturnType<Desk['seated']>>
let draft: Uint8Array
const standing = async () => {
  const stood = await bot.store.handled(bot.filing)
  if (!stood) throw new Error('no filing')
  return stood
}
const cells = async () => (await bot.sql.all('SELECT count(*) AS n FROM cell'))[0]?.n
const sends = async (bytes = draft, name = '柳荫街道年报.docx') => {
  await sue.send({ type: 'file', name, size: bytes.length, read: async () => bytes })
  return textOf(await sue.mail())
}
const docx = async (unitName: string) =>
  docxOf(outlineOf({ form: disclosure2021, filing: (await standing()).filing, unitName }))
beforeEach(async () => {
  bot = await openFilled('sign-first', { 'disclosure.licensing.handled': 7 })
  draft = await docx('柳荫街道')
  const { join } = await makeDistrict(bot)
  sue = (await join('李敏', 'supervisor')).person
})
const empty = async () => {
  await bot.sql.all('DELETE FROM cell')
  await bot.sql.all('DELETE FROM text')
  await bot.sql.all('UPDATE filing SET version = version + 1')
}
afterEach(() => bot.close())

test('a draft is shown back before anything is entered, entered by one tap and handed in for the unit', async () => {
  await empty()
  const said = await sends()
  expect(said).toContain('柳荫街道：已读取 Word 稿，尚未录入。')
  expect(await cells()).toBe(0)
  const done = textOf(await sue.tap('代录'))
  expect(done).toContain('✓ 已代录柳荫街道 2022 年度报告，标明代录。')
  expect(done).toContain('可代为报送')
  expect((await standing()).filing.entries.get('disclosure.licensing.handled' as never)).toMatchObject({
    ...{ value: 7, source: 'imported' },
  })
  expect(await bot.sql.all(`SELECT count(*) AS n FROM audit WHERE what = 'entered-for'`)).toEqual([{ n: 1 }])
  expect(textOf(await sue.tap('代为报送'))).toContain('请发送分管领导姓名和审签日期')
  expect(textOf(await sue.text('周明 1月9日'))).toContain('审签人：周明，分管领导，1月9日（周五），纸质签字')
  expect((await standing()).signOffs).toEqual([])
  await sue.tap('登记')
  await sue.tap('代为报送')
  expect((await standing()).state).toBe('submitted')
  expect(await bot.sql.all('SELECT on_behalf AS flag FROM standing WHERE filing = ?1', [bot.filing])).toEqual(
    [{ flag: 1 }],
  )
  expect(textOf(await sue.text('柳荫街道'))).toContain('代录')
})

test('what stands is never overwritten, and the difference is named', async () => {
  await bot.sql.all(`UPDATE cell SET value = '8' WHERE key = 'disclosure.licensing.handled'`)
  await bot.sql.all('UPDATE filing SET version = version + 1')
  expect(await sends()).toContain('行政许可')
  await sue.tap('代录')
  expect((await standing()).filing.entries.get('disclosure.licensing.handled' as never)?.value).toBe(8)
})

test('a draft of no known unit, one that is no Word file, and a report that is handed in get a sentence each', async () => {
  expect(await sends(await docx('海角天涯办'))).toContain('未代录')
  expect(await sends(draft, '年报.pdf')).toContain('PDF')
  await bot.sql.all(`UPDATE filing SET state = 'submitted', version = version + 1`)
  expect(await sends()).toContain('没有可代录的报告')
  expect(labels(sue)).not.toContain('代录')
})
