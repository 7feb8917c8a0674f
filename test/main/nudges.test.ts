// `nianbao nudges preview`: who will be sent what, when, by which way and in which words. It sends nothing.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wordsMessage } from '../../src/app/message.ts'
import { personId } from '../../src/engine/filing.ts'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { importCalendar } from '../../src/main/commands/import-calendar.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { listNudges } from '../../src/main/commands/list-nudges.ts'
import { previewNudges } from '../../src/main/commands/preview-nudges.ts'
import { openStore } from '../../src/main/open-store.ts'
import { seeding } from '../seeding.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }

/** A street and a bureau; the street's filler comes in by Telegram, the bureau's by the web, the office's by Telegram. */
const office = async () => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file })
  const { context, out } = made
  const list =
    '单位名称,上级,层级,在本区报送\n海曙区,,区,否\n月湖街道,海曙区,街道,是\n区教育局,海曙区,局,是\n区水利局,海曙区,局,是'
  await importUnits(await fileOf(list, 'units.csv'), {}, context)
  await openCampaign({ year: '2026', due: '2027-01-22', publish: '2027-01-29' }, context)
  const { store, close } = await openStore(file)
  const units = new Map((await store.units()).map(({ id, name }) => [name, id]))
  const enter = async (unit: string, name: string, channel: string, role: 'filler' | 'supervisor') => {
    const [hash, at] = [`hash-${name}`, context.now()]
    const id = units.get(unit)
    if (!id) throw new Error(unit)
    await seeding(store).invite(hash, { unit: id, filing: null, role, expiresAt: at + 1_000 })
    const who = { person: personId(`p-${name}`), account: `${channel}:${name}`, chat: `${channel}:${name}` }
    const incoming = { channel, id: hash, at }
    expect(
      await store.commit({ incoming, filings: [], outbox: [], enrol: { invitation: hash, ...who, name } }),
    ).toBe('done')
  }
  await enter('月湖街道', '王芳', 'telegram', 'filler')
  await enter('区教育局', '张伟', 'web', 'filler')
  await enter('海曙区', '李敏', 'telegram', 'supervisor')
  await close()
  out.length = 0
  return { ...made, last: () => JSON.parse(out.at(-1) ?? '') }
}

test('it tells whom each message will reach, by which way and in which words', async () => {
  const { context, last } = await office()
  expect(await previewNudges({ at: '2027-01-21T09:00', days: '2', ...json }, context)).toBe(0)
  const [first, second, third, fourth, digest, ...more] = last()
  expect(more).toEqual([])
  expect(first).toEqual({
    ...{ at: '2027-01-21T09:30', stage: 't-1', unit: '月湖街道', person: '王芳', channel: 'telegram' },
    text: '2026年政府信息公开工作年度报告尚未填报。没有发生的项目不必逐格填写，按 0 处理。\n请于1月22日（周五）下班前报区府办，还有 1 个工作日。',
  })
  expect(second).toMatchObject({ stage: 't-1', unit: '区教育局', person: '张伟', channel: 'copy' })
  expect([third.text, fourth.stage]).toEqual([expect.stringContaining('请于今日下班前报区府办。'), 'due'])
  expect(digest).toMatchObject({ at: '2027-01-22T16:30', stage: 'digest', unit: null, person: '李敏' })
  expect(digest.text).toContain('尚未进入：区水利局。')
})

test('it begins at its moment, says which years are an estimate, and follows a notice that is loaded', async () => {
  const { context, out, last } = await office()
  const days = { at: '2027-01-29T12:00', days: '3' }
  await previewNudges(days, context)
  expect(out.at(-1)).toContain('2027 年放假安排未载入')
  await previewNudges({ ...days, ...json }, context)
  expect(last().map(({ at, stage }: { at: string; stage: string }) => `${at} ${stage}`)).toEqual([
    '2027-01-29T16:30 digest',
  ])
  const notice = { year: 2027, off: ['2027-01-01'], work: ['2027-01-31'] }
  await importCalendar(await fileOf(notice, 'notice.json'), {}, context)
  await previewNudges({ ...days, ...json }, context)
  expect(last().map(({ at, stage }: { at: string; stage: string }) => `${at} ${stage}`)).toEqual([
    ...['2027-01-29T16:30 digest', '2027-01-31T09:30 overdue-6', '2027-01-31T09:30 overdue-6'],
    '2027-01-31T16:30 digest',
  ])
  expect(last()[1].text).toMatch(/^今日（周日）调休上班。\n[\s\S]*\n今日为法定期限。$/)
})

test.each([
  [{ days: '0' }, '天数“0”有误'],
  [{ days: '1e1' }, '天数“1e1”有误'],
  [{ at: '2027-02-30' }, '时间“2027-02-30”有误'],
  [{ at: '2027-01-25T24:00' }, '时间“2027-01-25T24:00”有误'],
])('%j is refused in words', async (options, words) => {
  const { context } = await office()
  expect(await refused(previewNudges(options, context))).toEqual([expect.stringContaining(words), 2])
})

test('the list says who was reminded when, how, and whether it arrived', async () => {
  const { context, last } = await office()
  await listNudges(json, context)
  expect(last()).toEqual([])
  const { store, close } = await openStore(context.env.DATABASE_FILE ?? '')
  const [campaign] = await store.campaigns()
  const filing = (await store.units()).find(({ name }) => name === '月湖街道')?.filings[0]?.id ?? null
  const person = personId('p-王芳')
  const kept = {
    campaign: campaign?.id ?? '',
    filing,
    person,
    stage: 't-1',
    day: '2027-01-21',
    way: 'telegram',
  }
  const at = Date.parse('2027-01-21T01:30Z')
  const outbox = [wordsMessage('m1', 'telegram:王芳', [{ text: '提醒', style: 'plain' as const }])]
  const nudges = [{ ...kept, key: 'k', outbox: 'm1', state: 'queued' as const }]
  const commit = {
    incoming: { channel: 'clock', id: 'n', at },
    filings: [],
    outbox,
    nudges,
    isBulk: true as const,
  }
  expect(await store.commit(commit)).toBe('done')
  expect(await store.commit({ ...commit, incoming: { channel: 'clock', id: 'n2', at } })).toBe('lost')
  await listNudges(json, context)
  const told = { at: '2027-01-21T09:30', stage: 't-1', unit: '月湖街道', person: '王芳', channel: 'telegram' }
  expect(last()).toEqual([{ ...told, state: 'queued' }])
  await store.unreachable('telegram:王芳', at)
  await close()
  await listNudges(json, context)
  expect(last()).toEqual([{ ...told, state: 'failed' }])
})
