// `nianbao chat`: what its options mean, and what is refused before anything starts.

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ChatOptions, chat, readSetting } from '../../src/main/commands/chat.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const { context } = fakeContext()

test('without options it is a street office of an example, for the year that is reported now', () => {
  const setting = readSetting({}, context, '2027-01-12')
  expect(setting).toMatchObject({
    year: 2026,
    level: 'street',
    words: { locale: 'zh-CN' },
    form: { id: 'disclosure-2021' },
  })
  expect(
    readSetting({ year: '2020', unit: '区教育局', level: 'bureau' }, context, '2027-01-12'),
  ).toMatchObject({
    year: 2020,
    unit: '区教育局',
    level: 'bureau',
    form: { id: 'disclosure-2019' },
  })
})

describe('refused with one sentence is', () => {
  test.each<[ChatOptions, string]>([
    [{ year: '1066' }, '1066'],
    [{ obligation: 'nothing' }, '没有“nothing”这项报告义务；可用：disclosure'],
    [{ year: '2018' }, '没有 2018 年度的格式'],
    [{ form: 'disclosure-2019', year: '2026' }, '不用于 2026 年度'],
    [{ form: 'disclosure-1999', year: '2026' }, '没有“disclosure-1999”格式'],
    [{ level: 'village' }, 'village'],
    [{ save: '../x' }, '../x'],
  ])('%j', async (options, why) => {
    expect(await refused(chat(options, context))).toEqual([expect.stringContaining(why), 2])
  })

  test('a file in the place of the folder for documents', async () => {
    const file = await fileOf('')
    const [why, exit] = await refused(chat({ files: file }, context))
    expect([why, exit]).toEqual([`文件 ${file} 无法写入：该路径是文件，不是目录。`, 2])
  })

  test('a report file in a folder that is not there, and a folder in its place', async () => {
    const place = await folder()
    const [missing] = await refused(chat({ report: join(place, 'none', 'out.json') }, context))
    expect(missing).toMatch(/out\.json 无法写入：目录不存在。$/)
    const [taken, exit] = await refused(chat({ report: place }, context))
    expect([taken, exit]).toEqual([`文件 ${place} 无法写入：该路径是目录。`, 2])
  })
})
