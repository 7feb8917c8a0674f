// The answers to an office's own words: the number first, then the names, and as of when; a branch, one unit, an act that
// is asked again before it is done.

import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTick } from '../../../src/app/clock/tick.ts'
import { orderedFile } from '../../../src/app/exports/office-file.ts'
import { done } from '../../../src/app/registry/administer.ts'
import { importUnits } from '../../../src/app/registry/import-units.ts'
import { usualFlags } from '../../../src/district/unit-tree.ts'
import { jobs } from '../../../src/jobs/jobs.ts'
import { jobContext } from '../clock/job-context.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'
import { makeDistrict } from './district.ts'

let bot: Desk
let place: Awaited<ReturnType<typeof makeDistrict>>
let calls = 0
beforeEach(async () => {
  bot = await openDesk({
    store: store =>
      new Proxy(store, {
        get: (of, name) => {
          calls += 1
          return Reflect.get(of, name)
        },
      }),
  })
  place = await makeDistrict(bot)
})
afterEach(() => bot.close())

const at = (day: number, hour = 1) => Date.UTC(2026, 0, day, hour)
const stands = (unit: string, columns: Readonly<Record<string, string | number>>) =>
  bot.sql.batch([
    {
      sql: `UPDATE standing SET ${Object.keys(columns)
        .map((name, n) => `${name} = ?${n + 2}`)
        .join(', ')} WHERE unit = (SELECT id FROM unit WHERE name = ?1)`,
      params: [unit, ...Object.values(columns)],
    },
  ])
const handedIn = { state: 'submitted', first_submitted_at: at(11), submitted_at: at(11), content: 3 }

/** 西门 is returned, 东门 waits, 青石镇 is under way and promised today, 住建局 is approved; 教育局 and 柳荫 are blank. */
const season = async () => {
  const { person } = await place.join('sue', 'supervisor')
  await place.collect()
  const returned = { state: 'returned', returned_times: 2, returned_at: at(12), mend_by: '2026-01-14' }
  await stands('西门街道', { ...handedIn, ...returned })
  await stands('东门街道', { ...handedIn, first_submitted_at: at(12), submitted_at: at(12), zero: 1 })
  await stands('青石镇', { content: 2, open: 2, promised_on: '2026-01-12', extended_until: '2026-01-26' })
  await stands('区住房和城乡建设局', { ...handedIn, state: 'approved', sealed_at: at(12) })
  return person
}
const first = (text: string) => text.split('\n')[0]
const labels = (mail: readonly { choices: readonly { label: string }[] }[]) =>
  mail.flatMap(({ choices }) => choices.map(({ label }) => label))

