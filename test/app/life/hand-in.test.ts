// The unit's half of a report's life in a chat: signed and handed in, withdrawn by a change, asked about, returned and
// mended place by place, and handed in again.

import { afterEach, describe, expect, test } from 'vitest'
import { type Desk, textOf } from '../desk.ts'
import { labels, mains, office, openFilled } from './report.ts'

let desk: Desk
afterEach(() => desk.close())

const received = 'requests.received.natural'
const standing = async () => {
  const stood = await desk.store.handled(desk.filing)
  if (!stood) throw new Error('no filing')
  return stood
}

describe('signed first', () => {
  test('a hand-in asks who signed, keeps the question through help and bad words, and takes name and day', async () => {
    desk = await openFilled()
    const ann = await desk.seated('ann')
    expect(textOf(await ann.text('继续'))).toContain('领导审签：未登记')
    expect(mains(ann)).toEqual(['生成送审稿'])
    expect(labels(ann)).toEqual([
      ...['查看全文', '目录', '生成送审稿', '领导已审签，报送区府办', '登记保密审查', '生成审批单'],
      ...['返回', '帮助'],
    ])
    await ann.tap('领导已审签')
    expect(labels(ann)[0]).toBe('分管领导纸质签字')
    await ann.tap('分管领导OA')
    const prompt = '请发送分管领导姓名和审签日期'
    expect(textOf(await ann.text('帮助'))).toContain(prompt)
    expect(textOf(await ann.text('13'))).toContain('未能识别审签人姓名')
    expect(textOf(await ann.text('周明 1月13日'))).toContain('尚未到来')
    for (const word of ['还没签', '等领导回来再说', '不对', '明天再签', '王局长已签', '好的', '明天']) {
      await ann.text(word)
      expect(labels(ann), word).not.toContain('登记审签并报送')
    }
    expect(textOf(await ann.text('王强'))).toContain(
      '审签人：王强，分管领导，1月12日（周一），OA 审签。是否登记？',
    )
    expect(textOf(await ann.text('周明 1月11日'))).toContain('审签人：周明，分管领导，1月11日（周日）')
    expect(await standing()).toMatchObject({ state: 'draft', signOffs: [] })
    expect(textOf(await ann.tap('登记审签并报送'))).toContain('✓ 已报送区府办，待审。')
    expect(await standing()).toMatchObject({
      state: 'submitted',
      signOffs: [{ who: '周明', signedOn: '2026-01-11', way: 'oa', capacity: 'leader-in-charge' }],
    })
    expect(textOf(await ann.text('进度'))).toContain('已报送，待审。报送时间：1月12日（周一）。')
  })

  test('nothing unfinished is handed in: what is missing is said and asked', async () => {
    desk = await openFilled()
    const ann = await desk.seated('ann')
    await desk.sql.all(`DELETE FROM text WHERE key = 'overview'`)
    await desk.sql.all('UPDATE filing SET version = version + 1')
    expect(textOf(await ann.text('报送'))).toContain('暂不能报送：1 项未填（总体情况）。')
    expect((await ann.seat()).focus.question).toEqual({ type: 'text', text: 'overview' })
    expect((await standing()).state).toBe('draft')
  })

  test('a leader signs with one tap, and those who fill it in are told; a sign-off of another content is refused', async () => {
    desk = await openFilled()
    const ann = await desk.seated('ann')
    const zhou = await desk.seated('周明')
    await desk.sql.all(
      `UPDATE membership SET until = 1 WHERE person = (SELECT person FROM account WHERE ref = 'sim:周明')`,
    )
    await desk.sql.all(
      `INSERT INTO membership (id, person, unit, role, since)
        SELECT 'm-zhou', person, ?1, 'leader', 1 FROM account WHERE ref = 'sim:周明'`,
      [desk.unit.id],
    )
    await zhou.text('继续')
    expect(labels(zhou)).toEqual(['查看全文', '目录', '生成送审稿', '同意报送', '退回修改', '返回', '帮助'])
    expect(mains(zhou)).toEqual(['同意报送'])
    await ann.text('目录')
    await ann.tap('总体情况')
    await ann.text('另有一段说明。')
    expect(textOf(await zhou.tap('同意报送'))).toContain('报告已有改动，请核对后再办理')
    expect((await standing()).state).toBe('draft')
    await zhou.tap('退回修改')
    expect(textOf(await zhou.text('总体情况最后一段删去。'))).toContain('✓ 审签意见已登记。')
    expect(textOf(await ann.mail())).toContain('总体情况最后一段删去。')
    await ann.text('继续')
    expect(textOf(await ann.text('进度'))).toContain('周明审签意见：请修改后再报。\n总体情况最后一段删去。')
    await zhou.text('继续')
    await zhou.tap('同意报送')
    expect(labels(zhou).slice(0, 2)).toEqual(['分管领导', '主要领导'])
    await zhou.tap('主要领导')
    expect(textOf(await ann.mail())).toContain('周明已报送柳荫街道2022年度报告。')
    const { state, signOffs, notes } = await standing()
    expect(state).toBe('submitted')
    expect(signOffs).toMatchObject([{ who: '周明', way: 'bot', capacity: 'head' }])
    expect(notes.map(({ kind, closedAt }) => [kind, closedAt !== null])).toEqual([['opinion', true]])
  })

  test('commands leave a sign-off valid, one figure voids it and is named', async () => {
    desk = await openFilled()
    const ann = await desk.seated('ann')
    await office(desk, 'sign-filing', {
      signOff: {
        ...({ who: '周明', capacity: 'leader-in-charge', way: 'paper', signedOn: '2026-01-12' } as const),
        ...{ number: null, isUnderAuthority: false },
      },
    })
    for (const word of ['进度', '目录', '帮助', '全文', '返回', '谢谢', '稍后', '送审稿'])
      for (let round = 0; round < 5; round += 1) await ann.text(word)
    await ann.text('继续')
    expect(textOf(await ann.text('进度'))).toContain('领导审签：周明（分管领导），1月12日（周一），纸质签字')
    expect(labels(ann)).toContain('报送区府办')
    await desk.receive(
      ann.incoming(
        {
          type: 'cell',
          cell: 'disclosure.licensing.handled' as never,
          text: '7',
          shown: JSON.stringify([0, null]),
        },
        null,
      ),
    )
    const said = textOf(await ann.text('继续'))
    expect(said).toContain('不再有效，请重新报领导审定')
    expect(said).toContain('有改动：行政许可')
    expect(labels(ann)).not.toContain('报送区府办')
  })
})

