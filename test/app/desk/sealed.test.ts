// The sealed paper copy of a report: asked after by the unit or by a list, shown back with its day, recorded by the tap.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, textOf } from '../desk.ts'
import { labels, office, openFilled } from '../life/report.ts'
import { makeDistrict } from './district.ts'

const signOff = {
  ...({ who: '周明', capacity: 'leader-in-charge', way: 'paper', signedOn: '2026-01-12' } as const),
  ...{ number: null, isUnderAuthority: false },
}

let bot: Desk
let sue: Awaited<ReturnType<Desk['seated']>>
const copies = async () =>
  (await bot.sql.all('SELECT received_on AS day FROM sealed_copy')).map(({ day }) => day)
beforeEach(async () => {
  bot = await openFilled()
  const { join } = await makeDistrict(bot)
  sue = (await join('李敏', 'supervisor')).person
})
afterEach(() => bot.close())

test('the copy of a unit is recorded with the day on which it came, once', async () => {
  expect(textOf(await sue.text('盖章件 柳荫街道'))).toContain('没有已报送的报告，未登记')
  await office(bot, 'sign-filing', { signOff })
  await office(bot, 'submit-filing')
  expect(textOf(await sue.text('柳荫街道盖章件交了没'))).toContain(
    '收到日期为 1月12日（周一）的，请点“登记收到”',
  )
  expect(textOf(await sue.text('登记盖章件 柳荫街道 1月25日'))).toContain('1月25日（周日）尚未到来，未登记')
  expect(textOf(await sue.text('登记盖章件 柳荫街道 1月9日'))).toContain('收到日期为 1月9日（周五）')
  expect(await copies()).toEqual([])
  expect(textOf(await sue.tap('登记收到'))).toContain('已登记收到柳荫街道 2022 年度报告盖章件')
  expect(await copies()).toEqual(['2026-01-09'])
  expect(await bot.sql.all(`SELECT new FROM audit WHERE what = 'sealed-received'`)).toEqual([
    { new: '2026-01-09' },
  ])
  expect((await bot.store.handled(bot.filing))?.state).toBe('submitted')
  expect(textOf(await sue.text('盖章件 柳荫街道'))).toContain('已于 1月12日（周一）登记收到')
})

test('the list of those whose copy has not come has a button for each', async () => {
  await office(bot, 'sign-filing', { signOff })
  await office(bot, 'submit-filing')
  expect(textOf(await sue.text('盖章件谁没交'))).toContain('盖章件未收 1 家：柳荫街道。')
  expect(labels(sue)[0]).toBe('登记收到：柳荫街道')
  await sue.tap('登记收到：柳荫街道')
  await sue.tap('登记收到')
  expect(textOf(await sue.text('盖章件谁没交'))).toContain('已报送的 1 家，盖章件均已收到')
})
