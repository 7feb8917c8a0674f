// Units and invitations from the command line: words for people, one line of JSON for programs, as
// docs/command-line.md says it.

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { addUnit, placeUnit, removeUnit, renameUnit } from '../../src/main/commands/change-units.ts'
import { invitations, revoke } from '../../src/main/commands/invitations.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { units } from '../../src/main/commands/units.ts'
import { openStore } from '../../src/main/open-store.ts'
import { standing } from '../contracts/store/world.ts'
import { fakeContext, folder, refused } from './fake-context.ts'

const json = { json: true }

/** A district with a street and a bureau. */
const office = async (locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const made = fakeContext({ DATABASE_FILE: join(await folder(), 'data', 'nianbao.db') }, locale)
  const { context, out } = made
  await addUnit('青石街道', { level: 'street' }, context)
  await addUnit('海曙区', { level: 'district', root: true }, context)
  await addUnit('区教育局', { level: 'bureau' }, context)
  out.length = 0
  const last = () => JSON.parse(out.at(-1) ?? '')
  const isWhole = async () => {
    expect(await verifyAll(json, context)).toBe(0)
    expect(last()).toMatchObject({ ok: true, findings: [] })
  }
  return { ...made, last, isWhole }
}

describe('units on the command line', () => {
  test('are listed below the district, renamed, moved and removed, in words', async () => {
    const { context, out, isWhole } = await office()
    expect(await placeUnit('青石街道', { below: '区教育局' }, context)).toBe(0)
    expect(await renameUnit('区教育局', ' 区教体局 ', {}, context)).toBe(0)
    await units({}, context)
    expect(out).toEqual([
      '已将“青石街道”调整到“区教育局”之下。',
      '已将“区教育局”更名为“区教体局”。',
      [
        '海曙区（县区）',
        '  尚未填报；可用 npx nianbao invite 海曙区 发送邀请。',
        '  区教体局（部门）',
        '    尚未填报；可用 npx nianbao invite 区教体局 发送邀请。',
        '    青石街道（街道）',
        '      尚未填报；可用 npx nianbao invite 青石街道 发送邀请。',
      ].join('\n'),
    ])
    // Its old name still leads to it.
    expect(await placeUnit('青石街道', { below: '区教育局' }, context)).toBe(0)
    expect(out.at(-1)).toBe('已将“青石街道”调整到“区教体局”之下。')
    expect(await placeUnit('青石街道', {}, context)).toBe(0)
    expect(out.at(-1)).toBe('已将“青石街道”调整为本区直属。')
    expect(await removeUnit('区教体局', {}, context)).toBe(0)
    expect(out.at(-1)).toBe('已删除单位“区教体局”。')
    await isWhole()
  })

  test('are called by no name that a list would take for another', async () => {
    const { context } = await office()
    await addUnit('市场监管局（分局）', { level: 'bureau' }, context)
    const twin = '市场监管局(分局)'
    expect((await refused(addUnit(twin, { level: 'bureau' }, context)))[0]).toContain('已有单位')
    expect((await refused(renameUnit('区教育局', twin, {}, context)))[0]).toContain('已有单位')
    // Its own name in other signs is no other unit's.
    expect(await renameUnit('市场监管局（分局）', twin, {}, context)).toBe(0)
  })

  test('are one line of JSON', async () => {
    const { context, last, isWhole } = await office()
    await addUnit('区水利局', { level: 'bureau', powers: '行政许可', below: '区教育局', ...json }, context)
    const { unit: water } = last()
    expect(water).toEqual({
      ...{ id: expect.any(String), name: '区水利局', level: 'bureau', powers: { licensing: true } },
      ...{ parent: expect.any(String), isRoot: false },
    })
    await renameUnit('区水利局', '区水务局', json, context)
    expect(last()).toEqual({ unit: { id: water.id, name: '区水务局', before: '区水利局' } })
    await units(json, context)
    const listed = last().units as readonly { readonly id: string; readonly name: string }[]
    const idOf = (name: string) => listed.find(unit => unit.name === name)?.id
    expect(listed.find(({ id }) => id === water.id)).toEqual({
      ...{ id: water.id, name: '区水务局', level: 'bureau', parent: idOf('区教育局'), isRoot: false },
      ...{ powers: { licensing: true }, files: true, publishes: true, counts: true },
      ...{ closed: null, successor: null, formerNames: ['区水利局'], filings: [] },
    })
    await placeUnit('区水务局', { below: '青石街道', ...json }, context)
    expect(last()).toEqual({
      unit: { id: water.id, name: '区水务局', parent: idOf('青石街道'), before: idOf('区教育局') },
    })
    await removeUnit('区水务局', json, context)
    expect(last()).toEqual({ removed: { id: water.id, name: '区水务局' } })
    await isWhole()
  })

  test('with their reports are listed for programs', async () => {
    const { context, last } = await office()
    await invite('青石街道', { year: '2020' }, context)
    await units(json, context)
    expect(last().units[0].filings).toEqual([
      {
        ...{ id: expect.any(String), obligation: 'disclosure', form: 'disclosure-2019', year: 2020 },
        ...{ state: 'draft', standing: null },
      },
    ])
  })

  test.each(['zh-CN', 'en'] as const)(
    'are refused in one sentence of %s, with nothing printed',
    async locale => {
      const { context, out } = await office(locale)
      const said = [
        await refused(addUnit('另区', { level: 'county', root: true, ...json }, context)),
        await refused(addUnit('另区', { level: 'county', root: true, below: '海曙区' }, context)),
        await refused(renameUnit('青石街道', '区教育局', json, context)),
        await refused(renameUnit('青石街道', ' ', json, context)),
        await refused(placeUnit('海曙区', { below: '青石街道', ...json }, context)),
        await refused(placeUnit('青石街道', { below: '青石街道', ...json }, context)),
        await refused(removeUnit('海曙区', json, context)),
        await refused(renameUnit('白石街道', '青石镇', json, context)),
      ]
      expect(said.map(([, exit]) => exit)).toEqual([1, 2, 2, 2, 1, 2, 1, 2])
      expect(said[0]?.[0]).toBe(context.say('refused.root-stands'))
      expect(said[5]?.[0]).toContain(
        locale === 'en' ? '“青石街道” cannot be below itself' : '“青石街道”不能放在',
      )
      expect(said[6]?.[0]).toContain(locale === 'en' ? 'Not done' : '未办理：“海曙区”尚有下级单位')
      for (const [sentence] of said) expect(sentence).not.toMatch(/[{}]/)
      expect(out).toEqual([])
    },
  )

  test('with something filed go only when that is said', async () => {
    const { context } = await office()
    await invite('青石街道', {}, context)
    const { store, close } = await openStore(context.env.DATABASE_FILE ?? '')
    const [unit] = await store.units()
    const filing = unit?.filings[0]
    if (!filing) throw new Error('no filing')
    await store.commit({
      incoming: { channel: 'x', id: '1', at: 1 },
      outbox: [],
      filings: [
        {
          filing: (await store.filingOf(unit.id, filing.obligation, filing.year)) as never,
          ...{ expected: filing.version, state: 'draft', changes: [], auditHead: '', audit: [] },
          standing: standing,
        },
      ],
    })
    await close()
    expect(await refused(removeUnit('青石街道', {}, context))).toEqual([
      expect.stringContaining('已有填报内容'),
      1,
    ])
    expect(await removeUnit('青石街道', { withReports: true }, context)).toBe(0)
  })
})

