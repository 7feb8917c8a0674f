// One message, end to end, over a store in memory: all of it or nothing, and nothing twice.

import { afterEach, expect, test } from 'vitest'
import type { Committed } from '../../../src/app/ports/commit.ts'
import { fault } from '../../../src/faults.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Store } from '../../../src/storage/store.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

let desk: Desk
afterEach(() => desk.close())

const tables = ['incoming', 'cell', 'text', 'audit', 'outbox', 'card', 'fault', 'snapshot']
const sizes = async () => Promise.all(tables.map(table => desk.count(table)))

/** A store whose next commits end as `next` says, as long as it says something. */
const storeWith = (next: { commit: (() => Promise<Committed>) | null; times: number }) => (store: Store) => ({
  ...store,
  commit: async (commit: Parameters<Store['commit']>[0]) => {
    if (!next.commit || next.times === 0) return store.commit(commit)
    next.times -= 1
    return next.commit()
  },
})

test('the same message again changes nothing', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  const message = ann.incoming({ type: 'text', text: '现报告如下：' }, '77')
  expect(await desk.receive(message)).toEqual({ repeat: false, notice: null })
  const [seat, before] = [await ann.seat(), await sizes()]
  expect(await desk.receive(message)).toEqual({ repeat: true, notice: null })
  expect(await ann.seat()).toEqual(seat)
  expect(await sizes()).toEqual(before)
})

test('the same tap again changes nothing', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  const tap = ann.incoming({ type: 'choice', card: ann.card()?.id ?? '', number: 0 }, null)
  await desk.receive(tap)
  const before = await sizes()
  expect((await desk.receive(tap)).repeat).toBe(true)
  expect(await sizes()).toEqual(before)
})

test('what lost a race is applied anew, on what stands then', async () => {
  const next = { commit: null as (() => Promise<Committed>) | null, times: 0 }
  desk = await openDesk({ store: storeWith(next) })
  const [ann, bob] = [await desk.seated('ann'), await desk.seated('bob')]
  await ann.text('引言')
  await bob.text('目录')
  await bob.tap('其他需要报告的事项')
  const other = bob.incoming({ type: 'text', text: '没有了。' }, '90')
  next.times = 1
  next.commit = async () => {
    next.commit = null
    await desk.receive(other)
    return 'lost'
  }
  await ann.text('现报告如下：')
  expect([...(await ann.seat()).filing.texts.keys()].sort()).toEqual(['other', 'preamble'])
})

test('two who write at once are both heard', async () => {
  desk = await openDesk()
  const [ann, bob] = [await desk.seated('ann'), await desk.seated('bob')]
  await ann.text('引言')
  await bob.text('目录')
  await bob.tap('总体情况')
  await Promise.all([ann.text('现报告如下：'), bob.text('梧桐成荫。')])
  expect((await ann.seat()).filing.texts.size).toBe(2)
})

test('without the database nothing is stored and nothing acknowledged, and the repetition is heard', async () => {
  const next = { commit: null as (() => Promise<Committed>) | null, times: 0 }
  desk = await openDesk({ store: storeWith(next) })
  const ann = await desk.seated('ann')
  const before = await sizes()
  next.times = 1
  next.commit = async () => {
    throw fault('database-unavailable', 'SQLITE_BUSY')
  }
  const tap = ann.incoming({ type: 'choice', card: ann.card()?.id ?? '', number: 0 }, null)
  await expect(desk.receive(tap)).rejects.toMatchObject({ code: 1001 })
  expect(await sizes()).toEqual(before)
  expect(desk.logged).toEqual([])
  expect(await desk.receive(tap)).toEqual({ repeat: false, notice: null })
})

/** Words in which one sentence cannot be said. */
const failingAt =
  (sentence: string, error: Error) =>
  (words: Words): Words => ({
    ...words,
    say: (key, params) => {
      if (key === sentence) throw error
      return words.say(key, params)
    },
    of: form => failingAt(sentence, error)(words.of(form)),
  })

test('a failure of our own is apologised for and recorded without words, and blocks nobody', async () => {
  const secret = '机密石榴'
  desk = await openDesk({
    words: failingAt('unread.not-a-choice', new TypeError(`cannot say ${secret}`)),
  })
  const ann = await desk.seated('ann')
  await ann.text('引言')
  await ann.tap('不写')
  await ann.text('目录')
  const before = await ann.seat()
  expect(textOf(await ann.text(secret))).toBe(desk.words.say('failed'))
  expect(await ann.seat()).toEqual(before)
  const [row] = await desk.sql.all('SELECT * FROM fault')
  expect(row).toMatchObject({ code: 'TypeError', channel: 'sim' })
  expect(JSON.stringify([row, desk.logged])).not.toContain('石榴')
  expect(desk.logged).toEqual([expect.stringContaining('receive.failed')])
  expect(textOf(await ann.text('帮助'))).toContain(desk.words.say('help.title'))
})

test('a failure of our own that is repeated is apologised for once', async () => {
  desk = await openDesk({
    words: failingAt('help.title', new Error('no')),
  })
  const ann = await desk.seated('ann')
  const said = ann.incoming({ type: 'command', name: 'help', argument: '' }, null)
  expect((await desk.receive(said)).repeat).toBe(false)
  expect((await desk.receive(said)).repeat).toBe(true)
  expect(await ann.mail()).toHaveLength(1)
  expect(await desk.count('fault')).toBe(1)
})

test('the standing tells what is open and what comes next', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.text('引言')
  await ann.tap('不写')
  const [unit] = await desk.store.units()
  expect(unit?.filings[0]?.standing).toMatchObject({
    state: 'draft',
    open: 6,
    errors: 0,
    next: 'disclosure.?',
  })
})

test('a document is ordered with the snapshot of its version', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  for (const text of ['没有', '没有', '没有', '梧桐成荫。', '写完了', '桂花飘香。', '无', '不写']) {
    await ann.text(text)
  }
  const mail = await ann.tap('生成送审稿')
  expect(mail.map(each => each.kind)).toEqual(['file', 'ask', 'close'])
  const { filing, content } = await ann.seat()
  const file = mail[0]?.file
  expect(file).toMatchObject({ filing: filing.id, content, format: 'docx' })
  expect(file?.name).toContain('柳荫街道')
  const snapshot = await desk.store.snapshot(filing.id, content)
  expect(JSON.parse(snapshot?.outline ?? '')).toMatchObject({
    v: 1,
    title: expect.stringContaining('柳荫街道'),
  })
  expect(JSON.parse(snapshot?.report ?? '')).toMatchObject({
    format: 'nianbao/report@1',
    unit: '柳荫街道',
    texts: { preamble: '', overview: '梧桐成荫。', other: '无。' },
  })
})

test('an edited message edits what it set', async () => {
  desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.text('采购项目数量')
  await ann.text('53项')
  const number = String(Number(ann.lastNumber()) - 1)
  const mail = await ann.edit(number, '35项')
  expect(mail.map(each => each.kind)).toEqual(['say'])
  expect(textOf(mail)).toContain('已由 53 改为 35')
  expect((await ann.seat()).filing.entries.get('disclosure.procurement.projects' as never)?.value).toBe(35)
})
