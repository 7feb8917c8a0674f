// A district's December from the command line alone: sixty units and a hundred people from two files, the campaign, and
// the units that change while it is open.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { addUnit, placeUnit } from '../../src/main/commands/change-units.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { closeUnit, mergeUnit, setUnit } from '../../src/main/commands/set-unit.ts'
import { status } from '../../src/main/commands/status.ts'
import { units } from '../../src/main/commands/units.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }
const names = [
  ...Array.from({ length: 12 }, (_, n) => `第${n + 1}街道`),
  ...Array.from({ length: 47 }, (_, n) => `区第${n + 1}局`),
]
const unitsFile = [
  '单位名称,上级,层级,在本区报送',
  '海曙区,,区,否',
  ...names.map((name, at) => `${name},海曙区,${at < 12 ? '街道' : '局'},是`),
].join('\n')
const peopleFile = [
  '姓名,单位,角色',
  ...names.map((name, at) => `填报${at},${name},填报人`),
  ...names.slice(0, 39).map((name, at) => `领导${at},${name},单位领导`),
  '审核一,海曙区,审核人员',
  '主任,海曙区,查看人员',
].join('\n')

test('sixty units and a hundred people come from two files, two units merge and one closes', async () => {
  const file = join(await folder(), 'nianbao.db')
  const { context, out } = fakeContext({ DATABASE_FILE: file })
  const last = () => JSON.parse(out.at(-1) ?? '')
  expect(await importUnits(await fileOf(unitsFile, 'units.csv'), json, context)).toBe(0)
  expect(last().added).toHaveLength(60)
  expect(await invite(undefined, { file: await fileOf(peopleFile, 'people.csv'), ...json }, context)).toBe(0)
  const made = last().invitations as readonly { readonly links: { readonly web: string } }[]
  expect(new Set(made.map(({ links }) => links.web)).size).toBe(100)
  await openCampaign({ due: '2027-01-22' }, context)
  await status(json, context)
  expect(last()).toMatchObject({ of: 59, submitted: 0 })
  expect(last().toChase.notBegun).toEqual(names)

  await mergeUnit('区第1局', { into: '区第2局', on: '2026-12-01' }, context)
  expect(out.at(-1)).toBe('已将“区第1局”并入“区第2局”，自 2026-12-01 起不再单独列入填报任务。')
  await setUnit('区第3局', { files: '否', counts: 'no' }, context)
  await status(json, context)
  expect(last().units).toHaveLength(57)

  // Somebody has begun: what becomes of the report is asked.
  const sql = await sqlite3(file)
  await sql.batch([
    { sql: `UPDATE standing SET content = 1 WHERE unit = (SELECT id FROM unit WHERE name = '区第4局')` },
  ])
  await sql.close()
  expect(await refused(closeUnit('区第4局', {}, context))).toEqual([
    expect.stringContaining('--filing goes-on'),
    1,
  ])
  await closeUnit('区第4局', { filing: 'goes-on', ...json }, context)
  expect(last().unit).toMatchObject({ name: '区第4局', closed: '2027-01-12' })
  await status(json, context)
  expect(last()).toMatchObject({ of: 57, toChase: { underWay: ['区第4局'] } })

  await setUnit('区第3局', { files: '是', level: 'town' }, context)
  await status(json, context)
  expect(last()).toMatchObject({ of: 58 })
  await units(json, context)
  const listed = last().units as readonly {
    readonly id: string
    readonly name: string
    readonly successor: string
  }[]
  expect(listed.map(({ name }) => name)).toEqual(['海曙区', ...names])
  const merged = listed.find(({ name }) => name === '区第1局')
  expect(merged).toMatchObject({
    closed: '2026-12-01',
    successor: listed.find(({ name }) => name === '区第2局')?.id,
  })
  await verifyAll(json, context)
  expect(last()).toMatchObject({ ok: true, findings: [] })
})

test('a unit ends today at the latest, and then takes nobody in and nothing below it', async () => {
  const { context } = fakeContext({ DATABASE_FILE: join(await folder(), 'nianbao.db') })
  const list = 'name,parent,level\n区,,county\n局,区,bureau\n科,区,bureau'
  await importUnits(await fileOf(list, 'u.csv'), {}, context)
  expect(await refused(closeUnit('局', { on: '2027-01-13' }, context))).toEqual([
    '日期 2027-01-13 尚未到来，应不晚于今天（2027-01-12）。',
    2,
  ])
  await closeUnit('局', {}, context)
  const said = [
    await refused(invite('局', {}, context)),
    await refused(addUnit('股', { level: 'bureau', below: '局' }, context)),
    await refused(placeUnit('科', { below: '局' }, context)),
  ]
  expect(said).toEqual(Array(3).fill([expect.stringContaining('已撤销'), 1]))
})

test('a change of a unit that does not fit is refused in one sentence', async () => {
  const { context } = fakeContext({ DATABASE_FILE: join(await folder(), 'nianbao.db') })
  await importUnits(
    await fileOf('name,parent,level\n区,,county\n局,区,bureau\n科,局,bureau', 'u.csv'),
    {},
    context,
  )
  const said = [
    await refused(closeUnit('局', {}, context)),
    await refused(closeUnit('区', {}, context)),
    await refused(mergeUnit('科', { into: '科' }, context)),
    await refused(closeUnit('科', { on: '2026-13-01' }, context)),
    await refused(closeUnit('科', { filing: 'away' }, context)),
  ]
  expect(said.map(([, exit]) => exit)).toEqual([1, 1, 2, 2, 2])
  expect(await refused(setUnit('科', { files: '或许' }, context))).toEqual([
    expect.stringContaining('无法确定'),
    2,
  ])
  expect(await refused(setUnit('科', {}, context))).toEqual([expect.stringContaining('没有要修改的'), 2])
})

test('the contact and the closing lines of a unit are set, listed, kept beside other changes, and taken away', async () => {
  const file = join(await folder(), 'nianbao.db')
  const { context, out } = fakeContext({ DATABASE_FILE: file })
  await addUnit('青石镇', { level: 'town' }, context)
  const only = async () => {
    await units(json, context)
    return JSON.parse(out.at(-1) ?? '').units[0]
  }
  const contact = '地址：青石路1号，电话：000-0000'
  await setUnit('青石镇', { contact, closes: '是' }, context)
  expect(await only()).toMatchObject({ prints: { contact, closes: true } })
  await units({}, context)
  expect(out.at(-1)).toContain(`联系方式：${contact}、文末署名`)
  await setUnit('青石镇', { counts: '否', closes: '否' }, context)
  expect(await only()).toMatchObject({ counts: false, prints: { contact, closes: false } })
  await setUnit('青石镇', { contact: ' ' }, context)
  expect(await only()).not.toHaveProperty('prints')
  expect((await refused(setUnit('青石镇', { contact: '长'.repeat(201) }, context)))[1]).toBe(2)
  // The audit tells that there was one, and no telephone.
  const sql = await sqlite3(file)
  const lines = JSON.stringify(await sql.all('SELECT * FROM audit'))
  await sql.close()
  expect(lines).not.toContain('000-0000')
  expect(await verifyAll({}, context)).toBe(0)
})
