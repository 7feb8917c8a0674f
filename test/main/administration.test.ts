// Units, invitations and the webhook from the command line, against a real database and the Bot API simulator.

import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from '../../src/app/hash-of.ts'
import { docxOf } from '../../src/document/docx.ts'
import { outlineOf } from '../../src/document/outline.ts'
import { filingId, personId } from '../../src/engine/filing.ts'
import { cellKey, formId, obligationId } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { pageStyle } from '../../src/forms/page-style.ts'
import { writtenLevels } from '../../src/intake/level.ts'
import { addUnit } from '../../src/main/commands/change-units.ts'
import { doctor } from '../../src/main/commands/doctor.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { similarNames } from '../../src/main/commands/options.ts'
import { storePrevious } from '../../src/main/commands/previous.ts'
import { units } from '../../src/main/commands/units.ts'
import { webhook } from '../../src/main/commands/webhook.ts'
import { openStore } from '../../src/main/open-store.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { filingOf } from '../document/material.ts'
import { seeding } from '../seeding.ts'
import { startTelegramSim, type TelegramSim } from '../telegram-sim/start-telegram-sim.ts'
import { fakeContext, fileOf, folder, minimal, refused } from './fake-context.ts'

const office = async (env: Record<string, string> = {}) =>
  fakeContext({ DATABASE_FILE: join(await folder(), 'data', 'nianbao.db'), ...env })

describe('units', () => {
  test('are added once and listed with how far they are', async () => {
    const { context, out } = await office()
    expect(await units({}, context)).toBe(0)
    expect(await addUnit(' 青石街道 ', { level: 'street' }, context)).toBe(0)
    expect(await addUnit('区教育局', { level: 'bureau' }, context)).toBe(0)
    expect(await refused(addUnit('青石街道', { level: 'street' }, context))).toEqual([
      '已有单位“青石街道”。',
      2,
    ])
    expect(await invite('青石街道', { year: '2020' }, context)).toBe(0)
    await units({}, context)
    expect(out[0]).toContain('尚无单位')
    expect(out.at(-1)).toBe(
      '青石街道（街道）\n  2020 年度：未填报\n区教育局（部门）\n  尚未填报；可用 npx nianbao invite 区教育局 发送邀请。',
    )
  })

  test('need a name and a level that exists', async () => {
    const { context } = await office()
    for (const name of ['', ' ', '青\n石', '长'.repeat(101)])
      expect((await refused(addUnit(name, { level: 'street' }, context)))[1]).toBe(2)
    expect(await refused(addUnit('青石街道', { level: 'village' }, context))).toEqual([
      expect.stringContaining('village'),
      2,
    ])
    expect(await refused(addUnit('青石街道', {}, context))).toEqual([expect.stringContaining('--level'), 2])
  })

  test('of a district stand where those of a county do', async () => {
    const { context, out } = await office()
    expect(await addUnit('海曙区', { level: 'district' }, context)).toBe(0)
    await units({}, context)
    expect(out.at(-1)).toContain('海曙区（县区）')
  })

  test.each(['zh-CN', 'en'] as const)('are told every level that there is, in %s', async locale => {
    const { context } = fakeContext({}, locale)
    const [unknown] = await refused(addUnit('海曙区', { level: 'borough' }, context))
    const [missing] = await refused(addUnit('海曙区', {}, context))
    for (const level of writtenLevels)
      expect([unknown, missing, context.say('opt.level')]).toEqual(
        Array(3).fill(expect.stringMatching(`\\b${level}\\b`)),
      )
  })

  test('cannot be listed where there is no database', async () => {
    const { context } = fakeContext({ DATABASE_FILE: join(await fileOf('x'), 'nianbao.db') })
    expect(await refused(units({}, context))).toEqual([expect.stringContaining('无法打开或写入'), 1])
  })

  test('are not read from a database of another version, and one sentence says what to do', async () => {
    const { context } = await office()
    expect(await units({}, context)).toBe(0)
    const file = context.env.DATABASE_FILE ?? ''
    const sql = await sqlite3(file)
    await sql.batch([{ sql: `UPDATE meta SET schema = 'older'` }])
    await sql.close()
    expect(await refused(units({}, context))).toEqual([
      `数据库 ${file} 由其他版本的程序建立，本版本无法打开：请换回原版本程序，或将 DATABASE_FILE 指向新文件。`,
      1,
    ])
  })

  test('cannot be listed in a wrong environment', async () => {
    const { context } = fakeContext({ PORT: 'x' })
    expect(await refused(units({}, context))).toEqual([expect.stringContaining('PORT'), 2])
  })
})

