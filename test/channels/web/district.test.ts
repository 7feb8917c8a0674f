// The district's page over HTTP: what each role sees, a season that starts there without a shell, and that nothing of it is
// anybody else's.

import { expect, test } from 'vitest'
import type { CampaignStanding } from '../../../src/app/ports/campaigns.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { formId } from '../../../src/engine/form.ts'
import { seeding } from '../../seeding.ts'
import { type House, inHouse } from './house.ts'

const district = unitId('district')
const publicUrl = 'http://nianbao.test'

const official = async (house: House, role: 'supervisor' | 'viewer' | 'administrator', name = '李敏') => {
  const browser = house.browser()
  await browser.enter(await house.invite({ unit: district, role, filing: null }), name)
  return browser
}
const makeDistrict = (house: House) =>
  seeding(house.store).addUnit({
    ...{ id: district, name: '望江区', level: 'county', powers: {}, files: false, isRoot: true },
  })
const upload = (text: string): RequestInit => {
  const body = new FormData()
  body.set('file', new File([text], 'units.csv'))
  return { method: 'POST', body }
}
const list = '单位名称,上级,层级\n区教育局,望江区,部门\n区住房和城乡建设局,望江区,部门\n'

test(
  'an administrator imports the units, opens the campaign and makes a link, all on the page',
  inHouse(
    async house => {
      await makeDistrict(house)
      const sue = await official(house, 'administrator')
      const bad = await sue.request('/district/import', upload('单位名称,上级,层级\n区教育局,望江区,部\n'))
      expect(bad.status).toBe(422)
      expect(await bad.text()).toContain('第 2 行')
      expect(await house.count('unit')).toBe(2)
      const imported = await sue.request('/district/import', upload(list))
      expect(await imported.text()).toContain('已导入 2 个单位。')
      const wrong = await sue.form('/district/campaign', { sign: '', due: '2026-02-30', publish: '' })
      expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('不是日期')])
      const opened = await sue.form('/district/campaign', { sign: '', due: '2026-01-22', publish: '' })
      expect(await opened.text()).toContain('2025年政府信息公开工作年度报告填报任务已开通')
      const page = await (await sue.request('/district')).text()
      expect(page).toContain('单位 4 个')
      expect(page).toContain('距报送期限 1月22日（周四）还有')
      expect(page).not.toContain('/district/campaign')
      const found = await (await sue.request(`/district?q=${encodeURIComponent('住建局')}`)).text()
      expect(found).toContain('区住房和城乡建设局')
      expect(found).not.toContain('区教育局')
      const [id = ''] = /(?<=\/district\/units\/)[^"]+/.exec(found) ?? []
      const made = await (await sue.form(`/district/units/${id}`, { id: 'p1', name: '王芳' })).text()
      expect(made).toContain('王芳：区住房和城乡建设局2025年')
      expect(made).toContain('<svg')
      const again = await (await sue.form(`/district/units/${id}`, { id: 'p1', name: '王芳' })).text()
      expect(/enter\/\w+/.exec(again)?.[0]).toBe(/enter\/\w+/.exec(made)?.[0])
      const wang = house.browser()
      const code = /enter\/(\w+)/.exec(made)?.[1] ?? ''
      expect((await wang.enter(code, '王芳')).status).toBe(303)
      expect(await (await sue.request(`/district/units/${id}`)).text()).toContain('填报人：王芳')
    },
    { publicUrl },
  ),
)

test(
  'links for a list of people are one page to print, and a list that does not fit makes none',
  inHouse(
    async house => {
      await makeDistrict(house)
      const sue = await official(house, 'supervisor')
      const links = (rows: string) => sue.request('/district/links', upload(`姓名,单位,角色\n${rows}`))
      const open = async () => (await house.sql.all('SELECT 1 FROM invitation WHERE taken_by IS NULL')).length
      const unknown = await links('王芳,望湖街道,\n李强,没有的局,\n')
      expect([unknown.status, await unknown.text()]).toEqual([422, expect.stringContaining('第 3 行')])
      const above = await links('王芳,望湖街道,\n赵,望江区,管理员\n')
      expect([above.status, await above.text()]).toEqual([422, expect.stringContaining('没有权限')])
      expect(await open()).toBe(0)
      const page = await (await links('王芳,望湖街道,填报人\n李强,望湖街道,单位领导\n')).text()
      expect(page.match(/<svg/g)).toHaveLength(2)
      const [code = ''] = /(?<=enter\/)[\w-]+/.exec(page.slice(page.indexOf('王芳'))) ?? []
      const wang = house.browser()
      expect((await wang.enter(code, '王芳')).status).toBe(303)
    },
    { publicUrl },
  ),
)