describe('an office that asks', () => {
  test.each([
    ['还差谁', '未报送 3 家：填报中 1 家（青石镇）、未填报 2 家（区教育局、柳荫街道）。'],
    ['街道还差谁', '街道 3 家。'],
    ['街道交齐了没', '街道 3 家，已报送 2 家，未报送 1 家：柳荫街道（未填报）。'],
    ['退回几家了', '退回 2 家次（1 家）；已改报 0 家，未改 1 家。'],
    ['今天交了几家', '今日报送 1 家：东门街道（01:00）。'],
    ['昨天交了几家', '昨日报送 2 家：西门街道（01:00）、区住房和城乡建设局（01:00）。'],
    ['零报告有几家', '零报告（各项均为 0）1 家，已报送 3 家。'],
    ['盖章件谁没交', '盖章件未收 2 家：西门街道、东门街道。'],
    ['公开了几家', '已公开 0 家，已通过未公开 1 家：区住房和城乡建设局。'],
    ['审核通过的名单', '审核通过 1 家：区住房和城乡建设局。'],
    ['谁还没人认领', '尚未进入 6 家：西门街道、东门街道、青石镇、区住房和城乡建设局、区教育局、柳荫街道。'],
    ['谁延期了', '已延期 1 家：青石镇（至 1月26日（周一））。'],
    ['离截止还有几天', '距报送期限 1月22日（周四）还有 8 个工作日。'],
    ['去年这个时候交了几家', '系统中无上年同期记录，目前已报送 3 家。'],
    ['昨天催的谁有回音', '昨日未发送提醒。'],
    ['住建局交了没', '区住房和城乡建设局'],
    ['火星局交了没', '未找到“火星局”。'],
    ['西门街道是谁在填，电话多少', '西门街道尚无人员进入。'],
    ['全区今年收了多少申请', '已汇总 2/6 家：'],
  ])('%s is answered with the number first', async (said, line) => {
    const text = textOf(await (await season()).text(said))
    expect(first(text)?.startsWith(line)).toBe(true)
    if (line.endsWith('。') && !/找到|对话|人员/.test(line)) expect(text).toContain('截至 1月12日 01:00')
  })

  test('sees the returned one apart, the returns with their days, and a branch alone', async () => {
    const person = await season()
    expect(textOf(await person.text('还差谁'))).toContain('另有退回待改 1 家（西门街道），已计入已报送。')
    expect(textOf(await person.text('退回的改了没'))).toContain(
      '未改：西门街道（1月12日（周一）退回、1月14日（周三）前改报）。',
    )
    const branch = textOf(await person.text('街道交齐了没'))
    expect(branch).toContain('街道 3 家，已报送 2 家，未报送 1 家：柳荫街道（未填报）。')
    expect(branch).not.toContain('区教育局')
  })

  test('has a sentence to forward, that foresees what units have said', async () => {
    const [sentence] = await (await season()).text('主任问还有几家，怎么回')
    expect(textOf(sentence ? [sentence] : [])).toBe(
      '截至1月12日 01:00，应报送 6 家，已报送 3 家，未报送 3 家，预计今日可再报送 1 家。',
    )
  })

  test('copies the names, one a line, and taps a unit for its standing', async () => {
    const person = await season()
    const [names] = await person.text('把没交的名单发我')
    expect(textOf(names ? [names] : [])).toBe('青石镇\n区教育局\n柳荫街道')
    await person.text('进度')
    expect(labels(await person.tap('未完成 4'))).toEqual(
      expect.arrayContaining(['西门街道', '青石镇', '区教育局', '柳荫街道']),
    )
    expect(textOf(await person.tap('青石镇'))).toContain('填报中')
  })

  test('is shown who would be reminded once more, and nothing is sent', async () => {
    const person = await season()
    const mail = await person.text('给没交的再催一遍')
    expect(textOf(mail)).toContain('系统不会立即发送')
    expect(labels(mail)).toContain('提醒文字')
    expect(await bot.sql.all('SELECT * FROM nudge')).toEqual([])
  })

  test('is told how old the figures are, only where some are behind', async () => {
    const person = await season()
    expect(textOf(await person.text('进度'))).toContain('其中 2 家的数据正在更新')
    await stands('西门街道', { content: 0 })
    await stands('青石镇', { content: 0 })
    expect(textOf(await person.text('进度'))).not.toContain('正在更新')
  })
})

describe('a later day', () => {
  test('is asked about again, and given by a tap', async () => {
    const person = await season()
    const mail = await person.text('教育局要晚两天，给他延到25号')
    expect(textOf(mail)).toBe('将区教育局报送期限（1月22日（周四））延至 1月25日（周日）？')
    expect(await bot.sql.all(`SELECT until FROM extension`)).toEqual([])
    expect(textOf(await person.tap('确认延期'))).toBe('✓ 区教育局报送期限已延至 1月25日（周日）。')
    expect(await bot.sql.all(`SELECT until FROM extension`)).toEqual([{ until: '2026-01-25' }])
  })

  test('is asked for where none is named, and refused where it is no later one', async () => {
    const person = await season()
    expect(textOf(await person.text('延期'))).toContain('请发送单位名称和日期')
    expect(textOf(await person.text('教育局'))).toContain('延至哪一天')
    expect(textOf(await person.text('1月20日'))).toContain('延至 1月20日')
    expect(textOf(await person.tap('确认延期'))).toContain('未延期')
  })

  test('is not given by those who only look on', async () => {
    await place.collect()
    const { person } = await place.join('vic', 'viewer')
    expect(textOf(await person.text('教育局延到25号'))).toContain('不能办理此项')
  })
})

test('another filler is asked for, and has a link', async () => {
  const person = await season()
  await place.join('王芳', 'filler', await place.idOf('西门街道'))
  expect(textOf(await person.text('西门换人了'))).toContain('西门街道填报人目前为王芳，更换为？')
  const sure = textOf(await person.text('李明'))
  expect(sure).toContain('填报人由王芳更换为李明：李明从新链接进入后，王芳的填报权限随即结束')
  expect(textOf(await person.tap('生成新链接'))).toContain('李明：西门街道')
})

