// A list of people from the command line: a link for each, with the private words for it and a page to be printed.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { addUnit } from '../../src/main/commands/change-units.ts'
import { invitations } from '../../src/main/commands/invitations.ts'
import { invite } from '../../src/main/commands/invite.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }
const office = async () => {
  const made = fakeContext({ DATABASE_FILE: join(await folder(), 'nianbao.db') })
  for (const [name, level] of [
    ['月湖街道', 'street'],
    ['区教育局', 'bureau'],
    ['区府办', 'bureau'],
  ] as const)
    await addUnit(name, { level }, made.context)
  made.out.length = 0
  return { ...made, last: () => JSON.parse(made.out.at(-1) ?? '') }
}
const csv = (text: string) => fileOf(text, 'people.csv')

test('each gets a link of their own, with the words to send, and a card on the page', async () => {
  const { context, out, last } = await office()
  const file = await csv(
    '序号,姓名,单位,角色\n1,王芳,月湖街道,填报人\n2,"李<b>",区教育局,\n3,赵主任,区府办,审核人员',
  )
  const output = join(await folder(), 'links.html')
  expect(await invite(undefined, { file, output, ...json }, context)).toBe(0)
  const { invitations: made, problems } = last()
  expect(problems).toEqual([])
  expect(made.map(({ invitation }: { invitation: object }) => invitation)).toMatchObject([
    { name: '王芳', unit: { name: '月湖街道' }, role: 'filler', year: 2026, obligation: 'disclosure' },
    { name: '李<b>', unit: { name: '区教育局' }, role: 'filler' },
    { name: '赵主任', unit: { name: '区府办' }, role: 'supervisor' },
  ])
  const [{ code, links, text }] = made
  expect(links.web).toBe(`http://127.0.0.1:8787/chat/enter/${code}`)
  expect(text).toBe(
    `王芳：月湖街道 2026年政府信息公开工作年度报告由您以填报人身份办理，请从此链接进入（仅限本人使用一次，有效期至 2027年1月26日 12:00）：${links.web}`,
  )
  const page = await readFile(output, 'utf8')
  expect(page.match(/<svg/g)).toHaveLength(3)
  expect(page).toContain(`href="${links.web}"`)
  expect(page).toContain('李&lt;b&gt;')
  expect(page).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)/)
  await invitations({}, context)
  expect(out.at(-1)).toContain('王芳')
  await verifyAll(json, context)
  expect(last()).toMatchObject({ ok: true })
})

test('one bad row keeps everybody out, unless the others are wanted', async () => {
  const { context, out, errors, last } = await office()
  const file = await csv(
    'name,unit,role\n王芳,月湖街道,\n,区教育局,\n李明,教委,\n周舟,区教育局,镇长\n王芳,月湖街道,\n钱多,,\n12,区教育局,',
  )
  expect(await invite(undefined, { file }, context)).toBe(2)
  expect(out).toEqual([])
  expect(errors[0]?.split('\n').map(line => line.slice(0, 19))).toEqual([
    '第 3 行：没有姓名，请补充，或删除该',
    '第 4 行：名录中没有单位“教委”，请',
    '第 5 行：未能识别角色“镇长”，请写',
    '第 6 行：“王芳”与第 2 行相同，',
    '第 7 行：没有单位，请补充。',
    '第 8 行：姓名“12”不符合要求（1',
  ])
  await invitations(json, context)
  expect(last()).toEqual({ invitations: [] })
  expect(await invite(undefined, { file, partly: true, ...json }, context)).toBe(0)
  expect(last().invitations).toHaveLength(1)
  expect(last().problems).toHaveLength(6)
})

test('a page that cannot be written makes no link', async () => {
  const { context, last } = await office()
  const file = await csv('姓名,单位\n王芳,月湖街道')
  const output = join(await folder(), 'none', 'links.html')
  expect((await refused(invite(undefined, { file, output }, context)))[1]).toBe(2)
  await invitations(json, context)
  expect(last()).toEqual({ invitations: [] })
})

test('errors, totals and formulas of a spreadsheet are nobody', async () => {
  const { context, errors } = await office()
  const file = await csv('姓名,单位\n#N/A,月湖街道\n合计：2人,月湖街道\n王芳,#REF!')
  expect(await invite(undefined, { file }, context)).toBe(2)
  expect(errors[0]?.split('\n').map(line => line.slice(0, 16))).toEqual([
    expect.stringContaining('第 2 行：“#N/A”'),
    expect.stringContaining('第 3 行：“合计：2人”'),
    expect.stringContaining('第 4 行：“#REF!”'),
  ])
})

test('a second column of names is refused, and columns that were not taken are told', async () => {
  const { context, out, last } = await office()
  const twice = await csv('姓名,联系人,单位\n王芳,李明,月湖街道')
  expect((await refused(invite(undefined, { file: twice }, context)))[0]).toContain('“联系人”')
  const more = await csv('姓名,单位,手机\n王芳,月湖街道,13800000001')
  expect(await invite(undefined, { file: more }, context)).toBe(0)
  expect(out.join('\n')).toContain('手机')
  expect(await invite(undefined, { file: more, ...json }, context)).toBe(0)
  expect(last().unused).toEqual(['手机'])
})

test('a unit or a list is named, not both and not neither', async () => {
  const { context } = await office()
  const file = await csv('月湖街道')
  expect((await refused(invite(undefined, {}, context)))[1]).toBe(2)
  expect((await refused(invite('月湖街道', { file }, context)))[1]).toBe(2)
  expect(await refused(invite(undefined, { file }, context))).toEqual([
    expect.stringContaining('未找到表头'),
    2,
  ])
})
