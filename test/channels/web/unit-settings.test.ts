// The page with the settings of a unit's documents: shown, saved, refused with what was typed, and nobody else's.

import { describe, expect, test } from 'vitest'
import { inHouse } from './house.ts'

const path = '/chat/settings'

describe('the settings of the unit', () => {
  test(
    'are in the menu, saved, and printed from then on',
    inHouse(async house => {
      const visitor = await house.entered()
      expect(await (await visitor.request('/chat')).text()).toContain(`href="${path}"`)
      const empty = await (await visitor.request(path)).text()
      expect(empty).toContain('placeholder="望湖街道"')
      expect(empty).not.toMatch(/value="yes"\s+checked/)
      const saved = await visitor.form(path, {
        contact: ' 地址：青石路1号\n电话：000-0000 ',
        closes: 'yes',
        signs: '望湖街道办事处',
      })
      expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?saved`])
      const shown = await (await visitor.request(`${path}?saved`)).text()
      expect(shown).toContain('✓ 已保存')
      expect(shown).toContain('>地址：青石路1号 电话：000-0000</textarea>')
      expect(shown).toContain('value="望湖街道办事处"')
      expect(shown).toMatch(/value="yes"\s+checked/)
      await visitor.say('查看全文')
      const page = (await visitor.screen()).map(({ text }) => text).join('\n')
      expect(page).toContain('望湖街道办事处')
    }),
  )

  test(
    'too long a line is refused by name, and what was typed stays',
    inHouse(async house => {
      const visitor = await house.entered()
      const signs = '长'.repeat(61)
      const answer = await visitor.form(path, { contact: '电话：000-0000', signs })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('落款单位名称不超过 60 字')
      expect(page).toContain(`value="${signs}"`)
      expect(page).toContain('>电话：000-0000</textarea>')
      expect(await (await visitor.request(path)).text()).not.toContain('000-0000')
    }),
  )

  test(
    'are nobody else’s',
    inHouse(async house => {
      expect((await house.browser().request(path)).status).toBe(401)
      const visitor = await house.entered()
      await house.sql.all('UPDATE membership SET until = 1')
      expect((await visitor.form(path, { contact: 'x', signs: '' })).status).toBe(403)
    }),
  )
})