test('a unit that was closed is asked about, and exempt with its reason', async () => {
  const person = await season()
  expect(labels(await person.text('教育局撤了，不用报了'))).toContain('免报')
  expect(textOf(await person.tap('免报'))).toContain('请发送区教育局免报的原因')
  await person.text('机构改革撤销')
  expect(textOf(await person.text('教育局交了没'))).toContain('免报')
})

test('the progress of 500 units is one message, read with as many calls as that of six', async () => {
  const person = await season()
  await person.text('进度')
  const callsOf = async () => {
    calls = 0
    const mail = await person.text('进度')
    return { mail, calls }
  }
  const few = await callsOf()
  const shell = { type: 'shell', at: bot.clock.now } as const
  const units = Array.from({ length: 494 }, (_, n) => ({
    ...({ ...usualFlags, level: 'bureau', parent: null, line: n + 2 } as const),
    name: `望江区第${n + 1}综合行政执法管理服务局`,
  }))
  done(
    await importUnits(
      place.recorder,
      shell,
      { ok: true, units, problems: [], refused: [], unused: [] },
      false,
    ),
  )
  const tick = createTick({
    ...jobContext(bot.store),
    seal: bot.seal,
    jobs: { 'join-campaign': jobs['join-campaign'] },
  })
  for (let n = 0; n < 60; n += 1) {
    bot.clock.now += 1_000
    await tick(bot.clock.now)
  }
  const many = await callsOf()
  expect(textOf(many.mail)).toContain('应报送 500 家。')
  expect(many.mail).toHaveLength(few.mail.length)
  expect(textOf(many.mail).length).toBeLessThan(4096)
  expect(many.calls).toBe(few.calls)
})

test('sums are answered with who is missing from them and what is counted, to nobody who may not read reports', async () => {
  const person = await season()
  const text = textOf(await person.text('全区今年收了多少申请'))
  expect(text).toContain(
    '未汇总 4 家：西门街道（退回待改）、青石镇（填报中）、区教育局（未填报）、柳荫街道（未填报）。',
  )
  expect(text).toContain('口径：')
  const { person: viewer } = await place.join('vic', 'viewer')
  expect(textOf(await viewer.text('全区今年收了多少申请'))).toContain('不能办理')
})

describe('the files of an office', () => {
  test('汇总表 is ordered for the account that asks, and made as that account may see it', async () => {
    const person = await season()
    const mail = await person.text('汇总表发我')
    const order = mail.find(({ kind }) => kind === 'file')?.file
    if (!order || !('office' in order)) throw new Error('no order')
    expect([order.office, order.account]).toEqual(['totals', person.ref])
    const deps = { ...bot.parts, collected: bot.store }
    expect((await orderedFile(deps, order, bot.clock.now))?.name).toBe(
      '2025年政府信息公开工作年度报告汇总表.xlsx',
    )
    const stranger = { ...order, account: 'sim:nobody' }
    expect(await orderedFile(deps, stranger, bot.clock.now)).toBeNull()
  })

  test('a viewer has 台账 without people and telephones, and no 汇总表', async () => {
    await season()
    const { person } = await place.join('vic', 'viewer')
    expect(textOf(await person.text('汇总表'))).toContain('不能办理')
    const choices = labels(await person.text('导出'))
    expect([choices.includes('台账'), choices.includes('汇总表')]).toEqual([true, false])
    const [order] = (await person.text('台账')).flatMap(({ file }) => file ?? [])
    if (!order || !('office' in order)) throw new Error('no order')
    const body = (await orderedFile({ ...bot.parts, collected: bot.store }, order, bot.clock.now))?.body
    const shared = strFromU8(unzipSync(body ?? new Uint8Array())['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect([shared.includes('西门街道'), shared.includes('填报人'), shared.includes('电话')]).toEqual([
      ...[true, false, false],
    ])
  })
})

test('units from which nobody has come in are named, with the way to the texts for each', async () => {
  const person = await season()
  expect(labels(await person.text('谁还没人认领'))).toContain('私信文字')
})
