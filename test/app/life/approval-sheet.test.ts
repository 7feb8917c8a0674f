// The sheet for signatures (审批单): ordered by a word or a button, of a finished report alone, signed by no one yet.

import { afterEach, expect, test } from 'vitest'
import { assembleReport } from '../../../src/app/mail/assemble.ts'
import { outlineIn } from '../../../src/app/mail/snapshot.ts'
import { textOf as printOf } from '../../../src/document/text.ts'
import { type Desk, textOf } from '../desk.ts'
import { labels, openFilled } from './report.ts'

const date = '年　　月　　日'

let desk: Desk
afterEach(() => desk.close())

const filesOf = (mail: readonly { readonly file: unknown }[]) => mail.flatMap(({ file }) => file ?? [])

test('a button and a word send the sheet with the figures as they stand, and leave every signature to a hand', async () => {
  desk = await openFilled('sign-first', { 'disclosure.normative-documents.made': 2 })
  const ann = await desk.seated('ann')
  await ann.text('继续')
  const mail = await ann.tap('生成审批单')
  expect(textOf(mail)).toContain('审批单见附件')
  const [order] = filesOf(mail)
  const { content } = (await desk.store.handled(desk.filing)) ?? { content: 0 }
  expect(order).toEqual({
    ...{ filing: desk.filing, content, format: 'docx', document: 'approval-sheet' },
    name: '柳荫街道2022年政府信息公开工作年度报告审批单',
  })
  expect(labels(ann)).toContain('领导已审签，报送区府办')
  const snapshot = await desk.store.snapshot(desk.filing, content, 'approval-sheet')
  const text = printOf(outlineIn(snapshot ?? { outline: '', report: '' }))
  const lines = text.trimEnd().split('\n')
  expect(lines.slice(0, 5)).toEqual([
    ...['2022年政府信息公开工作年度报告审批单', '', '报送单位：柳荫街道', '制单日期：2026年1月12日'],
    '报告名称：柳荫街道2022年政府信息公开工作年度报告',
  ])
  expect(lines[5]).toMatch(/^主要数据：本年新收政府信息公开申请数量 0；.*行政规范性文件本年制发件数 2；.*。$/)
  expect(lines.slice(6)).toEqual([
    ...['校验情况：表格勾稽关系一致。', '公开属性：主动公开', 'OA 文号/流转编号（可不填）：'],
    ...[`拟稿：${date}`, `核稿：${date}`],
    '保密审查：□ 经审查，不涉及国家秘密、工作秘密、商业秘密和个人隐私',
    ...['□ 其他意见：', `承办人初审：${date}`, `科（室）负责人：${date}`, `保密审核人：${date}`],
    ...[`主要领导签发：${date}`, `分管领导审签：${date}`, `主要领导签发（可选）：${date}`],
    `盖章：（单位盖章）　　　　${date}`,
  ])
  const made = await assembleReport({ archive: desk.store, environment: desk.environment }, order as never)
  expect([made.name, new TextDecoder().decode(made.body.slice(0, 2))]).toEqual([
    '柳荫街道2022年政府信息公开工作年度报告审批单.docx',
    'PK',
  ])
  expect(filesOf(await ann.text('审批单'))).toHaveLength(1)
})

test('the sheet and the report of one content are two documents', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  await ann.text('审批单')
  await ann.text('送审稿')
  const { content } = (await desk.store.handled(desk.filing)) ?? { content: 0 }
  const titleOf = async (document?: 'approval-sheet') => {
    const found = await desk.store.snapshot(desk.filing, content, document)
    return found && outlineIn(found).title
  }
  expect(await titleOf()).toBe('柳荫街道2022年政府信息公开工作年度报告')
  expect(await titleOf('approval-sheet')).toBe('2022年政府信息公开工作年度报告审批单')
})

test('an unfinished report gets none, and what is missing is named and asked', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  await desk.sql.all(`DELETE FROM text WHERE key = 'overview'`)
  await desk.sql.all('UPDATE filing SET version = version + 1')
  const mail = await ann.text('审批单')
  expect(filesOf(mail)).toEqual([])
  expect(textOf(mail)).toContain('暂不能生成审批单：1 项未填（总体情况）。')
  expect((await ann.seat()).focus.question).toEqual({ type: 'text', text: 'overview' })
})
