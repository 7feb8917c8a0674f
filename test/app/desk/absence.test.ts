// Leave and a change of filler: said in the unit's chat or at the desk, shown back, recorded by a tap, told to those it is
// about, and ended by a tap; a new link ends the former right as it is taken.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from '../../../src/app/hash-of.ts'
import { recordAbsence } from '../../../src/app/registry/record-absence.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'
import { makeDistrict } from './district.ts'

let bot: Desk
let place: Awaited<ReturnType<typeof makeDistrict>>
beforeEach(async () => {
  bot = await openDesk()
  place = await makeDistrict(bot)
})
afterEach(() => bot.close())

const unit = async () => {
  await place.collect()
  const west = await place.idOf('西门街道')
  return { west, wang: await seatedAt('王芳', west) }
}
/** Somebody with a link to the report of a unit. */
const seatedAt = async (name: string, of: string) => {
  const [filing] = await bot.sql.all('SELECT id FROM filing WHERE unit = ?1', [of])
  const code = `a-link-to-the-report-of-${encodeURIComponent(name).replaceAll('%', '')}`
  await bot.sql.batch([
    {
      sql: `INSERT INTO invitation (hash, unit, role, filing, expires_at, "by") VALUES (?1, ?2, 'filler', ?3, ?4, 'shell')`,
      params: [await hashOf(code), of, String(filing?.id), bot.clock.now + 86_400_000],
    },
  ])
  const person = bot.person(name)
  await person.command('start', code)
  await person.mail()
  return person
}
const idOf = async (name: string) =>
  String((await bot.sql.all('SELECT id FROM person WHERE name = ?1', [name]))[0]?.id)
const absences = () =>
  bot.sql.all(`SELECT p.name, a.since, a.until, s.name AS substitute FROM absence AS a JOIN person AS p ON p.id = a.person
    LEFT JOIN person AS s ON s.id = a.substitute`)
const fillers = async (of: string) =>
  (
    await bot.sql.all(
      `SELECT p.name FROM membership AS m JOIN person AS p ON p.id = m.person
      WHERE m.unit = ?1 AND m.role = 'filler' AND m.until IS NULL ORDER BY p.name`,
      [of],
    )
  ).map(({ name }) => name)

describe('a filler on leave', () => {
  test('says so, is shown the days back, and a colleague fills in, is told, until the leave is ended', async () => {
    const { west, wang } = await unit()
    const li = await seatedAt('李强', west)
    expect(textOf(await wang.text('请假'))).toContain('请发送请假日期和代填人')
    expect(textOf(await wang.text('下周'))).toContain('未能识别请假日期。')
    const sure = textOf(await wang.text('请假 1月20日至1月26日，由李强代'))
    expect(sure).toContain('1月20日（周二）至1月26日（周一）请假，期间由李强代填')
    expect(await absences()).toEqual([])
    expect(textOf(await wang.tap('登记请假'))).toContain('已告知李强')
    const row = { name: '王芳', since: '2026-01-20', until: '2026-01-26', substitute: '李强' }
    expect(await absences()).toEqual([row])
    expect(textOf(await li.mail())).toContain(
      '西门街道：王芳1月20日（周二）至1月26日（周一）请假，期间由李强代为填报',
    )
    expect(textOf(await wang.tap('提前结束'))).toContain('已销假')
    expect(await absences()).toEqual([])
    expect(textOf(await li.mail())).toContain('王芳已销假')
    expect(textOf(await wang.text('销假'))).toContain('目前没有登记请假')
    expect((await wang.seat()).filing.unit).toBe(west)
  })

  test('names somebody who does not fill in there: the office is asked, and its tap lets them in', async () => {
    const { west, wang } = await unit()
    const { person: sue } = await place.join('sue', 'supervisor')
    await place.join('李强', 'filler', await place.idOf('东门街道'))
    await wang.text('请假 1月20日至1月26日，由李强代')
    expect(textOf(await wang.tap('登记请假'))).toContain('已请区府办确认由其代填')
    expect(await absences()).toEqual([
      { name: '王芳', since: '2026-01-20', until: '2026-01-26', substitute: null },
    ])
    expect(textOf(await sue.mail())).toContain(
      '西门街道：王芳1月20日（周二）至1月26日（周一）请假，拟由李强代填，请确认。',
    )
    const sure = textOf(await sue.tap('确认代填人'))
    expect(sure).toContain('李强目前不是该单位填报人，登记后可填报该单位。')
    expect(await fillers(west)).toEqual(['王芳'])
    expect(textOf(await sue.tap('登记请假'))).toContain('由李强代填，已告知本人和代填人。')
    expect(await fillers(west)).toEqual(['李强', '王芳'].sort())
    expect(await absences()).toEqual([
      { name: '王芳', since: '2026-01-20', until: '2026-01-26', substitute: '李强' },
    ])
    expect(await verifyAudit({ audits: bot.store, seal: bot.seal })).toEqual([])
  })

  test('is answered by an answer where words only hold the word', async () => {
    const { wang } = await unit()
    await wang.text('不对请假')
    expect(await absences()).toEqual([])
  })
})

