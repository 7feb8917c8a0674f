// A list of units from the command line: all of it or nothing, in its own order, with each bad row told in words.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { addUnit, renameUnit } from '../../src/main/commands/change-units.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { closeUnit, mergeUnit } from '../../src/main/commands/set-unit.ts'
import { units } from '../../src/main/commands/units.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }
const office = async () => {
  const made = fakeContext({ DATABASE_FILE: join(await folder(), 'nianbao.db') })
  const last = () => JSON.parse(made.out.at(-1) ?? '')
  const named = async () => {
    await units(json, made.context)
    return (last().units as readonly { readonly name: string }[]).map(({ name }) => name)
  }
  return { ...made, last, named }
}
const csv = (text: string) => fileOf(text, 'units.csv')

test('a whole district comes from one file, the unit above all others being the district', async () => {
  const { context, out, last, named } = await office()
  const file = await csv(
    '单位名称,上级,层级,在本区报送,计入本区汇总,电话\n月湖街道,海曙区,街道,是,是,1\n海曙区,,区,否,是,2\n区气象局,海曙区,部门,是,否,3\n',
  )
  expect(await importUnits(file, {}, context)).toBe(0)
  expect(out).toEqual(['已导入 3 个单位。\n以下各列未使用：电话。'])
  expect(await named()).toEqual(['月湖街道', '海曙区', '区气象局'])
  const [street, district, weather] = last().units
  expect(district).toMatchObject({
    isRoot: true,
    parent: null,
    level: 'county',
    files: false,
    publishes: true,
  })
  expect(street).toMatchObject({ isRoot: false, parent: district.id, files: true, counts: true })
  expect(weather).toMatchObject({ parent: district.id, publishes: true, counts: false })
  await verifyAll(json, context)
  expect(last()).toMatchObject({ ok: true })
})

test('a later list adds the new ones, passes those that stand, and sets the order', async () => {
  const { context, out, last, named } = await office()
  await addUnit('海曙区', { level: 'county', root: true }, context)
  await addUnit('旧局', { level: 'bureau' }, context)
  await addUnit('区教育局', { level: 'bureau' }, context)
  const file = await csv('name,parent,level\n区水利局,,bureau\n区教育局,海曙区,bureau\n')
  await importUnits(file, json, context)
  expect(last()).toEqual({
    added: [{ id: expect.any(String), name: '区水利局', parent: expect.any(String) }],
    ...{ unchanged: 1, problems: [], unused: [] },
  })
  expect(await named()).toEqual(['区水利局', '区教育局', '海曙区', '旧局'])
  await importUnits(file, {}, context)
  expect(out.at(-1)).toBe('已导入 0 个单位。\n另有 2 个单位已在名录中，没有变化。')
  await verifyAll(json, context)
  expect(last()).toMatchObject({ ok: true })
})

test('one bad row keeps everything out, unless the others are wanted', async () => {
  const { context, out, errors, last, named } = await office()
  const file = await csv(
    '单位名称,上级,层级\n月湖街道,,街道\n区教育局,教委,局\n区水利局,,科\n水文站,区水利局,局',
  )
  expect(await importUnits(file, {}, context)).toBe(2)
  expect(out).toEqual([])
  expect(errors).toEqual([
    [
      '第 3 行：名录和本表中均无上级单位“教委”，请核对名称，或为上级单位补充一行。',
      '第 4 行：未能识别层级“科”，请写省、市、县区、镇、街道或部门。',
      '第 5 行：请先更正上级单位“区水利局”所在行。',
    ].join('\n'),
    '未导入：有 3 处须修改，请修改后重新导入；确需先导入其余各行的，请加 --partly。',
  ])
  expect(await named()).toEqual([])
  expect(await importUnits(file, json, context)).toBe(2)
  expect(last()).toMatchObject({
    added: [],
    problems: [{ line: 3, code: 'parent-unknown' }, { line: 4 }, { line: 5 }],
  })
  expect(await importUnits(file, { partly: true }, context)).toBe(0)
  expect(out.at(-1)).toBe('已导入 1 个单位，其余有 3 处须修改，未导入。')
  expect(await named()).toEqual(['月湖街道'])
})

test('rows below closed units and rows of former names are each told, and make no unit', async () => {
  const { context, out, errors, named } = await office()
  await addUnit('海曙区', { level: 'county', root: true }, context)
  for (const name of ['旧局', '科委', '科技局', '经信局', '教委'])
    await addUnit(name, { level: 'bureau' }, context)
  await closeUnit('旧局', {}, context)
  await mergeUnit('科委', { into: '科技局' }, context)
  await mergeUnit('科技局', { into: '经信局' }, context)
  await renameUnit('教委', '教育局', {}, context)
  const file = await csv(
    '单位名称,上级,层级\n教委,,局\n教研室,教委,局\n老科,旧局,局\n信息科,科委,局\n旧局,,局\n新局,,局\n',
  )
  const before = await named()
  expect(await importUnits(file, {}, context)).toBe(2)
  expect(errors.at(-2)).toBe(
    [
      '第 2 行：“教委”已更名为“教育局”，请改写现名。确需另设同名单位的，请删除该行，并用 units add 添加。',
      '第 3 行：上级单位“教委”已更名为“教育局”，请改写现名。',
      '第 4 行：上级单位“旧局”已撤销，其下不能再增加单位。请改填其他上级；直属本区的，上级可不填。',
      '第 5 行：上级单位“科委”已撤销，由“经信局”承接，请改填“经信局”或其他上级。',
    ].join('\n'),
  )
  expect(await named()).toEqual(before)
  expect(await importUnits(file, { partly: true }, context)).toBe(0)
  expect(out.at(-1)).toContain('已导入 1 个单位，其余有 4 处须修改，未导入。')
  expect((await named()).toSorted()).toEqual([...before, '新局'].toSorted())
})

test.each([
  ['单位,上级\n甲,乙', '缺少“层级”一列'],
  ['甲,乙', '未找到表头'],
  ['单位,层级\n"甲,局', '第 2 行的引号不成对'],
])('a file that is no list is refused in one sentence: %j', async (text, sentence) => {
  const { context } = await office()
  expect(await refused(importUnits(await csv(text), {}, context))).toEqual([
    expect.stringContaining(sentence),
    2,
  ])
})