test('a change withdraws the hand-in in the same tap, and the first one keeps its time', async () => {
  desk = await openFilled('review-first')
  const ann = await desk.seated('ann')
  await ann.text('继续')
  await ann.tap('报初稿')
  const { firstSubmittedAt } = await standing()
  desk.clock.now += 1_000
  await ann.text('目录')
  await ann.tap('总体情况')
  expect((await standing()).state).toBe('submitted')
  expect(textOf(await ann.text('补充一段说明。'))).toContain('报送已撤回，首次报送时间不变')
  expect(await standing()).toMatchObject({ state: 'draft', submittedAt: null, firstSubmittedAt })
  await ann.text('继续')
  await ann.tap('报初稿')
  expect(await standing()).toMatchObject({ state: 'submitted', firstSubmittedAt })
  expect(textOf(await ann.text('撤回'))).toContain('✓ 报送已撤回')
  expect((await standing()).state).toBe('draft')
})

test('a question is answered in words, or its places alone are mended', async () => {
  desk = await openFilled('review-first')
  const ann = await desk.seated('ann')
  await ann.text('继续')
  await ann.tap('报初稿')
  await office(desk, 'ask-filing', { note: '新收申请是否为零？', cells: [received] })
  expect(textOf(await ann.mail())).toContain('新收申请是否为零？')
  await ann.text('继续')
  await ann.tap('无误')
  expect(textOf(await ann.text('全年未收到申请。'))).toContain('✓ 已答复区府办')
  expect(await standing()).toMatchObject({
    state: 'reviewing',
    notes: [{ kind: 'question' }, { kind: 'answer', body: '全年未收到申请。' }],
  })

  await office(desk, 'ask-filing', { note: '请再核对许可数。', cells: ['disclosure.licensing.handled'] })
  await ann.text('继续')
  const other = {
    type: 'cell',
    cell: received as never,
    text: '4',
    shown: JSON.stringify([0, null]),
  } as const
  await desk.receive(ann.incoming(other, null))
  expect(textOf(await ann.mail())).toContain('待核实期间只能修改区府办所问之处，自然人 · 新收申请未改动')
  await ann.text('继续')
  expect(textOf(await ann.tap('有误'))).toContain('行政许可')
  await ann.text('12')
  expect(labels(ann)).toContain('已更正，报区府办核实')
  await ann.tap('已更正')
  const { state, notes, filing } = await standing()
  expect(state).toBe('reviewing')
  expect(notes.at(-1)).toMatchObject({
    kind: 'answer',
    body: '已更正：\n行政许可 · 本年处理决定数量：已由 0 改为 12。',
  })
  expect(filing.entries.get(received as never)?.value).toBe(0)
})

test('of two places that are asked about each is explained, and the question is answered when none is open', async () => {
  desk = await openFilled('review-first')
  const ann = await desk.seated('ann')
  await ann.text('继续')
  await ann.tap('报初稿')
  await office(desk, 'ask-filing', {
    note: '请核实两处。',
    cells: [received, 'disclosure.licensing.handled'],
  })
  await ann.text('继续')
  expect(textOf(await ann.tap('有误'))).toContain('请核实之处第 1 处，共 2 处。')
  await ann.tap('数据无误')
  expect(textOf(await ann.text('台账为零。'))).toContain('请核实之处第 2 处，共 2 处。')
  expect((await standing()).state).toBe('queried')
  await ann.tap('数据无误')
  await ann.text('全年无许可。')
  expect((await standing()).notes.filter(({ closedAt }) => closedAt !== null)).toEqual([])
  const told = textOf(await ann.tap('已说明，报区府办核实'))
  expect(told).toContain('✓ 已答复区府办')
  expect(told).not.toContain('如需修改，请发送新的数据')
  expect(await standing()).toMatchObject({ state: 'reviewing' })
  expect((await standing()).notes.at(-1)?.body).toBe(
    '经核实无误：\n自然人 · 新收申请：无误。台账为零。\n行政许可 · 本年处理决定数量：无误。全年无许可。',
  )
})

