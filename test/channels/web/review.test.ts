// The office's reviews over HTTP: the queue, a report with its rounds, and each act as a form that works without a script.

import { expect, test } from 'vitest'
import { emptyFiling, filingId, unitId } from '../../../src/engine/filing.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filledReport } from '../../app/life/report.ts'
import { seeding } from '../../seeding.ts'
import { type House, inHouse } from './house.ts'

const district = unitId('district')
const filing = filingId('filing-2022')
const path = `/district/reviews/${filing}`

/** A street's report of 2022 that is complete, its filler and the office. */
const reviewed = async (house: House) => {
  const seeds = seeding(house.store)
  await seeds.addUnit({
    ...{ id: district, name: '望江区', level: 'county', powers: {}, files: false, isRoot: true },
  })
  await seeds.placeUnit(house.unit, district)
  await seeds.openFiling(emptyFiling(disclosure2021, { id: filing, unit: house.unit, year: 2022 }))
  const stands = (await house.store.handled(filing))?.filing
  if (!stands) throw new Error('no filing')
  await house.store.importFiling(
    filledReport({
      stands,
      form: disclosure2021,
      at: house.clock.now,
      figures: { 'requests.received.natural': 0 },
    }),
    stands.version,
  )
  const ann = house.browser()
  await ann.enter(await house.invite({ filing }), '王芳')
  const sue = house.browser()
  await sue.enter(await house.invite({ unit: district, role: 'supervisor', filing: null }), '李敏')
  const handIn = async () => {
    await ann.say('继续')
    await ann.tap('领导已审签')
    await ann.tap('分管领导纸质')
    await ann.say('周明 1月12日')
    await ann.tap('登记审签并报送')
  }
  const state = async () => (await house.store.handled(filing))?.state
  const page = async (of = path) => (await sue.request(of)).text()
  const content = async () => /name="content" value="(\d+)"/.exec(await page())?.[1] ?? ''
  const act = async (
    name: string,
    fields: Record<string, string> = {},
    more: readonly (readonly [string, string])[] = [],
  ) => {
    const body = new URLSearchParams({ content: await content(), ...fields })
    for (const [key, value] of more) body.append(key, value)
    const answer = await sue.request(`${path}/${name}`, { method: 'POST', body })
    return { status: answer.status, text: await answer.text() }
  }
  return { ann, sue, handIn, state, page, content, act }
}

test(
  'a report is reviewed, asked about, returned at two places, handed in again, approved and undone on its page',
  inHouse(async house => {
    const { ann, handIn, state, page, act } = await reviewed(house)
    expect(await page('/district/queue')).toContain('目前没有待审的报告。')
    await handIn()
    expect(await state()).toBe('submitted')
    expect(await page('/district')).toContain('/district/queue')
    expect(await page('/district/queue')).toContain(
      '望湖街道</a> <span class="small">已报送，待审 · 1月12日（周一）',
    )
    const shown = await page()
    expect(shown).toContain('领导审签：周明（分管领导）')
    expect(shown).not.toContain('undo-approval')

    expect(await act('ask-filing')).toMatchObject({
      status: 422,
      text: expect.stringContaining('请写明原因或意见'),
    })
    const unsure = await act('return-filing', { cell: 'overview', reason: '' })
    expect([unsure.status, /value="overview" checked/.test(unsure.text), await state()]).toEqual([
      ...[422, true, 'submitted'],
    ])
    const asked = await act('ask-filing', { note: '总体情况：平台建设是否有更新？' })
    expect(asked).toMatchObject({ status: 200, text: expect.stringContaining('role="status"') })
    expect(await state()).toBe('queried')
    expect(await page()).toContain('平台建设是否有更新')

    expect(await act('take-filing')).toMatchObject({ status: 422, text: expect.stringContaining('待核实') })
    const at = [
      ['cell', 'overview'],
      ['cell', 'problems'],
      ['cell', 'no.such.place'],
    ] as const
    expect((await act('return-filing', { reason: '总体情况缺项', note: '请补充' }, at)).status).toBe(200)
    expect(await house.store.handled(filing)).toMatchObject({ state: 'returned', returnedTimes: 1 })
    const { notes = [] } = (await house.store.handled(filing)) ?? {}
    expect(notes.at(-1)).toMatchObject({
      ...{ kind: 'return', cells: ['overview', 'problems'], body: '总体情况缺项\n请补充', name: '李敏' },
    })
    expect((await ann.all()).some(({ text }) => text.includes('总体情况缺项'))).toBe(true)

    house.clock.now += 60_000
    await ann.say('改总体情况')
    await ann.say(
      '2022年，望湖街道主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展，网站改版。',
    )
    await ann.say('写完了')
    await ann.tap('数据无误')
    await ann.say('已核实，无需修改')
    await handIn()
    expect(await state()).toBe('submitted')
    const again = await page()
    for (const words of ['首次报送', '第 1 次退回', '存在的主要问题及改进情况', '退回后的改动'])
      expect(again).toContain(words)

    expect(await act('approve-filing')).toMatchObject({
      status: 200,
      text: expect.stringContaining('目前没有待审'),
    })
    expect(await state()).toBe('approved')
    expect((await act('undo-approval')).status).toBe(422)
    expect((await act('undo-approval', { note: '发现错漏' })).status).toBe(200)
    expect(await state()).toBe('reviewing')
  }),
)