describe('invitations on the command line', () => {
  test('are for any role, listed without their code, and taken back', async () => {
    const { context, out, last, isWhole } = await office()
    expect(await invite('海曙区', { role: 'administrator', ...json }, context)).toBe(0)
    const made = last()
    expect(made).toEqual({
      invitation: {
        ...{ id: expect.stringMatching(/^[0-9a-f]{12}$/), unit: { id: expect.any(String), name: '海曙区' } },
        ...{ role: 'administrator', expiresAt: '2027-01-26T04:00:00.000Z' },
      },
      code: expect.stringMatching(/^[\w-]{32}$/),
      links: { telegram: null, web: `http://127.0.0.1:8787/chat/enter/${made.code}` },
    })
    await invite('青石街道', { year: '2020', ...json }, context)
    const filler = last()
    expect(filler.invitation).toMatchObject({ role: 'filler', year: 2020, obligation: 'disclosure' })
    await invitations(json, context)
    expect(last().invitations).toEqual(
      [
        { ...filler.invitation, name: null, ownLink: false },
        { ...made.invitation, year: null, obligation: null, name: null, ownLink: false },
      ].sort((a, b) => (out.at(-1)?.indexOf(a.id) ?? 0) - (out.at(-1)?.indexOf(b.id) ?? 0)),
    )
    expect(out.at(-1)).not.toContain(made.code)
    await invitations({}, context)
    expect(out.at(-1)?.split('\n').sort()).toEqual(
      [
        `${filler.invitation.id}  青石街道 2020 年度填报人，有效期至 2027年1月26日 12:00`,
        `${made.invitation.id}  海曙区管理员，有效期至 2027年1月26日 12:00`,
      ].sort(),
    )
    expect(await revoke(made.invitation.id, {}, context)).toBe(0)
    expect(out.at(-1)).toBe(`已撤销邀请 ${made.invitation.id}（海曙区管理员）。`)
    expect(await revoke(filler.invitation.id, json, context)).toBe(0)
    expect(last().revoked).toMatchObject({ id: filler.invitation.id })
    await invitations({}, context)
    expect(out.at(-1)).toBe('没有尚未使用的邀请。')
    expect(await refused(revoke(made.invitation.id, {}, context))).toEqual([
      expect.stringContaining(`没有编号为“${made.invitation.id}”`),
      2,
    ])
    await isWhole()
  })

  test('for a role that there is not are refused with those there are', async () => {
    const { context } = await office()
    const [sentence, exit] = await refused(invite('海曙区', { role: 'mayor' }, context))
    expect(sentence).toContain('“mayor”')
    expect(sentence).toContain('supervisor')
    expect(exit).toBe(2)
  })

  test('for a role without a report say so in words', async () => {
    const { context, out } = await office()
    await invite('海曙区', { role: 'supervisor' }, context)
    expect(out[0]).toBe('海曙区审核人员邀请码：')
    expect(out[3]).toBe('海曙区审核人员网页链接：')
  })
})