test('an answer to the office that was sent before its prompt was on the screen is not counted', async () => {
  desk = await openFilled('review-first')
  const ann = await desk.seated('ann')
  await ann.text('继续')
  await ann.tap('报初稿')
  await office(desk, 'ask-filing', { note: '新收申请是否为零？', cells: [received] })
  await ann.mail()
  await ann.text('继续')
  const n = Number(ann.lastNumber())
  await ann.send({ type: 'text', text: '无误，作说明' }, `${n + 1}`)
  await ann.send({ type: 'text', text: '稍等' }, `${n + 2}`)
  expect(textOf(await ann.mail())).toContain('该条消息发送时本项尚未显示，未计入。')
  expect((await standing()).state).toBe('queried')
  await ann.text('全年未收到申请。')
  expect((await standing()).state).toBe('reviewing')
})

test('an opinion reaches a filler who stands at another report, and is kept when there is none', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  const zhou = await desk.seated('周明')
  const asLeader = async (name: string) => {
    const account = [`sim:${name}`]
    await desk.sql.all(
      'UPDATE membership SET until = 1 WHERE person = (SELECT person FROM account WHERE ref = ?1)',
      account,
    )
    await desk.sql.all(
      `INSERT INTO membership (id, person, unit, role, since)
        SELECT 'leader-' || person, person, ?2, 'leader', 1 FROM account WHERE ref = ?1`,
      [...account, desk.unit.id],
    )
  }
  await asLeader('周明')
  await zhou.text('继续')
  await desk.sql.all(`DELETE FROM position WHERE person = (SELECT person FROM account WHERE ref = 'sim:ann')`)
  await zhou.tap('退回修改')
  expect(textOf(await zhou.text('请补充存在问题。'))).toContain('已转填报人：ann。')
  expect(textOf(await ann.mail())).toContain('请补充存在问题。')
  await asLeader('ann')
  await zhou.text('继续')
  await zhou.tap('退回修改')
  expect(textOf(await zhou.text('再核对一遍。'))).toContain('目前没有可以转达的填报人')
  expect((await standing()).notes.map(({ kind, body }) => [kind, body])).toEqual([
    ['opinion', '请补充存在问题。'],
    ['opinion', '再核对一遍。'],
  ])
})

test('a return leads through its places alone, and hand-in tells what became of them', async () => {
  desk = await openFilled()
  const ann = await desk.seated('ann')
  await ann.text('继续')
  await ann.tap('领导已审签')
  await ann.tap('分管领导OA')
  await ann.text('周明')
  await ann.tap('登记审签并报送')
  await office(desk, 'return-filing', { note: '请核实以下两处。', cells: ['overview', received] })
  expect(textOf(await ann.text('继续'))).toContain('退回之处第 1 处，共 2 处')
  await ann.tap('重写')
  await ann.text('2022年，主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。')
  expect(textOf(await ann.text('继续'))).toContain('退回之处第 2 处，共 2 处')
  await ann.tap('数据无误')
  const told = textOf(await ann.text('台账为零。'))
  expect(told).toContain('总体情况：已修改。\n自然人 · 新收申请：已说明无误。')
  await ann.tap('领导已审签')
  expect(labels(ann)[0]).toBe('按授权修改，无需重签')
  await ann.tap('按授权')
  expect(await standing()).toMatchObject({ state: 'submitted', returnedTimes: 1 })
  expect((await standing()).notes.map(({ kind, closedAt }) => [kind, closedAt !== null])).toEqual([
    ['return', true],
    ['answer', false],
  ])
})

test('while it is reviewed or approved, one tap asks to have it returned', async () => {
  desk = await openFilled('review-first')
  const ann = await desk.seated('ann')
  await ann.text('继续')
  await ann.tap('报初稿')
  await office(desk, 'clear-filing')
  expect(textOf(await ann.text('进度'))).toContain('预审无意见，请送领导审签后报定稿。')
  await ann.tap('领导已审签，报定稿')
  await ann.tap('主要领导纸质')
  await ann.text('王强')
  await ann.tap('登记审签并报定稿')
  expect(await standing()).toMatchObject({
    state: 'reviewing',
    signOffs: [{ who: '王强', capacity: 'head' }],
  })
  await office(desk, 'approve-filing')
  await ann.text('继续')
  await ann.tap('申请退回修改')
  expect(labels(ann)).not.toContain('申请退回修改')
  expect(await office(desk, 'grant-return')).toMatchObject({ type: 'done', state: 'returned' })
  expect(await standing()).toMatchObject({ returnedTimes: 0 })
  expect(textOf(await ann.text('进度'))).toContain('已按申请退回，可以修改')
})