describe('the office', () => {
  test('records a leave by the unit’s and the person’s name, and ends it', async () => {
    const { west, wang } = await unit()
    await seatedAt('李强', west)
    const { person: sue } = await place.join('sue', 'supervisor')
    expect(textOf(await sue.text('赵六请假1月20日至26日'))).toContain('未找到填报人“赵六”，未登记。')
    expect(textOf(await sue.text('西门王芳请假1月20日至26日，由李强代'))).toContain('是否登记？')
    expect(textOf(await sue.tap('登记请假'))).toContain('✓ 已登记：西门街道王芳')
    expect(textOf(await wang.mail())).toContain('期间由李强代为填报')
    expect(textOf(await sue.tap('提前结束'))).toContain('✓ 西门街道王芳已销假。')
    expect(await absences()).toEqual([])
    expect(textOf(await sue.text('王芳请假1月20日至26日，由孙七代'))).toContain('孙七尚未进入系统')
  })

  test('and nobody else records the leave of another', async () => {
    const { west } = await unit()
    await seatedAt('李强', west)
    const stranger = await seatedAt('钱八', await place.idOf('东门街道'))
    const wish = {
      unit: west,
      person: '王芳',
      since: '2026-01-20',
      until: '2026-01-26',
      substitute: null,
      today: '2026-01-12',
    }
    const deps = { ...place.recorder, people: bot.store, absences: bot.store, words: bot.words }
    for (const account of [stranger.ref, 'sim:李强', 'sim:nobody']) {
      const caller = { type: 'person', account, channel: 'sim', at: bot.clock.now } as const
      expect(await recordAbsence(deps, caller, wish)).toEqual({ type: 'refused', why: 'not-allowed' })
    }
    const shell = { type: 'shell', at: bot.clock.now } as const
    expect(await recordAbsence(deps, shell, { ...wish, until: '2026-01-19' })).toMatchObject({
      why: 'absence-unfit',
    })
    expect(await recordAbsence(deps, shell, { ...wish, substitute: '王芳' })).toMatchObject({
      why: 'own-substitute',
    })
    expect(await absences()).toEqual([])
  })
})

describe('another filler', () => {
  test('is named by the one who fills in; the office makes the link, and as it is taken the former right ends', async () => {
    const { west, wang } = await unit()
    const { person: sue } = await place.join('sue', 'supervisor')
    expect(textOf(await wang.text('换人'))).toContain('由谁接替填报？请发送姓名。')
    expect(textOf(await wang.text('3件'))).toContain('未能识别姓名')
    expect(textOf(await wang.text('李强'))).toContain('✓ 已转告区府办：由李强接替填报。')
    expect(textOf(await sue.mail())).toContain('西门街道：王芳提出2025年年报由李强接替填报。')
    expect(textOf(await sue.tap('更换填报人'))).toContain('填报人由王芳更换为李强')
    const made = textOf(await sue.tap('生成新链接'))
    expect(made).toContain('李强：西门街道')
    const code = /sim\.example\/(\S+)/.exec(made)?.[1] ?? ''
    expect(await fillers(west)).toEqual(['王芳'])
    const li = bot.person('李强')
    expect(textOf(await li.command('start', code))).toContain('西门街道')
    expect(await fillers(west)).toEqual(['李强'])
    expect(await bot.store.readSeat(wang.ref, wang.ref)).toBeNull()
    const lines = await bot.sql.all(`SELECT what FROM audit WHERE scope = ?1 ORDER BY n`, [`unit/${west}`])
    expect(lines.map(({ what }) => what).slice(-2)).toEqual(['entered', 'membership-ended'])
    expect(await verifyAudit({ audits: bot.store, seal: bot.seal })).toEqual([])
  })

  test('whoever takes the link meant for another themselves keeps their right', async () => {
    const { west, wang } = await unit()
    const { person: sue } = await place.join('sue', 'supervisor')
    await sue.text('西门街道换人了')
    const made = textOf(await sue.tap('生成新链接'))
    await wang.command('start', /sim\.example\/(\S+)/.exec(made)?.[1] ?? '')
    expect(await fillers(west)).toEqual(['王芳'])
    expect(await idOf('王芳')).not.toBe('undefined')
  })
})
