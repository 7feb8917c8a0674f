// A campaign from the command line: opened for all units that file, extended for one, told as the office tells it.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import {
  campaigns,
  closeOne,
  extendOne,
  openCampaign,
  showCampaign,
} from '../../src/main/commands/campaign.ts'
import { addUnit } from '../../src/main/commands/change-units.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { previewNudges } from '../../src/main/commands/preview-nudges.ts'
import { status } from '../../src/main/commands/status.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { dump } from '../contracts/store/world.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }
const dates = { sign: '2027-01-15', due: '2027-01-22', publish: '2027-01-29' }

const office = async () => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file })
  const { context, out } = made
  const list =
    '单位名称,上级,层级,在本区报送\n海曙区,,区,否\n月湖街道,海曙区,街道,是\n区教育局,海曙区,局,是\n区气象局,海曙区,局,否'
  await importUnits(await fileOf(list, 'units.csv'), {}, context)
  out.length = 0
  return { ...made, last: () => JSON.parse(out.at(-1) ?? ''), sql: () => sqlite3(file) }
}

test('is opened for the units that file, and told with its days and the law\u2019s', async () => {
  const { context, out, last } = await office()
  await invite('月湖街道', {}, context)
  expect(await openCampaign({ year: '2026', ...dates }, context)).toBe(0)
  expect(out.at(-1)?.split('\n')).toEqual([
    '已开通2026年政府信息公开工作年度报告填报任务，共 2 家单位。',
    '先签后报',
    '送审 1月15日（周五）前 · 报区府办 1月22日（周五）前 · 公开 1月29日（周五）前 · 法定期限 1月31日（周日）',
  ])
  await campaigns(json, context)
  expect(last()).toEqual({
    campaigns: [
      {
        ...{ id: expect.any(String), obligation: 'disclosure', year: 2026, practice: 'sign-first' },
        dates: { ...dates, feedback: null, legal: '2027-01-31' },
        ...{ openedAt: '2027-01-12T04:00:00.000Z', closedAt: null },
      },
    ],
  })
  expect(await refused(openCampaign({ year: '2026' }, context))).toEqual(['2026 年度的填报任务已开通。', 2])
  await verifyAll(json, context)
  expect(last()).toMatchObject({ ok: true })
})

test('its progress comes from standings that are true, later units too', async () => {
  const { context, out, last } = await office()
  await openCampaign(dates, context)
  await status(json, context)
  expect(last()).toEqual({
    campaign: expect.objectContaining({ year: 2026 }),
    ...{ of: 2, submitted: 0, approved: 0, published: 0, awaitingAnswer: 0 },
    toChase: {
      ...{ returned: [], underWay: [] },
      ...{ notBegun: ['月湖街道', '区教育局'], neverEntered: ['月湖街道', '区教育局'] },
    },
    units: ['月湖街道', '区教育局'].map(unit => ({
      ...{ unit, state: 'draft', open: expect.any(Number), errors: 0, submittedAt: null, onTime: null },
      ...{
        returnedTimes: 0,
        returnMendedInTime: null,
        onBehalf: false,
        sealedCopy: false,
        extendedUntil: null,
        promisedOn: null,
      },
    })),
  })
  expect(last().units[0].open).toBeGreaterThan(0)
  await addUnit('区水利局', { level: 'bureau' }, context)
  await status({}, context)
  expect(out.at(-1)?.split('\n')).toEqual([
    '2026年政府信息公开工作年度报告填报进度（截至 2027年1月12日 12:00）',
    '报送期限：1月22日（周五）',
    '应报送 3 家。已报送 0 家。未报送 3 家：未填报 3 家（月湖街道、区教育局、区水利局）。',
    '尚未进入 3 家：月湖街道、区教育局、区水利局。',
  ])
})

test('to look at it writes nothing, even where units have not joined yet', async () => {
  const { context, sql } = await office()
  await openCampaign(dates, context)
  const db = await sql()
  try {
    await db.batch([
      { sql: `UPDATE standing SET campaign = NULL` },
      { sql: 'UPDATE standing SET version = -1' },
    ])
    await db.batch([{ sql: `UPDATE due SET done_at = NULL, at = 1 WHERE job = 'join-campaign'` }])
    const before = await dump(db)
    await status({}, context)
    await showCampaign(json, context)
    await campaigns({}, context)
    await previewNudges({}, context)
    expect(await dump(db)).toBe(before)
  } finally {
    await db.close()
  }
})

test('one unit has longer, and after the close nobody', async () => {
  const { context, out, last } = await office()
  await openCampaign(dates, context)
  expect(await refused(extendOne('月湖街道', { until: '2027-01-22' }, context))).toEqual([
    expect.stringContaining('晚于'),
    2,
  ])
  expect(await refused(extendOne('区气象局', { until: '2027-01-25' }, context))).toEqual([
    expect.stringContaining('不在该填报任务中'),
    1,
  ])
  await extendOne('月湖街道', { until: '2027-01-25' }, context)
  expect(out.at(-1)).toBe('月湖街道：延期至 1月25日（周一）。')
  await showCampaign(json, context)
  expect(last()).toMatchObject({ units: 2, extensions: [{ unit: '月湖街道', until: '2027-01-25' }] })
  await status(json, context)
  expect(last().units[0]).toMatchObject({ unit: '月湖街道', extendedUntil: '2027-01-25' })
  await closeOne({}, context)
  expect(out.at(-1)).toBe('已关闭：2026年政府信息公开工作年度报告填报任务。')
  expect(await refused(extendOne('月湖街道', { until: '2027-01-26' }, context))).toEqual([
    '该填报任务已关闭。',
    1,
  ])
  expect(await refused(openCampaign({ year: '2026', ...dates }, context))).toEqual([
    '2026 年度的填报任务已关闭，不能重新开通。',
    1,
  ])
  await verifyAll(json, context)
  expect(last()).toMatchObject({ ok: true })
})

test.each([
  [{ publish: '2027-01-29' }, '2027-01-29'],
  [{}, '2027-01-31'],
])('an extension never shortens the time of a unit: %j', async (given, day) => {
  const { context, out } = await office()
  await openCampaign({ year: '2026', ...given }, context)
  expect((await refused(extendOne('月湖街道', { until: day }, context)))[1]).toBe(2)
  await extendOne('月湖街道', { until: '2027-02-01' }, context)
  expect(out.at(-1)).toBe('月湖街道：延期至 2月1日（周一）。')
})

test.each([
  [{ due: '2027-02-30' }, '不是日期'],
  [{ due: '2027-01-10', sign: '2027-01-15' }, '“报区府办”的期限早于“送审”'],
  [{ due: '2026-01-10' }, '应在 2026 年 7 月至 2027 年 12 月之间'],
  [{ feedback: '2027-01-10' }, '--practice review-first'],
  [{ practice: 'never' }, 'review-first'],
])('is refused with days that do not fit: %j', async (options, sentence) => {
  const { context } = await office()
  expect(await refused(openCampaign({ year: '2026', ...options }, context))).toEqual([
    expect.stringContaining(sentence),
    2,
  ])
})

test('there is no progress without one', async () => {
  const { context } = await office()
  expect(await refused(status(json, context))).toEqual([expect.stringContaining('尚无填报任务'), 1])
})
