// Detours: a question back, thanks, a wish to change something, a look at the progress. The question stands again after
// each, and a yes or a no is understood in all its words where one was asked for.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CellKey } from '../../../src/engine/form.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

let desk: Desk
let ann: Awaited<ReturnType<Desk['seated']>>
beforeEach(async () => {
  desk = await openDesk()
  ann = await desk.seated('ann')
})
afterEach(() => desk.close())

const question = async () => (await ann.seat()).focus.question
const value = async (key: string) => (await ann.seat()).filing.entries.get(key as CellKey)?.value

describe('at a figure', () => {
  beforeEach(() => ann.text('采购项目数量'))
  const projects = { type: 'cell', cell: 'disclosure.procurement.projects' }

  test.each(['这个怎么填？', '什么意思', '口径', '什么算采购项目？', '采购项目数量怎么算', '?'])(
    '“%s” is answered with the help of the cell, and it is asked again',
    async said => {
      const told = textOf(await ann.text(said))
      expect(told.split('采购项目').length).toBeGreaterThan(2)
      expect(await question()).toEqual(projects)
    },
  )

  test.each(['到哪了', '还差多少', '填到哪里了？', '进度'])(
    '“%s” tells what is open, and asks again',
    async said => {
      expect(textOf(await ann.text(said))).toMatch(/项未填：.*依申请公开.*\n.*采购项目/)
      expect(await question()).toEqual(projects)
    },
  )

  test.each(['收到', '好的收到', '谢谢', '辛苦了！'])('“%s” is neither yes nor a figure', async said => {
    expect(textOf(await ann.text(said))).toBe('✓')
    await ann.text('53')
    expect(await value('disclosure.procurement.projects')).toBe(53)
  })

  test.each([
    ['我想改自然人的新收申请', { type: 'cell', cell: 'requests.received.natural' }],
    ['修改总体情况', { type: 'text', text: 'overview' }],
    ['我想改一下', { type: 'contents', section: null, branch: null }],
  ])('“%s” leads to what is meant', async (said, place) => {
    await ann.text(said)
    expect(await question()).toEqual(place)
    await ann.text('返回')
    expect(await question()).toEqual(projects)
  })

  test.each(['提交', '报送', '做好了', '完成了'])('“%s” says what is missing', async said => {
    expect(textOf(await ann.text(said))).toMatch(/未填/)
  })

  test('a table of contents, a preview, words that cannot be read and an unknown command leave it as it was', async () => {
    for (const said of ['全文', '石榴']) await ann.text(said)
    await ann.command('nonsense')
    expect(await question()).toEqual(projects)
    await ann.text('目录')
    await ann.text('返回')
    expect(await question()).toEqual(projects)
  })
})

test('the unit alone, typed or tapped, ends an amount that was written without one', async () => {
  for (const unit of ['万元', '元']) {
    await ann.text('采购总金额')
    expect(textOf(await ann.text('116'))).toMatch(/116”的单位/)
    await ann.text(unit)
    expect(await value('disclosure.procurement.amount')).toMatchObject({
      fen: unit === '元' ? 11_600 : 116_000_000,
    })
  }
})

test('an answer that was on its way when the contents were opened is for its question', async () => {
  await ann.text('采购项目数量')
  await ann.text('目录')
  await ann.text('53')
  expect(await value('disclosure.procurement.projects')).toBe(53)
  await ann.text('采购项目数量')
  await ann.text('目录')
  await ann.text('54')
  expect(await value('disclosure.procurement.projects')).toBe(53)
})

