// Chasing by hand from the command line: the words to forward, the steps as they were taken, and who was told when.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { personId } from '../../src/engine/filing.ts'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { chaseTexts } from '../../src/main/commands/chase-texts.ts'
import { recordStep, told } from '../../src/main/commands/contacts.ts'
import { leadFiling } from '../../src/main/commands/filing.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { letter } from '../../src/main/commands/letter.ts'
import { openStore } from '../../src/main/open-store.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { wordsOf } from '../document/material.ts'
import { seeding } from '../seeding.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }
const title = '2026年政府信息公开工作年度报告'

/** Four units: 月湖 by Telegram, 教育局 and 水利局 by the web alone, 商务局 never in. The date is Wednesday, 20 January. */
const office = async (now = Date.UTC(2027, 0, 20, 1)) => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file, PUBLIC_URL: 'https://nianbao.example' })
  const { context, out } = made
  Object.assign(context, { now: () => now })
  const list =
    '单位名称,上级,层级,在本区报送\n海曙区,,区,否\n月湖街道,海曙区,街道,是\n区教育局,海曙区,局,是\n区水利局,海曙区,局,是\n区商务局,海曙区,局,是'
  await importUnits(await fileOf(list, 'units.csv'), {}, context)
  await openCampaign({ year: '2026', due: '2027-01-22', publish: '2027-01-29' }, context)
  const { store, close } = await openStore(file)
  const units = new Map((await store.units()).map(({ id, name }) => [name, id]))
  for (const [unit, name, channel] of [
    ['月湖街道', '王芳', 'telegram'],
    ['区教育局', '张伟', 'web'],
    ['区水利局', '李强', 'web'],
  ] as const) {
    const hash = `hash-${name}`
    await seeding(store).invite(hash, {
      ...{ unit: units.get(unit) as never, filing: null, role: 'filler', expiresAt: now + 1_000 },
    })
    const who = { person: personId(`p-${name}`), account: `${channel}:${name}`, chat: `${channel}:${name}` }
    const incoming = { channel, id: hash, at: now }
    await store.commit({ incoming, filings: [], outbox: [], enrol: { invitation: hash, ...who, name } })
  }
  await close()
  out.length = 0
  return { ...made, env: { DATABASE_FILE: file }, last: () => JSON.parse(out.at(-1) ?? '') }
}

test('whoever has no push gets private words, who never came in is named so, and nobody else is listed', async () => {
  const { context, last } = await office()
  await chaseTexts({ ...json, contact: '李敏，0574-12345678' }, context)
  const { private: texts, group } = last()
  expect(texts.map(({ units, person, next }: never) => [units, person, next])).toEqual([
    [['区教育局'], '张伟', 'private'],
    [['区水利局'], '李强', 'private'],
    [['区商务局'], null, 'call-filler'],
  ])
  expect(texts[0].text).toBe(
    [
      '区教育局 张伟：',
      `${title}尚未填报。没有发生的项目不必逐格填写，按 0 处理。`,
      '请于1月22日（周五）下班前报区府办，还有 2 个工作日。',
      '填报入口：https://nianbao.example/chat',
      '如已报送请忽略，如有困难请与区府办联系。',
      '联系人：李敏，0574-12345678。',
    ].join('\n'),
  )
  expect(texts[2].text).toContain('区商务局：\n')
  expect(texts[2].text).toContain('填报链接另行发送。')
  expect(group).toEqual({
    usual: 'unnamed',
    unnamed: `各单位：${title}请于1月22日（周五）下班前报区府办。请尚未报送的单位抓紧办理。联系人：李敏，0574-12345678。`,
    named: `各单位：${title}报送期限为1月22日（周五）下班前。截至1月20日 9时，以下单位尚未完成报送：月湖街道、区教育局、区水利局、区商务局。请抓紧办理，已报送的请忽略；确有困难的，请与区府办（李敏，0574-12345678）联系。`,
    units: ['月湖街道', '区教育局', '区水利局', '区商务局'],
  })
})

test('with --links a unit that never came in has a link of its own, which lets somebody in once', async () => {
  const { context, last } = await office()
  await chaseTexts({ ...json, links: true }, context)
  const [, , third] = last().private
  expect(third.text).toMatch(
    /填报入口（本人使用，限用一次）：https:\/\/nianbao\.example\/chat\/enter\/[\w-]{32}/,
  )
})