describe('powers of a unit', () => {
  test('are given by name or key, and listed', async () => {
    const { context, out } = await office()
    expect(await addUnit('青石街道', { level: 'street', powers: '行政许可,-penalties' }, context)).toBe(0)
    await units({}, context)
    expect(out.at(-1)).toContain('青石街道（街道、有行政许可权、无行政处罚权）')
    expect(await refused(addUnit('区教育局', { level: 'bureau', powers: '收费' }, context))).toEqual([
      expect.stringContaining('没有“收费”这项职权'),
      2,
    ])
  })
})

describe('a report of last year from outside', () => {
  const report = (parts: object = {}) =>
    fileOf({
      ...minimal,
      unit: '青石街道办事处',
      figures: { 'disclosure.licensing.handled': 5, 'requests.results.carried-out.natural': 1 },
      texts: { overview: '加强领导。' },
      ...parts,
    })
  const opened = async () => {
    const made = await office()
    await addUnit('青石街道', { level: 'street' }, made.context)
    await invite('青石街道', {}, made.context)
    return made
  }
  const stored = async (context: Awaited<ReturnType<typeof opened>>['context']) => {
    const { store, close } = await openStore(context.env.DATABASE_FILE ?? '')
    const [unit] = await store.units()
    const filing = unit && (await store.filingOf(unit.id, obligationId('disclosure'), 2025))
    await close()
    return filing
  }

  test('is stored beside this year’s, and a better one takes its place', async () => {
    const { context, out } = await opened()
    expect(await storePrevious('青石街道', await report(), context)).toBe(0)
    expect(out.at(-1)).toBe('已导入 青石街道 2025 年度年报：数据 2 项、文字 1 段。')
    expect((await stored(context))?.entries.size).toBe(2)
    expect(await storePrevious('青石街道', await report({ figures: {} }), context)).toBe(0)
    expect((await stored(context))?.entries.size).toBe(0)
    await units({}, context)
    expect(out.at(-1)).toContain('2026 年度：未填报')
  })

  test('may be the Word document that was published', async () => {
    const { context, out } = await opened()
    const form = catalog.formOf(formId('disclosure-2021'))
    const zeros = Object.fromEntries(indexOf(form).entered.map(({ key }) => [key, 0]))
    const filing = filingOf(
      form.id,
      { ...zeros, 'disclosure.licensing.handled': 5 },
      { overview: '加强领导。' },
    )
    const body = await docxOf(outlineOf({ form, filing, unitName: '青石街道办事处' }), pageStyle, 0)
    expect(await storePrevious('青石街道', await fileOf(body, '2025年报.docx'), context)).toBe(0)
    expect(out.at(-1)).toContain('已导入 青石街道 2025 年度年报')
    expect((await stored(context))?.entries.get(cellKey('disclosure.licensing.handled'))?.value).toBe(5)
  })

  test('is refused when it is another unit’s or another year’s', async () => {
    const { context } = await opened()
    expect(await refused(storePrevious('青石街道', await report({ unit: '白石街道' }), context))).toEqual([
      expect.stringContaining('是“白石街道”的年报，不是“青石街道”的'),
      2,
    ])
    expect(await refused(storePrevious('青石街道', await report({ year: 2023 }), context))).toEqual([
      expect.stringContaining('是 2023 年度年报；青石街道 目前需要 2025 年度的'),
      2,
    ])
    expect(await refused(storePrevious('黑石街道', await report(), context))).toEqual([
      expect.stringContaining('青石街道'),
      2,
    ])
    expect((await refused(storePrevious('青石街道', await fileOf('{'), context)))[1]).toBe(2)
    expect(await stored(context)).toBeNull()
  })

  test('never replaces what was filled in here', async () => {
    const { context } = await opened()
    const { store, close } = await openStore(context.env.DATABASE_FILE ?? '')
    const [unit] = await store.units()
    if (!unit) throw new Error('no unit')
    await seeding(store).openFiling({
      id: filingId('here'),
      unit: unit.id,
      obligation: obligationId('disclosure'),
      form: formId('disclosure-2021'),
      revision: 1,
      year: 2025,
      version: 3,
      entries: new Map([
        [
          cellKey('disclosure.licensing.handled'),
          { value: 7, note: null, source: 'typed', by: personId('ann'), at: 1, message: null },
        ],
      ]),
      texts: new Map(),
      remarks: new Map(),
    })
    await close()
    expect(await refused(storePrevious('青石街道', await report(), context))).toEqual([
      expect.stringContaining('已在本系统填报'),
      1,
    ])
    expect((await stored(context))?.entries.get(cellKey('disclosure.licensing.handled'))?.value).toBe(7)
  })
})

