// People and their links at the desk: a lost link made anew in one tap, taken back, and a person removed, disabled or
// erased after one question that says what stays; each only for whoever has the right.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from '../../../src/app/hash-of.ts'
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

const labels = (mail: readonly { choices: readonly { label: string }[] }[]) =>
  mail.flatMap(({ choices }) => choices.map(({ label }) => label))
const codeIn = (text: string) => /sim\.example\/(\S+)/.exec(text)?.[1] ?? ''
const isOpen = async (code: string) =>
  (await bot.store.invitation(await hashOf(code), bot.clock.now)) !== null
const standing = async (name: string) =>
  (
    await bot.sql.all(
      `SELECT count(*) AS n FROM membership AS m JOIN person AS p ON p.id = m.person
        WHERE p.name = ?1 AND m.until IS NULL`,
      [name],
    )
  )[0]?.n

describe('a link', () => {
  test('that was lost is made anew in one tap, and the former one opens nothing', async () => {
    const { person: sue } = await place.join('sue', 'supervisor')
    const first = codeIn(textOf(await sue.text('发链接 西门街道 王芳')))
    expect(textOf(await sue.text('人员 西门街道'))).toContain('未使用的链接：王芳（有效期至 1月26日')
    const made = textOf(await sue.tap('重新发送 王芳'))
    expect(made).toContain('王芳：西门街道')
    expect(made).toContain('原链接已撤销')
    expect([await isOpen(first), await isOpen(codeIn(made))]).toEqual([false, true])
    await sue.text('人员 西门街道')
    expect(textOf(await sue.tap('撤销链接 王芳'))).toContain('✓ 链接已撤销。')
    expect(await isOpen(codeIn(made))).toBe(false)
  })

  test('of somebody who is in: the former right ends as the new one is taken', async () => {
    const { person: sue } = await place.join('sue', 'supervisor')
    const wang = bot.person('王芳')
    await wang.command('start', codeIn(textOf(await sue.text('发链接 西门街道 王芳'))))
    await sue.text('人员 西门街道')
    await sue.tap('王芳')
    const code = codeIn(textOf(await sue.tap('重新发链接')))
    const anew = bot.person('王芳的新手机')
    await anew.command('start', code)
    expect([await standing('王芳'), await standing('王芳的新手机')]).toEqual([0, 1])
    expect(await verifyAudit({ audits: bot.store, seal: bot.seal })).toEqual([])
  })
})

describe('a person', () => {
  const inWest = async () => {
    const { person: ada } = await place.join('ada', 'administrator')
    await place.join('王芳', 'filler', await place.idOf('西门街道'))
    await place.join('李强', 'filler', await place.idOf('西门街道'))
    await ada.text('人员 西门街道')
    return ada
  }

  test.each([
    ['移出本单位', '确认移出', '✓ 已将王芳移出西门街道'],
    ['停用', '确认停用', '✓ 已停用王芳'],
    ['删除个人信息', '确认删除', '✓ 已删除其个人信息'],
  ])('%s: asked once, with what stays, and done by the tap', async (act, sure, done) => {
    const ada = await inWest()
    expect(textOf(await ada.tap('王芳'))).toContain('西门街道填报人，1月12日')
    expect(textOf(await ada.tap(act))).toMatch(/保留|仍归单位/)
    expect(await standing('王芳')).toBe(1)
    expect(textOf(await ada.tap(sure))).toContain(done)
    expect([await standing('王芳'), await standing('李强')]).toEqual([0, 1])
    expect(await verifyAudit({ audits: bot.store, seal: bot.seal })).toEqual([])
    if (act !== '删除个人信息') return
    const tables = await bot.sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    for (const { name: table } of tables)
      for (const { name: column } of await bot.sql.all('SELECT name FROM pragma_table_info(?1)', [
        String(table),
      ])) {
        const found = `SELECT 1 FROM "${table}" WHERE instr(CAST("${column}" AS TEXT), '王芳') > 0 LIMIT 1`
        expect(await bot.sql.all(found), `${table}.${column}`).toEqual([])
      }
  })

  test('is shown to a supervisor without what only an administrator may do', async () => {
    await inWest()
    const { person: sue } = await place.join('sue', 'supervisor')
    await sue.text('人员 西门街道')
    expect(labels(await sue.tap('王芳'))).toEqual(['重新发链接', '更换填报人', '人员', '单位', '帮助'])
  })
})