test('from the working day before the due day on the text with names is the usual one and comes first', async () => {
  const { context, out } = await office(Date.UTC(2027, 0, 21, 1, 30))
  await chaseTexts({ group: true }, context)
  expect(out.at(-1)).toMatch(/^【群通知，点名】[\s\S]*截至1月21日 9时30分[\s\S]*【群通知，不点名】/)
})

test('a step is recorded with its taker and time, the next one follows, and a note belongs to one unit', async () => {
  const { context, out, last } = await office()
  const group = ['区教育局', '区水利局']
  await recordStep('private', ['区教育局'], json, context)
  await recordStep('group', group, json, context)
  await recordStep('call-filler', ['区水利局'], { whom: '李强', note: '明日报', ...json }, context)
  await told(json, context)
  const at = '2027-01-20T01:00:00.000Z'
  expect(last().contacts).toHaveLength(4)
  expect(last().contacts).toContainEqual({
    ...{ unit: '区水利局', step: 'call-filler', whom: '李强', note: '明日报', by: 'shell', at },
  })
  await chaseTexts(json, context)
  expect(last().private.map(({ next }: { next: string }) => next)).toEqual([
    ...['call-filler', 'call-chief', 'call-filler'],
  ])
  await told({}, context)
  expect(out.at(-1)).toContain('区水利局  电话联系填报人  李强  明日报  shell')
  expect(await refused(recordStep('fax', ['区教育局'], {}, context))).toEqual([
    expect.stringContaining('方式“fax”有误'),
    2,
  ])
  expect(await refused(recordStep('group', group, { note: '好' }, context))).toEqual([
    '联系的人和答复只能逐个单位登记。',
    2,
  ])
  expect((await refused(recordStep('group', ['海曙区'], {}, context)))[1]).toBe(1)
})

test('a unit that is exempt is chased by no text', async () => {
  const { context, last } = await office()
  await leadFiling('exempt-filing', '区水利局', { note: '职责已划转' }, context)
  await chaseTexts(json, context)
  expect(last().group.units).toEqual(['月湖街道', '区教育局', '区商务局'])
})

test('a letter tells basis, what is open, the working days and the steps before, and is recorded as made', async () => {
  const { context, out, env, last } = await office(Date.UTC(2027, 0, 28, 8))
  await recordStep('private', ['区教育局'], json, context)
  const file = join(await folder(), 'letter.docx')
  const options = { output: file, from: '海曙区人民政府办公室', number: '海政办函〔2027〕3号', ...json }
  await letter(['区教育局'], options, context)
  expect(last().letter).toEqual({ file, units: ['区教育局'], answerBy: '2027-02-01' })
  const text = wordsOf(await readFile(file))
  for (const words of [
    ...['海政办函〔2027〕3号', '公开工作年度报告的提醒函', '区教育局：'],
    `根据《中华人民共和国政府信息公开条例》第四十九条、第五十条，${title}应于1月22日（周五）前报区府办。`,
    '截至1月28日 16时，贵单位尚未报送，较规定期限1月22日（周五）已逾期 4 个工作日。',
    '此前已提醒贵单位：1月28日（私信）。',
    '请于2月1日（周一）前完成，并反馈办理情况。确有困难的，请与区府办联系。',
    ...['海曙区人民政府办公室', '2027年1月28日'],
  ])
    expect(text).toContain(words)
  await letter(['区教育局', '区水利局'], { output: file }, context)
  expect(wordsOf(await readFile(file))).toContain('截至1月28日 16时，区水利局尚未报送')
  const sql = await sqlite3(env.DATABASE_FILE)
  const lines = await sql.all("SELECT what, new FROM audit WHERE what = 'letter-made'")
  await sql.close()
  expect(lines).toHaveLength(3)
  out.length = 0
  await leadFiling('exempt-filing', '区水利局', { note: '职责已划转' }, context)
  expect(await refused(letter(['区水利局'], { output: file }, context))).toEqual([
    '“区水利局”目前没有未完成事项。',
    1,
  ])
})
