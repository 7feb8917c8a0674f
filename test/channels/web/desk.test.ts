// The chat of somebody who stands above units, in a browser: the same page without a report's parts.

import { expect, test } from 'vitest'
import { unitId } from '../../../src/engine/filing.ts'
import { seeding } from '../../seeding.ts'
import { inHouse } from './house.ts'

const district = unitId('district')

const supervised = inHouse(
  async house => {
    await seeding(house.store).addUnit({
      id: district,
      name: '望江区',
      level: 'county',
      powers: {},
      isRoot: true,
    })
    const sue = house.browser()
    await sue.enter(await house.invite({ unit: district, role: 'supervisor', filing: null }), '李敏')
    const page = await (await sue.request('/chat')).text()
    expect(page).toContain('<title>望江区 报送管理</title>')
    expect(page).toContain('年报报送管理')
    for (const absent of ['/chat/table', '/chat/files', 'id="progress"']) expect(page).not.toContain(absent)
    await sue.say('发链接 望湖街道 王芳')
    const [text] = (await sue.all()).filter(message => message.text.includes('由您填报'))
    const code = /\/chat\/enter\/([\w-]+)/.exec(text?.text ?? '')?.[1] ?? ''
    const wang = house.browser()
    expect((await wang.enter(code, '王芳')).status).toBe(303)
    expect(await (await wang.request('/chat')).text()).toContain('望湖街道')
    // To the desk's page that is open, a report's page elsewhere is nothing; of its own it asks for news.
    expect((await sue.request('/chat/news?after=0')).status).toBe(200)
    const other = await sue.request('/chat/news?after=0&at=somebody.else')
    expect([other.status, other.headers.get('hx-refresh')]).toEqual([204, 'true'])
    const device = await sue.request('/chat/device', { method: 'POST' })
    const own = /\/chat\/enter\/([\w-]+)/.exec(await device.text())?.[1] ?? ''
    const second = house.browser()
    expect((await second.enter(own, '')).status).toBe(303)
    expect(await (await second.request('/chat')).text()).toContain('年报报送管理')
  },
  { publicUrl: 'http://nianbao.test' },
)

test(
  'a supervisor stands at the desk in a browser, makes a link, and goes on with another device',
  supervised,
)
