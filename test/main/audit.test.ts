// `nianbao audit verify` on a real file that somebody changes behind the bot, and the audit of what administrators do.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { addUnit } from '../../src/main/commands/change-units.ts'
import { doctor } from '../../src/main/commands/doctor.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { storePrevious } from '../../src/main/commands/previous.ts'
import type { Row } from '../../src/storage/sql.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { fakeContext, fileOf, folder, minimal, refused } from './fake-context.ts'

const unit = '青石街道'
const plain = { ...minimal, unit, year: 2025, figures: {} }

/** One unit with an invitation and last year's report, replaced once: chains of the root, the unit, two filings. */
const administered = async () => {
  const file = join(await folder(), 'nianbao.db')
  const office = fakeContext({ DATABASE_FILE: file })
  const { context } = office
  await addUnit(unit, { level: 'street' }, context)
  await invite(unit, { year: '2026' }, context)
  for (const value of [7, 9]) {
    const figures = { 'disclosure.procurement.projects': 1, 'requests.carried-over.natural': value }
    await storePrevious(unit, await fileOf({ ...plain, figures }), context)
  }
  office.out.length = 0
  return { ...office, file }
}

const tampered = async (file: string, ...texts: readonly string[]): Promise<readonly Row[]> => {
  const sql = await sqlite3(file)
  try {
    for (const text of texts) await sql.batch([{ sql: text }])
    return await sql.all('SELECT scope, n, "by", channel, what, about, old, new FROM audit ORDER BY scope, n')
  } finally {
    await sql.close()
  }
}

let office: Awaited<ReturnType<typeof administered>>
beforeEach(async () => {
  office = await administered()
})

describe('every act at the command line leaves a line', () => {
  test('in the chain of the smallest thing that it changes', async () => {
    const rows = await tampered(office.file)
    expect(rows.map(({ scope, n, what }) => `${String(scope).split('/')[0]} ${n} ${what}`).sort()).toEqual([
      'filing 1 filing-opened',
      'filing 1 report-imported',
      'filing 2 set',
      'filing 3 set',
      'filing 4 report-replaced',
      'filing 5 set',
      'root 1 unit-added',
      'unit 1 invited',
    ])
    expect(rows.find(({ n }) => n === 5)).toMatchObject({
      by: 'shell',
      about: 'requests.carried-over.natural',
      old: '[7,null,"imported"]',
      new: '[9,null,"imported"]',
    })
  })

  test('that names no unit and holds no code', async () => {
    expect(JSON.stringify(await tampered(office.file))).not.toContain(unit)
  })
})

