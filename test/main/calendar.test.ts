// `nianbao calendar import`: a notice as text and as data, in the place of the one before, and files that are none.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAll } from '../../src/main/commands/audit.ts'
import { importCalendar } from '../../src/main/commands/import-calendar.ts'
import { openStore } from '../../src/main/open-store.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const office = async () => {
  const file = join(await folder(), 'data', 'nianbao.db')
  return { file, ...fakeContext({ DATABASE_FILE: file }) }
}

test('a notice is loaded as text, and a corrected one as data takes its place', async () => {
  const { file, context, out } = await office()
  const text =
    '关于2027年部分节假日安排的通知\n元旦：2026年12月31日至2027年1月2日放假，共3天。1月3日（周日）上班。'
  expect(await importCalendar(await fileOf(text, 'notice.txt'), {}, context)).toBe(0)
  expect(out.at(-1)).toBe('已载入 2027 年放假安排：放假 3 天，调休上班 1 天。')
  const corrected = { year: 2027, off: ['2027-01-01'], work: ['2027-01-31'] }
  expect(await importCalendar(await fileOf(corrected), { json: true }, context)).toBe(0)
  expect(JSON.parse(out.at(-1) ?? '')).toEqual(corrected)
  const { store, close } = await openStore(file)
  expect(await store.notices()).toEqual([corrected])
  await close()
  expect(await verifyAll({ json: true }, context)).toBe(0)
  expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ ok: true, findings: [] })
})

test.each([
  ['is a table', 'a,b\n1,2', '未找到年份'],
  ['has a date that is none', { year: 2027, off: ['2027-02-30'], work: [] }, '数据格式不符'],
  ['speaks of another year', { year: 2027, off: ['2024-01-01'], work: [] }, '数据格式不符'],
  ['frees nobody', { year: 2027, off: [], work: [] }, '数据格式不符'],
  ['is not text', new Uint8Array([0xff, 0xff, 0xff]), '不是文本文件'],
  ['is too long', '。'.repeat(40_000), '超过 100 KB'],
])('a file that %s is refused in words, and nothing is loaded', async (_, content, words) => {
  const { context } = await office()
  const [message, exit] = await refused(importCalendar(await fileOf(content, 'notice'), {}, context))
  expect(message).toContain(words)
  expect(exit).toBe(2)
})
