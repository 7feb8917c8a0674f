// A conversation that another version of the program stored: a question, a button or a body that this one does not
// know becomes the contents, with one line that says so, and the conversation goes on.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import type { EntryKey } from '../../../src/engine/filing.ts'
import { createStore } from '../../../src/storage/store.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'
import { portsOf } from '../ports-of.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

/** Ann stands before the number of projects. */
const begun = async () => {
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.text('总体情况')
  await ann.text('梧桐成荫，一切如常。')
  await ann.tap('政府集中采购')
  await ann.tap('选完了')
  return ann
}

type Ann = Awaited<ReturnType<typeof begun>>

/** Other code wrote this; the filing's version says that something happened. */
const rewritten = (table: 'position' | 'card', column: string, change: string) =>
  desk.sql.batch([
    { sql: `UPDATE ${table} SET ${column} = ${change}` },
    { sql: 'UPDATE filing SET version = version + 1' },
  ])

/** Another process, which has nothing in memory. */
const elsewhere = () => createReceive({ ...desk.parts, ...portsOf(createStore(desk.sql)) })

const said = async (ann: Ann, text: string) => {
  await elsewhere()(ann.incoming({ type: 'text', text }, String(Number(ann.lastNumber()) + 1)))
  return textOf(await ann.mail())
}

const tapped = async (ann: Ann, label: string) => {
  const number = ann.card()?.choices.find(choice => choice.label.startsWith(label))?.number ?? -1
  const received = await elsewhere()(
    ann.incoming({ type: 'choice', card: ann.card()?.id ?? '', number }, null),
  )
  return { ...received, text: textOf(await ann.mail()) }
}

const projects = async () =>
  (await createStore(desk.sql).loadSeat('sim:ann', 'sim:ann'))?.filing.entries.get(
    'disclosure.procurement.projects' as EntryKey,
  )?.value

const line = () => desk.words.say('outdated')
const once = (text: string) => text.split(line()).length - 1

describe('a focus', () => {
  test.each([
    [
      'of a question of an unknown kind',
      `json_set(focus, '$.question', json('{"type":"riddle","cell":"a"}'))`,
    ],
    ['of a known kind without what it needs', `json_set(focus, '$.question', json('{"type":"cell"}'))`],
    [
      'of a key that the form no longer has',
      `json_set(focus, '$.question.cell', 'disclosure.gone.projects')`,
    ],
    ['of another version', `json_set(focus, '$.v', 2)`],
    ['without a version', `json_remove(focus, '$.v')`],
    ['that is no JSON', `'{"question'`],
    ['that is another thing', `'[]'`],
  ])('%s becomes the contents with one line, and the next answer counts', async (_, change) => {
    const ann = await begun()
    await rewritten('position', 'focus', change)
    const answer = await said(ann, '53')
    expect(once(answer)).toBe(1)
    expect(await projects()).toBeUndefined()
    expect(desk.logged).toEqual([])
    await ann.tap('主动公开')
    expect(once(await said(ann, '采购项目数量'))).toBe(0)
    await said(ann, '53')
    expect(await projects()).toBe(53)
  })

  test('that is unknown is left behind by a command too', async () => {
    const ann = await begun()
    await rewritten('position', 'focus', `json_set(focus, '$.question', json('{"type":"riddle"}'))`)
    expect(await said(ann, '目录')).toContain('项未填')
    expect(desk.logged).toEqual([])
  })

  test('keeps its place when only an older question is unknown', async () => {
    const ann = await begun()
    await rewritten('position', 'focus', `json_insert(focus, '$.trail[#]', json('{"type":"riddle"}'))`)
    expect(once(await said(ann, '53'))).toBe(0)
    expect(await projects()).toBe(53)
  })

  test('forgets a step whose place is gone, and the one before it is taken back', async () => {
    const ann = await begun()
    await said(ann, '53')
    const entry = `{"value":1,"note":null,"source":"typed","by":"p","at":1,"message":null}`
    const step = `[{"type":"entry","key":"gone.cell.y","from":${entry}}]`
    await rewritten('position', 'focus', `json_insert(focus, '$.undo[#]', json('${step}'))`)
    const answer = await said(ann, '撤销')
    expect(answer).not.toContain('gone')
    expect(answer).toContain('撤销')
    expect(await projects()).toBeUndefined()
    expect(desk.logged).toEqual([])
  })

  test('asks no computed total, and shows no branch that is gone', async () => {
    const ann = await begun()
    await rewritten(
      'position',
      'focus',
      `json_set(focus, '$.question', json('{"type":"cell","cell":"requests.total.total"}'))`,
    )
    expect(once(await said(ann, '53'))).toBe(1)
    await rewritten('position', 'focus', `json_set(focus, '$.question.branch', 'gone')`)
    expect(once(await said(ann, '好'))).toBe(1)
    expect(desk.logged).toEqual([])
  })

  test('that is unknown does not hide its filing from a page', async () => {
    const ann = await begun()
    await rewritten('position', 'focus', `'{'`)
    const seat = await createStore(desk.sql).loadSeat(ann.ref, ann.ref)
    expect(seat?.isOutdated).toBe(true)
    expect(seat?.filing.texts.size).toBeGreaterThan(0)
  })
})

describe('a card', () => {
  const gate = async () => {
    const ann = await desk.seated('ann')
    await ann.tap('开始填报')
    await ann.text('总体情况')
    await ann.text('梧桐成荫，一切如常。')
    await ann.tap('返回')
    return ann
  }

  test.each([
    ['whose event is of an unknown kind', 'choices', `replace(choices, '"type":"tick"', '"type":"juggle"')`],
    [
      'whose event names a branch that is gone',
      'choices',
      `replace(choices, '"branch":"', '"branch":"gone-')`,
    ],
    ['of another version', 'choices', `json_set(choices, '$.v', 2)`],
    ['whose choices are no JSON', 'choices', `'{"choi'`],
    ['whose values are no JSON', 'shown', `'{"sho'`],
  ])('%s leads to the contents with one line when it is tapped', async (_, column, change) => {
    const ann = await gate()
    await rewritten('card', column, change)
    const { text, repeat } = await tapped(ann, '政府集中采购')
    expect(repeat).toBe(false)
    expect(once(text)).toBe(1)
    expect(text).toContain('项未填')
    expect(desk.logged).toEqual([])
    await ann.tap('主动公开')
    expect(once(await said(ann, '采购项目数量'))).toBe(0)
  })

  test('whose value its cell does not take leads to the contents', async () => {
    const ann = await gate()
    await rewritten(
      'card',
      'choices',
      `replace(choices, '{"type":"help"}', '{"type":"set","values":[["disclosure.procurement.projects",{"open":["x"]}]],"source":"typed"}')`,
    )
    const help = ann.card()?.choices.find(({ label }) => /怎么填|帮助|说明/.test(label))?.label ?? ''
    expect(help).not.toBe('')
    const { text } = await tapped(ann, help)
    expect(once(text)).toBe(1)
    expect(await projects()).toBeUndefined()
  })

  test('whose other buttons are unknown does what a known one says', async () => {
    const ann = await gate()
    await rewritten('card', 'choices', `replace(choices, '"type":"help"', '"type":"juggle"')`)
    const { text } = await tapped(ann, '政府集中采购')
    expect(once(text)).toBe(0)
  })
})