describe('the audit is verified', () => {
  const undoing = ['audit_is_not_changed', 'audit_is_not_deleted', 'audit_goes_on'].map(
    name => `DROP TRIGGER ${name}`,
  )
  const before = `scope GLOB 'filing/*' AND n`

  test('whole, with a digest that is good later', async () => {
    const { context, out } = office
    expect(await verifyAll({}, context)).toBe(0)
    expect(out[0]).toMatch(/^留痕完整，共 4 条链。总号：[0-9a-f]{64}\n/)
    const { head } = await json()
    await invite(unit, { year: '2026' }, context)
    expect(await verifyAll({ head: head.digest.slice(0, 16).toUpperCase() }, context)).toBe(0)
    expect(await json()).toMatchObject({ ok: true, findings: [] })
  })

  test('and when the last digest was kept is said', async () => {
    const { context, out } = office
    await doctor(context)
    expect(out.join('\n')).toContain('✓ 尚未记录留痕总号')
    expect((await json()).last).toBeNull()
    const { head, last } = await json()
    expect(last).toEqual(head)
    await doctor(context)
    expect(out.at(-3)).toMatch(/^✓ 最近一次留痕总号记录于 \d{4}年/)
    await verifyAll({}, context)
    expect(out.at(-2)).toMatch(/^上次总号记录于 \d{4}年.*。$/)
  })

  test.each([
    ['changed', `UPDATE audit SET new = '[8]' WHERE ${before} = 5`],
    ['deleted', `DELETE FROM audit WHERE ${before} = 2`],
    [
      'replaced',
      `INSERT OR REPLACE INTO audit SELECT scope, n, at, "by", channel, what, about, old, '8', hash FROM audit`,
    ],
    [
      'put in',
      `INSERT INTO audit SELECT scope, 1, 1, 'eve', 'x', 'set', 'a', NULL, '1', 'h' FROM audit LIMIT 1`,
    ],
  ])('though somebody tries that a line is %s: the file refuses', async (_, text) => {
    await expect(tampered(office.file, text)).rejects.toMatchObject({ code: 1004 })
    expect(await verifyAll({}, office.context)).toBe(0)
  })

  test.each([
    ['changed', `UPDATE audit SET new = '[8]' WHERE ${before} = 5`, '自第 5 条起留痕不一致'],
    ['deleted', `DELETE FROM audit WHERE ${before} = 3`, '自第 4 条起留痕不一致'],
    [
      'replaced',
      `INSERT OR REPLACE INTO audit SELECT scope, n, at, 'eve', channel, what, about, old, new, hash FROM audit
        WHERE ${before} = 4`,
      '自第 4 条起留痕不一致',
    ],
    [
      'put in',
      `INSERT INTO audit SELECT scope, 6, at, 'eve', channel, what, about, old, new, hash FROM audit WHERE ${before} = 5`,
      '自第 6 条起留痕不一致',
    ],
    ['the last, and cut', `DELETE FROM audit WHERE ${before} = 5`, '自第 5 条起留痕不一致'],
    ['of a chain that goes as a whole', `DELETE FROM audit WHERE ${before} > 0`, '整条链缺失'],
  ])('and found when a line is %s, by unit and year', async (_, text, words) => {
    const { context, file, out } = office
    await tampered(file, ...undoing, text)
    expect(await verifyAll({}, context)).toBe(1)
    expect(out.slice(0, 3).every(line => line.includes('缺失'))).toBe(true)
    expect(out.slice(3).find(line => line.startsWith(`${unit} 2025 年度`))).toContain(words)
    expect(await doctor(context)).toBe(1)
    expect(out.join('\n')).toContain('✗ 留痕被改动：')
  })

  test('and found when the rule against changes was dropped and put back', async () => {
    const { context, file, out } = office
    const rule = `CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
      SELECT RAISE(ABORT, 'audit is append only'); END`
    await tampered(
      file,
      `DROP TRIGGER audit_is_not_changed`,
      `UPDATE audit SET at = 1 WHERE ${before} = 2`,
      rule,
    )
    expect(await verifyAll({}, context)).toBe(1)
    expect(out).toEqual([expect.stringMatching(/^青石街道 2025 年度（filing\/.*自第 2 条起/)])
  })

  test('and a digest that was told finds a chain that went with its head and every digest', async () => {
    const { context, file, out } = office
    const { head } = await json()
    await tampered(
      file,
      ...undoing,
      'DROP TRIGGER heads_are_not_deleted',
      'DELETE FROM heads',
      `DELETE FROM audit WHERE scope = 'root'`,
      `UPDATE root SET audit_head = ''`,
    )
    out.length = 0
    expect(await verifyAll({ head: head.digest }, context)).toBe(1)
    expect(out.at(-1)).toBe(`没有总号 ${head.digest} 的记录：可能抄写有误，也可能记录已被删除。`)
  })

  test('not with a key that is empty or short: it is refused', async () => {
    const { context, file } = office
    for (const key of ['', 'short\n']) {
      await writeFile(`${file}.audit-key`, key)
      const [sentence, exit] = await refused(verifyAll({}, context))
      expect(sentence).toContain(`留痕密钥为空或过短（至少 16 个字符），未启用：请将 ${file}.audit-key`)
      expect(exit).toBe(1)
      expect((await refused(addUnit('另一个街道', { level: 'street' }, context)))[1]).toBe(1)
    }
    const [sentence] = await refused(
      verifyAll({}, fakeContext({ ...context.env, AUDIT_KEY: 'short' }).context),
    )
    expect(sentence).toContain('AUDIT_KEY：至少 16 个字符')
  })

  const json = async () => {
    await verifyAll({ json: true }, office.context)
    return JSON.parse(office.out.at(-1) ?? '')
  }
})