test(
  'an act on a report that is another now is refused with what changed, and the page shows it as it stands',
  inHouse(async house => {
    const { ann, handIn, state, sue, content } = await reviewed(house)
    await handIn()
    const before = await content()
    await ann.say('撤回')
    await ann.say('改总体情况')
    await ann.say(
      '2022年，望湖街道主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展，网站改版。',
    )
    await ann.say('写完了')
    await handIn()
    const answer = await sue.form(`${path}/approve-filing`, { content: before })
    const text = await answer.text()
    expect([answer.status, await state()]).toEqual([422, 'submitted'])
    expect(text).toContain('报告已有改动，请核对后再办理')
    expect(text).toContain('总体情况')
    expect(text).not.toContain(`name="content" value="${before}"`)
  }),
)

test(
  'the report opens as a page and as a document, and leads back to its review',
  inHouse(async house => {
    const { handIn, sue, page } = await reviewed(house)
    await handIn()
    const paper = await page(`${path}/html`)
    expect(paper).toContain('望湖街道2022年政府信息公开工作年度报告')
    expect(paper).toContain(`href="${path}"`)
    const file = await sue.request(`${path}/docx`)
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('年度报告'))
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  }),
)

test(
  'a filler, a viewer, a stranger and another site are let to no review, and nothing is done',
  inHouse(async house => {
    const { handIn, ann, sue, state, content } = await reviewed(house)
    await handIn()
    const held = await content()
    const vic = house.browser()
    await vic.enter(await house.invite({ unit: district, role: 'viewer', filing: null }), '王强')
    for (const browser of [ann, vic]) {
      for (const at of [path, `${path}/html`, `${path}/docx`])
        expect((await browser.request(at)).status, at).toBe(403)
      expect((await browser.form(`${path}/approve-filing`, { content: held })).status).toBe(403)
    }
    expect((await house.browser().request(path)).status).toBe(401)
    const other = await sue.request(`${path}/approve-filing`, {
      ...{ method: 'POST', body: new URLSearchParams({ content: held }) },
      headers: { origin: 'https://elsewhere.test' },
    })
    expect(other.status).toBe(403)
    for (const fields of [{}, { content: 'x' }, { content: held, more: '1' }])
      expect((await sue.form(`${path}/approve-filing`, fields as Record<string, string>)).status).toBe(400)
    expect((await sue.request('/district/reviews/no-such')).status).toBe(403)
    expect(await state()).toBe('submitted')
  }),
)
