// The office's half of a report's life at its desk: the queue, the review of a report, and what it does with it.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, textOf } from '../desk.ts'
import { labels, office, openFilled } from '../life/report.ts'
import { makeDistrict } from './district.ts'

const signOff = {
  ...({ who: '周明', capacity: 'leader-in-charge', way: 'paper', signedOn: '2026-01-12' } as const),
  ...{ number: null, isUnderAuthority: false },
}

let bot: Desk
let ann: Awaited<ReturnType<Desk['seated']>>
let sue: Awaited<ReturnType<Desk['seated']>>
let place: ReturnType<typeof makeDistrict>
let taps = 0
const state = async () => (await bot.store.handled(bot.filing))?.state
const open = async (practice: 'sign-first' | 'review-first' = 'sign-first') => {
  bot = await openFilled(practice)
  place = makeDistrict(bot)
  const { join } = await place
  ann = await bot.seated('ann')
  sue = (await join('李敏', 'supervisor')).person
  await office(bot, 'sign-filing', { signOff })
  await office(bot, 'submit-filing')
}
/** One tap or message of the office's. */
const tap = (label: string) => {
  taps += 1
  return sue.tap(label)
}
const say = (text: string) => {
  taps += 1
  return sue.text(text)
}
beforeEach(() => {
  taps = 0
})
afterEach(() => bot.close())

test('a clean report is approved in three taps, as it was on the screen, and its unit hears of it', async () => {
  await open()
  expect(textOf(await tap('待审'))).toContain('待审 1 家：\n柳荫街道 · 已报送，待审 · 1月12日（周一）')
  expect(textOf(await tap('柳荫街道'))).toContain('领导审签：周明（分管领导）')
  expect(labels(sue)).toEqual([...['审核通过', '退回修改', '询问', '受理', '查看全文', '待审', '帮助']])
  await tap('审核通过')
  expect(taps).toBe(3)
  expect(await state()).toBe('approved')
  expect(textOf(await ann.mail())).toContain('已审核通过')
})

test('a report that changed since it was on the screen is not approved, and what changed is named', async () => {
  await open('review-first')
  await tap('待审')
  await tap('柳荫街道')
  await ann.text('撤回')
  const changed = {
    type: 'cell',
    cell: 'disclosure.licensing.handled' as never,
    text: '3',
    shown: JSON.stringify([0, null]),
  } as const
  await bot.receive(ann.incoming(changed, null))
  await office(bot, 'submit-filing')
  expect(textOf(await tap('审核通过'))).toContain('报告已有改动，请核对后再办理')
  expect(await state()).toBe('submitted')
})

test('a return at two places is six taps by buttons and five by words, and leads the unit to them', async () => {
  await open()
  await tap('待审')
  await tap('柳荫街道')
  await tap('退回修改')
  await tap('总体情况')
  await tap('存在的主要问题')
  expect(await state()).toBe('submitted')
  await tap('退回：总体情况缺项')
  expect(taps).toBe(6)
  expect((await bot.store.handled(bot.filing))?.notes).toMatchObject([
    { kind: 'return', cells: ['overview', 'problems'], body: '总体情况缺项', name: '李敏' },
  ])
  expect((await bot.store.handled(bot.filing))?.mendBy).toBe('2026-01-14')
  expect(textOf(await ann.mail())).toMatch(/总体情况缺项[\s\S]*请于 1月14日（周三）前修改后重新报送/)
  expect(textOf(await ann.text('继续'))).toContain('李敏：总体情况缺项')

  await office(bot, 'submit-filing')
  taps = 0
  await tap('待审')
  await tap('柳荫街道')
  await tap('退回修改')
  expect(textOf(await say('自然人新收：请对照台账核实；总体情况：未写平台建设'))).toMatch(
    /需修改的项目：自然人 · 新收申请、总体情况[\s\S]*请单位于 1月14日（周三）前修改后重新报送/,
  )
  await tap('退回修改')
  expect(taps).toBe(5)
  expect(await bot.store.handled(bot.filing)).toMatchObject({ state: 'returned', returnedTimes: 2 })
})

test('a return in the evening offers to ring at once, by buttons and by words, and else makes no sound', async () => {
  await open()
  bot.clock.now = Date.UTC(2026, 0, 12, 13)
  const silent = async () =>
    (
      await bot.sql.all(
        `SELECT body ->> '$.isSilent' AS silent FROM outbox WHERE body GLOB '*退回柳荫街道*请核实修改*'`,
      )
    ).map(each => each.silent)
  await tap('待审')
  await tap('柳荫街道')
  await tap('退回修改')
  await tap('立即通知')
  await tap('总体情况')
  expect(labels(sue).filter(label => label.startsWith('✓'))).toEqual([
    '✓ 总体情况',
    '✓ 立即通知（现为非工作时间）',
  ])
  await tap('退回：总体情况缺项')
  expect(await silent()).toEqual([null])

  await office(bot, 'submit-filing')
  await tap('待审')
  await tap('柳荫街道')
  await tap('退回修改')
  await say('总体情况：未写平台建设')
  expect(labels(sue)).toContain('退回并立即通知')
  await tap('退回修改')
  expect(await silent()).toEqual([null, 1])
})

test('a question, a request and an undone approval go from the desk to the unit and back', async () => {
  await open()
  await tap('待审')
  await tap('柳荫街道')
  await tap('询问')
  expect(textOf(await say('收到'))).toContain('请发送需核实的事项')
  expect(await state()).toBe('submitted')
  expect(textOf(await say('自然人新收：与台账是否一致？'))).toContain('需修改的项目：自然人 · 新收申请')
  expect(await state()).toBe('submitted')
  await tap('发送询问')
  expect(await state()).toBe('queried')
  await ann.text('继续')
  await ann.tap('无误')
  await ann.text('一致。')
  expect(textOf(await sue.mail())).toContain('柳荫街道已答复对2022年度报告的询问（ann）：\n一致。')
  await tap('待审')
  expect(textOf(await tap('柳荫街道'))).toContain('ann答复：\n一致。')
  await tap('审核通过')
  await ann.text('继续')
  await ann.tap('申请退回修改')
  expect(textOf(await sue.mail())).toContain('申请退回2022年度报告修改')
  expect(textOf(await tap('待审'))).toContain('申请退回修改')
  await tap('柳荫街道')
  await tap('撤销审核通过')
  await say('好的')
  expect(await state()).toBe('approved')
  await say('发现错漏')
  await tap('撤销审核通过')
  expect(await state()).toBe('reviewing')
  await tap('待审')
  await tap('柳荫街道')
  await tap('同意退回修改')
  expect(await bot.store.handled(bot.filing)).toMatchObject({ state: 'returned', returnedTimes: 0 })
  expect(textOf(await ann.mail())).toContain('已同意退回')
})

test('somebody who only views is shown no report', async () => {
  await open()
  const { join } = await place
  const viewer = (await join('王强', 'viewer')).person
  expect(textOf(await viewer.text('待审'))).toContain('您的身份（查看人员）不能办理此项')
  expect(textOf(await sue.text('待审'))).toContain('柳荫街道')
})