describe('a list', () => {
  const gate = (key: string) => ({ type: 'gate', gate: key })

  test.each(['没有', '都没有', '均无', '其余没有', '其他都没有'])(
    '“%s” is none of it, and of no other',
    async said => {
      await ann.text('开始')
      expect(await question()).toMatchObject(gate('disclosure.?'))
      await ann.text(said)
      expect(await value('disclosure.?')).toEqual({ open: [] })
      expect(await question()).toMatchObject(gate('requests.?'))
      expect(await value('requests.?')).toBeUndefined()
    },
  )

  test.each(['其余没有', '其他都没有'])('“%s” keeps what is ticked', async said => {
    await ann.text('开始')
    await ann.tap('行政许可')
    await ann.text(said)
    expect(await value('disclosure.?')).toEqual({ open: ['licensing'] })
  })
})

describe('the rest at a list after 有', () => {
  beforeEach(async () => {
    await ann.text('依申请公开')
    await ann.text('有')
    expect(await question()).toMatchObject({ type: 'gate', gate: 'requests.?', ticked: [] })
  })

  test.each(['其余没有', '剩下没有', '其余为0', '其他都没有', '其余都没有了', '其余都填0'])(
    '“%s” closes nothing while nothing is chosen',
    async said => {
      expect(textOf(await ann.text(said))).toContain('尚未选择任何一项')
      expect(await question()).toMatchObject({ type: 'gate', gate: 'requests.?', ticked: [] })
      expect(await value('requests.?')).toBeUndefined()
    },
  )

  test.each(['其他没有', '其他没有了', '其它没有'])(
    '“%s” may mean an option of that name, and is asked back',
    async said => {
      await ann.tap('自然人')
      expect(textOf(await ann.text(said))).toContain('“其他”是本项的选项之一')
      expect(await question()).toMatchObject({ type: 'gate', gate: 'requests.?', ticked: ['natural'] })
      expect(await value('requests.?')).toBeUndefined()
    },
  )

  test('“其余没有” keeps what is ticked', async () => {
    await ann.tap('自然人')
    await ann.text('其余没有')
    expect(await value('requests.?')).toEqual({ open: ['natural'] })
  })
})

describe('a yes or a no', () => {
  const confirmed = async (said: string) => {
    await ann.text('自然人 新收')
    await ann.text('3 1 0 0 0 0')
    expect((await question()).type).toBe('proposal')
    return ann.text(said)
  }

  test.each(['对', '是的', '好', '嗯', '行', '确认', '无误', '没错', '没问题', '记录', '可以'])(
    '“%s” takes what is shown',
    async said => {
      await confirmed(said)
      expect(await value('requests.received.natural')).toBe(3)
    },
  )

  test.each(['不对', '错了', '不是', '重来', '有误'])('“%s” takes nothing and says so', async said => {
    expect(textOf(await confirmed(said))).toMatch(/未经确认/)
    expect(await value('requests.received.natural')).toBeUndefined()
  })

  test.each(['收到', '好的收到', '谢谢'])('“%s” decides nothing', async said => {
    await confirmed(said)
    expect((await question()).type).toBe('proposal')
    expect(await value('requests.received.natural')).toBeUndefined()
  })

  test.each([
    ['是', ['natural']],
    ['不是', []],
  ])('“%s” answers whether there was any', async (said, open) => {
    await ann.text('开始')
    await ann.text('都没有')
    await ann.text(said)
    const asked = await question()
    if (open.length > 0) expect(asked).toMatchObject({ type: 'gate', gate: 'requests.?', ticked: [] })
    else expect(await value('requests.?')).toEqual({ open })
  })
})

test('a text that is being written goes on after each detour', async () => {
  await ann.text('总体情况')
  await ann.text('（一）主动公开。本街道规范发布信息，及时更新各栏目内容。')
  for (const said of ['收到', '帮助', '全文', '进度', '怎么写总体情况算不算？', '目录']) await ann.text(said)
  await ann.text('（二）依申请公开。本街道依法办理群众提出的申请，答复及时。')
  const parts = (await ann.seat()).filing.texts.get('overview' as never)
  expect(parts?.map(({ body }) => body.slice(0, 3))).toEqual(['（一）', '（二）'])
})