test(
  'a viewer looks and is offered no act; by hand each is refused alike, and nothing is stored',
  inHouse(async house => {
    await makeDistrict(house)
    const vic = await official(house, 'viewer')
    const page = await (await vic.request('/district')).text()
    expect(page).toContain('望湖街道')
    for (const act of ['/district/import', '/district/campaign']) expect(page).not.toContain(act)
    const before = await house.sql.all('SELECT count(*) AS n FROM audit')
    const unit = await vic.form(`/district/units/${house.unit}`, { id: 'p1', name: '' })
    expect(await unit.text()).toContain('未生成链接')
    expect((await vic.request('/district/import', upload(list))).status).toBe(403)
    expect((await vic.form('/district/campaign', { sign: '', due: '', publish: '' })).status).toBe(403)
    expect(await house.sql.all('SELECT count(*) AS n FROM audit')).toEqual(before)
    expect(await house.count('campaign')).toBe(0)
  }),
)

test(
  'a filler, a stranger and a unit that is not below are refused with the same words',
  inHouse(async house => {
    await makeDistrict(house)
    const filler = await house.entered()
    const sue = await official(house, 'supervisor')
    const told = async (answer: Response) => {
      const text = await answer.text()
      return [answer.status, text.includes('望湖街道'), /<h1>([^<]*)/.exec(text)?.[1]]
    }
    const refused = await told(await filler.request('/district'))
    expect(refused.slice(0, 2)).toEqual([403, false])
    for (const unit of [house.unit, 'nobody'])
      expect(await told(await filler.request(`/district/units/${unit}`))).toEqual(refused)
    expect(await told(await sue.request('/district/units/nobody'))).toEqual(refused)
    expect((await house.browser().request('/district')).status).toBe(401)
    const foreign = await sue.request('/district/campaign', {
      ...{ method: 'POST', headers: { origin: 'http://elsewhere.test' } },
      body: new URLSearchParams({ due: '' }),
    })
    expect(foreign.status).toBe(403)
  }),
)

test(
  'whose right has ended is shown and does nothing any more, from that moment',
  inHouse(async house => {
    await makeDistrict(house)
    const sue = await official(house, 'administrator')
    expect((await sue.request('/district')).status).toBe(200)
    for (const { id } of await house.store.members(district))
      await seeding(house.store).endMembership(id, house.clock.now)
    const answers = [
      await sue.request('/district'),
      await sue.request(`/district/units/${house.unit}`),
      await sue.form(`/district/units/${house.unit}`, { id: 'p1', name: '' }),
      await sue.request('/district/import', upload(list)),
      await sue.form('/district/campaign', { sign: '', due: '', publish: '' }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).not.toContain('望湖街道')
    }
    expect(await house.count('campaign')).toBe(0)
  }),
)

test(
  'who has nothing yet is led on',
  inHouse(async house => {
    await seeding(house.store).removeUnits([house.unit], {
      filings: [{ filing: house.filing, expected: 0, state: 'draft' }],
      heads: [],
    })
    await makeDistrict(house)
    const sue = await official(house, 'administrator')
    const page = await (await sue.request('/district')).text()
    expect(page).toContain('名录中尚无单位')
    expect(page).toContain('action="/district/import"')
    expect(page).not.toContain('/district/campaign')
  }),
)

const begun: CampaignStanding = {
  ...{ id: unitId('unit-1'), unit: '望湖街道', level: 'street', state: 'draft', hasBegun: true },
  ...{ open: 3, missing: 3, errors: 0, zero: false, touchedAt: 1, returnedAt: null, mendBy: null },
  ...{ extendedUntil: null, submittedAt: null, firstSubmittedAt: null, isOfNow: true },
  ...{
    enteredAt: 1,
    returnedTimes: 0,
    mendedInTime: null,
    onBehalf: false,
    sealedAt: null,
    promisedOn: null,
  },
  ...{ form: formId('disclosure-2021'), judgedWith: '' },
}

test(
  'a unit stands with each report that is open, under its title where there are two',
  inHouse(
    async house => {
      await makeDistrict(house)
      const sue = await official(house, 'administrator')
      await sue.form('/district/campaign', { sign: '', due: '2026-01-22', publish: '' })
      const page = await (await sue.request('/district')).text()
      const [, unit = ''] = page.split('望湖街道</a>')
      const standing = unit.slice(0, unit.indexOf('</li>'))
      for (const year of [2024, 2025]) expect(standing).toContain(`${year}年政府信息公开工作年度报告：`)
    },
    {
      publicUrl,
      around: store => ({
        ...store,
        campaigns: async () =>
          (await store.campaigns()).flatMap(each => [each, { ...each, id: 'older', year: each.year - 1 }]),
        // Filings join by the clock, which stands here.
        campaignStandings: async () => [begun],
      }),
    },
  ),
)
