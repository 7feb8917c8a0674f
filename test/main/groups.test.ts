// Robots of groups from the command line: added from a file, listed without their secrets, and given the text of the day.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { told } from '../../src/main/commands/contacts.ts'
import { addOne, groups, post, removeOne } from '../../src/main/commands/groups.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { openStore } from '../../src/main/open-store.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }
const address = 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef'
const secret = 'SEC0123456789'

const office = async () => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file })
  const { context, out } = made
  const list = '单位名称,上级,层级,在本区报送\n海曙区,,区,否\n月湖街道,海曙区,街道,是\n区教育局,海曙区,局,是'
  await importUnits(await fileOf(list, 'units.csv'), {}, context)
  await openCampaign({ year: '2026', due: '2027-01-22' }, context)
  out.length = 0
  const lines = `${address}\n${secret}\n`
  const add = async (name = '街道群', body = lines, kind = 'dingtalk') =>
    addOne(name, { kind, unit: '海曙区', file: await fileOf(body, 'robot.txt'), ...json }, context)
  const rows = async (query: string) => {
    const sql = await sqlite3(file)
    await migrate(sql, 'migrations')
    const found = await sql.all(query)
    await sql.close()
    return found
  }
  return { ...made, file, add, rows, last: () => JSON.parse(out.at(-1) ?? '') }
}

test('a robot is added from a file, listed without its secrets, and leaves none in the audit', async () => {
  const { context, out, add, rows, last } = await office()
  await add()
  expect(last().group).toMatchObject({ name: '街道群', kind: 'dingtalk', isSigned: true })
  await groups(json, context)
  expect(last().groups).toHaveLength(1)
  await groups({}, context)
  expect(out.at(-1)).toBe('街道群  海曙区  钉钉  加签')
  expect(out.join()).not.toMatch(/access_token|0123456789/)
  expect(JSON.stringify(await rows('SELECT * FROM audit'))).not.toMatch(/access_token|0123456789/)
})

test.each([
  ['', '机器人地址有误'],
  ['http://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef', '机器人地址有误'],
  [`${address}\n密钥`, '加签密钥有误'],
])('a file with %j is refused in words', async (body, words) => {
  const { add } = await office()
  expect(await refused(add('群', body))).toEqual([expect.stringContaining(words), 2])
})

test('the text of the day waits for the server, and is recorded towards each unit that it is about', async () => {
  const { context, add, file, rows, last } = await office()
  await add()
  await post([], { ...json, named: true }, context)
  expect(last().text).toContain('以下单位尚未完成报送：月湖街道、区教育局。')
  const [mail, ...more] = await rows(
    "SELECT chat, state, priority, body FROM outbox WHERE chat LIKE 'dingtalk:%'",
  )
  expect(more).toEqual([])
  expect(mail).toMatchObject({ state: 'queued', priority: 1 })
  expect(String(mail?.body)).toContain('区教育局')
  await told(json, context)
  expect(last().contacts.map(({ unit, step }: { unit: string; step: string }) => `${unit} ${step}`)).toEqual([
    '月湖街道 group',
    '区教育局 group',
  ])
  const { store, close } = await openStore(file)
  expect((await store.chatsWithMail(Date.now())).map(({ isBulk }) => isBulk)).toEqual([true])
  await close()
})

test('a removed robot has nothing waiting, and an unknown one is named', async () => {
  const { context, add, rows } = await office()
  await add()
  await post(['街道群'], json, context)
  await removeOne('街道群', json, context)
  expect(await rows('SELECT state FROM outbox')).toEqual([{ state: 'cancelled' }])
  expect(await refused(removeOne('街道群', json, context))).toEqual(['没有名为“街道群”的群机器人。', 2])
  expect((await refused(post(['街道群'], json, context)))[1]).toBe(2)
  expect((await refused(post([], json, context)))[1]).toBe(2)
})