describe('an invitation', () => {
  test('is a code whose hash alone is stored, for the year that is reported now', async () => {
    const { context, out } = await office()
    await addUnit('青石街道', { level: 'street' }, context)
    expect(await invite('青石街道', {}, context)).toBe(0)
    const code = out[2] ?? ''
    expect(code).toMatch(/^[\w-]{32}$/)
    expect(out[1]).toBe('青石街道 2026 年度填报邀请码：')
    expect(out[3]).toContain('未设置 TELEGRAM_BOT_TOKEN')
    expect(out[5]).toBe(`http://127.0.0.1:8787/chat/enter/${code}`)
    expect(out[6]).toContain('2027年1月26日')
    const { store, close } = await openStore(context.env.DATABASE_FILE ?? '')
    const now = context.now()
    const found = await store.invitation(await hashOf(code), now)
    expect(found).toMatchObject({ expiresAt: now + 14 * 86_400_000 })
    expect(await store.invitation(code, now)).toBeNull()
    expect((await store.units())[0]?.filings).toMatchObject([{ year: 2026, form: 'disclosure-2021' }])
    await close()
  })

  test('may be for the running year before its reports are due', async () => {
    const { context, out } = await office()
    await addUnit('青石街道', { level: 'street' }, context)
    expect(await invite('青石街道', { year: '2027' }, context)).toBe(0)
    expect(out[1]).toContain('2027 年度')
  })

  test('for a unit that is not there names similar ones', async () => {
    const { context } = await office()
    expect((await refused(invite('青石街道', {}, context)))[0]).toContain('尚无任何单位')
    await addUnit('青石街道', { level: 'street' }, context)
    await addUnit('区教育局', { level: 'bureau' }, context)
    expect(await refused(invite('青石街道办事处', {}, context))).toEqual([
      '没有单位“青石街道办事处”。是否为：青石街道？',
      2,
    ])
    expect(await refused(invite('水务局', {}, context))).toEqual(['没有单位“水务局”。', 2])
  })

  test('names at most five, the most similar first', () => {
    expect(similarNames(['区教育局', '区教育局招生办', '教育学院', '水务局'], '区教育局')).toEqual([
      '区教育局',
      '区教育局招生办',
      '教育学院',
    ])
    expect(
      similarNames(
        Array.from({ length: 9 }, (_, at) => `街道${at}`),
        '街道',
      ),
    ).toHaveLength(5)
  })

  test.each([
    [{ year: '1999' }, '1999'],
    [{ year: '2018' }, '2018'],
    [{ year: '2028' }, '2028 年度尚未开始；目前填报 2026 年度'],
    [{ year: '2035' }, '2035'],
    [{ days: '0' }, '0'],
    [{ days: '91' }, '91'],
    [{ days: '1.5' }, '1.5'],
  ])('of %j is refused', async (options, what) => {
    const { context } = await office()
    await addUnit('青石街道', { level: 'street' }, context)
    expect(await refused(invite('青石街道', options, context))).toEqual([expect.stringContaining(what), 2])
  })
})

describe('with a bot', () => {
  let sim: TelegramSim
  beforeEach(async () => {
    sim = await startTelegramSim()
  })
  afterEach(() => sim.stop())
  const bot = () => ({
    TELEGRAM_BOT_TOKEN: sim.token,
    TELEGRAM_WEBHOOK_SECRET: 'new-secret,old-secret',
    TELEGRAM_API_ROOT: sim.apiRoot,
    PUBLIC_URL: 'https://nianbao.example.gov.cn',
  })

  test('an invitation is a link', async () => {
    const { context, out } = await office(bot())
    await addUnit('青石街道', { level: 'street' }, context)
    await invite('青石街道', { year: '2026', days: '3' }, context)
    expect(out[2]).toMatch(/^https:\/\/t\.me\/\w+\?start=[\w-]{32}$/)
  })

  test('an invitation is a code and the reason while the bot cannot be reached', async () => {
    const { context, out } = await office({ ...bot(), TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })
    await addUnit('青石街道', { level: 'street' }, context)
    expect(await invite('青石街道', {}, context)).toBe(0)
    expect(out[2]).toMatch(/^[\w-]{32}$/)
    expect(out.join('\n')).not.toContain(sim.token)
  })

  test('the webhook is set with the newer secret and the menu in both languages, shown and deleted', async () => {
    const { context, out } = await office(bot())
    expect(await webhook('set', context)).toBe(0)
    const set = sim.calls.find(call => call.method === 'setWebhook')
    expect(set?.params).toMatchObject({
      url: 'https://nianbao.example.gov.cn/telegram',
      secret_token: 'new-secret',
    })
    expect(out).toEqual([
      'webhook 已设为 https://nianbao.example.gov.cn/telegram。',
      '命令菜单已更新：default、zh、en。',
    ])
    await webhook('set', context)
    expect(out.at(-1)).toBe('命令菜单没有变化。')
    await webhook('show', context)
    expect(out.slice(-2)).toEqual([
      'webhook：https://nianbao.example.gov.cn/telegram',
      '等待送达的消息：0 条',
    ])
    await webhook('delete', context)
    await webhook('show', context)
    expect(out).toContain('未设置 webhook。')
    expect(out.join('\n')).not.toMatch(/secret/)
  })

  test('a refusal of Telegram is a sentence without a secret', async () => {
    const { context } = await office(bot())
    sim.fail({ with: 429 })
    expect(await refused(webhook('show', context))).toEqual([
      expect.stringMatching(/^Telegram 未接受请求：429/),
      1,
    ])
  })

  test('the doctor looks at environment, database, bot and webhook', async () => {
    const { context, out } = await office(bot())
    expect(await doctor(context)).toBe(1)
    expect(out.map(line => line[0])).toEqual(['✓', '✓', '✓', '✓', '✓', '✓', '✗'])
    await webhook('set', context)
    expect(await doctor(context)).toBe(0)
    expect(out.at(-1)).toBe('✓ webhook 指向 https://nianbao.example.gov.cn/telegram，等待送达 0 条')
    expect(out.join()).not.toMatch(/secret/)
    expect(await doctor((await office({ ...bot(), TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })).context)).toBe(
      1,
    )
  })

  test.each(['https://nianbao.example.gov.cn.evil.example/telegram', 'https://nianbao.example.gov.cn/other'])(
    'the doctor does not take %s for its own webhook',
    async url => {
      const { context, out } = await office(bot())
      sim.setWebhook(url, 'new-secret')
      expect(await doctor(context)).toBe(1)
      expect(out.at(-1)).toMatch(/^✗ webhook 未指向本服务/)
    },
  )

  test('the webhook needs a public address', async () => {
    const { context } = await office({ ...bot(), PUBLIC_URL: '' })
    expect(await refused(webhook('set', context))).toEqual([expect.stringContaining('PUBLIC_URL'), 2])
  })
})

test('without a token the doctor finds nothing wrong', async () => {
  const { context, out } = await office()
  expect(await doctor(context)).toBe(0)
  expect(out.join()).toContain('未设置 TELEGRAM_BOT_TOKEN')
  expect(out).toContain('✓ 没有待发消息')
})

test('without a token there is no webhook', async () => {
  expect(await refused(webhook('show', fakeContext().context))).toEqual([
    expect.stringContaining('TELEGRAM_BOT_TOKEN'),
    2,
  ])
})

test.each([
  [5, 0, '\u2713 待发消息 2 条，最早一条已等待 5 分钟'],
  [90, 1, '\u2717 待发消息 2 条，最早一条已等待 90 分钟'],
])(
  'the doctor says how much mail waits, and that after %i minutes something is wrong',
  async (minutes, exit, line) => {
    const { context, out } = await office()
    expect(await doctor(context)).toBe(0)
    expect(out.join('\n')).toContain('没有待发消息')
    const sql = await sqlite3(context.env.DATABASE_FILE ?? '')
    for (const [seq, at] of [minutes, 1].map(ago => context.now() - ago * 60_000).entries())
      await sql.batch([
        {
          sql: `INSERT INTO outbox (id, chat, seq, kind, body, at, due_at) VALUES (?1, 'telegram:1', ?1, 'say', '{}', ?2, ?2)`,
          params: [seq, at],
        },
      ])
    await sql.close()
    expect(await doctor(context)).toBe(exit)
    expect(out.join('\n')).toContain(line)
  },
)
