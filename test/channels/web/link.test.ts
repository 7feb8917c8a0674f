// A personal link: opening it takes nothing, the button takes it once; then the session, and who is refused.

import { describe, expect, test } from 'vitest'
import { personId } from '../../../src/engine/filing.ts'
import { pruneAt } from '../../contracts/store/world.ts'
import { seeding } from '../../seeding.ts'
import type { Browser } from './browser.ts'
import { type House, inHouse, origin } from './house.ts'

const taken = (house: { count: (table: string) => Promise<number> }) => house.count('account')

describe('a link that was taken elsewhere', () => {
  test(
    'offers to ask for a new one: whoever supervises the unit is told once a day, with a line in the audit',
    inHouse(async house => {
      const code = await house.invite()
      await house.browser().enter(code, '李')
      const other = house.browser()
      const gone = async () => (await other.request(`/chat/enter/${code}`)).text()
      expect(await gone()).not.toContain('重新发送链接</button>')
      expect((await other.form(`/chat/enter/${code}/ask`)).status).toBe(410)
      const supervisor = house.browser()
      await supervisor.enter(await house.invite({ role: 'supervisor', filing: null }), '周')
      expect(await gone()).toContain('请区府办重新发送链接</button>')
      const said = async () =>
        (await house.sql.all("SELECT body FROM outbox WHERE body LIKE '%请求重新发送%'")).map(
          ({ body }) => body,
        )
      for (let n = 0; n < 2; n += 1) {
        const asked = await other.form(`/chat/enter/${code}/ask`)
        expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('已告知区府办')])
        expect(await said()).toEqual([expect.stringContaining('望湖街道：有人打开李已使用过的邀请链接')])
      }
      expect(await house.sql.all("SELECT scope FROM audit WHERE what = 'link-asked'")).toEqual([
        { scope: 'unit/unit-1' },
      ])
      house.clock.now += 86_400_000
      await other.form(`/chat/enter/${code}/ask`)
      expect(await said()).toHaveLength(2)
      expect((await other.form('/chat/enter/a-code-that-nobody-has-made/ask')).status).toBe(410)
    }),
  )
})

describe('a personal link', () => {
  test(
    'that is opened any number of times shows unit, year and one button, and is not taken',
    inHouse(async house => {
      const code = await house.invite()
      const visitor = house.browser()
      for (const method of ['GET', 'HEAD', 'GET']) {
        const answer = await visitor.request(`/chat/enter/${code}`, { method })
        expect(answer.status).toBe(200)
        const page = await answer.text()
        if (method === 'GET') {
          expect(page).toContain('望湖街道')
          expect(page).toContain('2020年')
          expect(page.match(/<button/g)).toHaveLength(1)
        }
      }
      expect(await taken(house)).toBe(0)
      expect(visitor.cookie()).toBe('')
      expect((await visitor.enter(code, '李')).status).toBe(303)
      expect(await taken(house)).toBe(1)
    }),
  )

  test(
    'asks again for a name of blanks, and is not taken by it',
    inHouse(async house => {
      const code = await house.invite()
      const visitor = house.browser()
      const asked = await visitor.enter(code, ' 　 ')
      expect(asked.status).toBe(400)
      expect(await asked.text()).toContain('请填写姓名')
      expect(await taken(house)).toBe(0)
      expect((await visitor.enter(code, '李')).status).toBe(303)
    }),
  )

  test(
    'lets one browser in, and no second one',
    inHouse(async house => {
      const code = await house.invite()
      const [first, second] = [house.browser(), house.browser()]
      expect((await first.enter(code, '李')).headers.get('location')).toBe('/chat')
      const refused = await second.enter(code, '周')
      expect(refused.status).toBe(410)
      expect(await refused.text()).toContain('已使用或已过期')
      expect(second.cookie()).toBe('')
      expect((await second.request(`/chat/enter/${code}`)).status).toBe(410)
      expect((await first.request('/chat')).status).toBe(200)
    }),
  )

  test(
    'that is tapped by five browsers at once lets exactly one in',
    inHouse(async house => {
      const code = await house.invite()
      const visitors = Array.from({ length: 5 }, () => house.browser())
      const answers = await Promise.all(visitors.map(visitor => visitor.enter(code, '李')))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410])
      expect(visitors.filter(visitor => visitor.cookie() !== '')).toHaveLength(1)
    }),
  )

  test(
    'leaves no row of those who came second',
    inHouse(async house => {
      const code = await house.invite()
      const tables = ['person', 'account', 'membership', 'session', 'reach', 'incoming', 'outbox', 'position']
      const rows = () => Promise.all(tables.map(house.count))
      const empty = await rows()
      await house.browser().enter(code, '李')
      const alone = (await rows()).map((n, i) => n - (empty[i] ?? 0))
      const raced = await house.invite()
      const before = await rows()
      await Promise.all(Array.from({ length: 20 }, () => house.browser().enter(raced, '周')))
      await house.browser().enter(raced, '吴')
      expect((await rows()).map((n, i) => n - (before[i] ?? 0))).toEqual(alone)
    }),
  )

  test(
    'tapped twice in one browser leads on',
    inHouse(async house => {
      const code = await house.invite()
      const visitor = house.browser()
      await visitor.enter(code, '李')
      expect((await visitor.enter(code, '李')).headers.get('location')).toBe('/chat')
    }),
  )

  test(
    'expires',
    inHouse(async house => {
      const code = await house.invite({ expiresAt: house.clock.now + 1_000 })
      house.clock.now += 1_000
      const visitor = house.browser()
      expect((await visitor.request(`/chat/enter/${code}`)).status).toBe(410)
      expect((await visitor.enter(code, '李')).status).toBe(410)
      expect(await taken(house)).toBe(0)
    }),
  )

  test(
    'for a known name says it on the button',
    inHouse(async house => {
      const code = await house.invite({ name: '李 <b>' })
      const page = await (await house.browser().request(`/chat/enter/${code}`)).text()
      expect(page).toContain('李 &lt;b&gt;，本人进入')
    }),
  )

  test(
    'to another filing keeps whoever uses the browser the same person',
    inHouse(async house => {
      const visitor = await house.entered('李')
      const code = await house.invite()
      expect(await (await visitor.request(`/chat/enter/${code}`)).text()).toContain('该浏览器已由李')
      await visitor.enter(code, '')
      expect(await house.count('person')).toBe(1)
    }),
  )

  test(
    'on the browser of an administrator says who is in, and gives them nothing under another name',
    inHouse(async house => {
      const visitor = house.browser()
      await visitor.enter(await house.invite({ role: 'administrator', filing: null }), '王主任')
      const code = await house.invite()
      const page = await (await visitor.request(`/chat/enter/${code}`)).text()
      expect(page).toContain('该浏览器已由王主任')
      expect(page).toContain('action="/chat/leave"')
      expect(page).not.toContain('name="name"')

      const asked = await visitor.enter(code, '李四')
      expect(asked.status).toBe(409)
      expect(await asked.text()).toContain('该浏览器已由王主任')
      expect((await house.store.members(house.unit)).map(({ role }) => role)).toEqual(['administrator'])

      await visitor.form('/chat/leave')
      expect((await visitor.enter(code, '李四')).status).toBe(303)
      const fillers = `SELECT p.name FROM membership AS m JOIN person AS p ON p.id = m.person WHERE m.role = 'filler'`
      expect(await house.sql.all(fillers)).toEqual([{ name: '李四' }])
    }),
  )

  test(
    'for a person who is known opens a browser of theirs, not that of whoever sat there',
    inHouse(async house => {
      const [first, second] = [await house.entered('李'), await house.entered('周')]
      const [row] = await house.sql.all(`SELECT id FROM person WHERE name = '李'`)
      await first.say('目录')
      const code = await house.invite({ person: personId(String(row?.id)) })
      await second.enter(code, '')
      expect(await house.count('person')).toBe(2)
      expect(await house.count('account')).toBe(3)
      expect((await second.all()).some(({ text }) => text === '目录')).toBe(false)
    }),
  )
})

describe('a browser that takes its link again', () => {
  const opened = async (house: House, code: string) => {
    const visitor = house.browser()
    await visitor.request(`/chat/enter/${code}`)
    return visitor
  }
  /** A tap with the cookies that the page had when it was shown, as the second of two taps has them. */
  const tap = async (house: House, code: string, cookies: ReadonlyMap<string, string>) => {
    const one = house.browser()
    for (const [name, value] of cookies) one.jar.set(name, value)
    return { answer: await one.enter(code, '李'), one }
  }
  const isIn = async (one: Browser) => (await one.request('/chat')).status === 200

  test(
    'is in by every answer, whichever of them it hears, and is one person',
    inHouse(async house => {
      const code = await house.invite()
      const { jar } = await opened(house, code)
      const taps = await Promise.all(Array.from({ length: 5 }, () => tap(house, code, jar)))
      taps.push(await tap(house, code, jar))
      for (const { answer, one } of taps) {
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chat'])
        expect(await isIn(one)).toBe(true)
      }
      expect(await Promise.all(['person', 'account', 'session', 'membership'].map(house.count))).toEqual([
        1, 1, 1, 1,
      ])
      expect((await taps[0]?.one.all())?.filter(({ kind }) => kind === 'ask')).toHaveLength(1)
    }),
  )

  test(
    'may do so for ten minutes, and not a moment longer',
    inHouse(async house => {
      const code = await house.invite()
      const { jar } = await opened(house, code)
      await tap(house, code, jar)
      house.clock.now += 10 * 60_000 - 1
      const { one } = await tap(house, code, jar)
      expect(await isIn(one)).toBe(true)
      const waiting = house.browser()
      for (const [name, value] of jar) waiting.jar.set(name, value)
      expect(await (await waiting.request(`/chat/enter/${code}`)).text()).toContain('李，本人进入')
      house.clock.now += 1
      expect((await tap(house, code, jar)).answer.status).toBe(410)
      expect((await waiting.request(`/chat/enter/${code}`)).status).toBe(410)
    }),
  )

  test.each([
    ['with a nonce of its own', true],
    ['with none', false],
  ])('and no other one %s: it is told why', async (_, looks) => {
    await inHouse(async house => {
      const code = await house.invite()
      const { jar } = await opened(house, code)
      // A link that others opened before it was taken.
      const other = looks ? await opened(house, code) : house.browser()
      await tap(house, code, jar)
      const refused = await other.enter(code, '周')
      expect(refused.status).toBe(410)
      expect(await refused.text()).toContain('请联系区府办重新发送链接')
      expect(other.cookie()).toBe('')
      expect(await house.count('session')).toBe(1)
      const unknown = await other.request('/chat/enter/a-link-that-never-was-one')
      const known = await other.request(`/chat/enter/${code}`)
      expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
    })()
  })

  test(
    'with a nonce that was bound to another link does not get in by this one',
    inHouse(async house => {
      const [first, second] = [await house.invite(), await house.invite()]
      const { jar } = await opened(house, first)
      await tap(house, first, jar)
      await house.browser().enter(second, '周')
      expect((await tap(house, second, jar)).answer.status).toBe(410)
    }),
  )

  test(
    'after it has left is a stranger to the link',
    inHouse(async house => {
      const code = await house.invite()
      const visitor = await opened(house, code)
      await visitor.enter(code, '李')
      await visitor.form('/chat/leave')
      expect(visitor.jar.size).toBe(0)
      expect((await visitor.enter(code, '李')).status).toBe(410)
    }),
  )

  test(
    'when its person has lost the unit meanwhile is refused',
    inHouse(async house => {
      const code = await house.invite()
      const { jar } = await opened(house, code)
      await tap(house, code, jar)
      const [member] = await house.store.members(house.unit)
      await seeding(house.store).endMembership(member?.id ?? '', house.clock.now)
      expect((await tap(house, code, jar)).answer.status).toBe(410)
    }),
  )

  test(
    'with its session is led to the chat by its own link, at any time',
    inHouse(async house => {
      const code = await house.invite()
      const visitor = await opened(house, code)
      await visitor.enter(code, '李')
      for (const later of [0, 3 * 86_400_000]) {
        house.clock.now += later
        const answer = await visitor.request(`/chat/enter/${code}`)
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chat'])
      }
    }),
  )

  test.each([
    ['http', origin, 'nianbao_entering', 'nianbao_session'],
    ['https', 'https://nianbao.test', '__Host-nianbao_entering', '__Host-nianbao_session'],
  ])(
    'over %s is known by a cookie out of reach, and only its hash is stored',
    async (_, at, entering, session) => {
      await inHouse(async house => {
        const visitor = house.browser(at)
        const code = await house.invite()
        const page = await visitor.request(`/chat/enter/${code}`)
        const [set = ''] = page.headers.getSetCookie()
        expect(set).toMatch(new RegExp(`^${entering}=[0-9a-f]{64}; .*HttpOnly; (Secure; )?SameSite=Lax$`))
        expect(/Secure/.test(set)).toBe(at.startsWith('https:'))
        expect((await visitor.request(`/chat/enter/${code}`)).headers.getSetCookie()).toEqual([])
        await visitor.enter(code, '李')
        expect([...visitor.jar.keys()]).toEqual([entering, session])
        const tables = await house.sql.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
        const rows = await Promise.all(tables.map(({ name }) => house.sql.all(`SELECT * FROM "${name}"`)))
        for (const secret of visitor.jar.values()) expect(JSON.stringify(rows)).not.toContain(secret)
        expect(house.logged.join('\n')).not.toMatch(/[0-9a-f]{64}/)
      })()
    },
  )
})

describe('a session', () => {
  const still = async (house: House, cookie: string) =>
    (await house.browser().request('/chat/messages', { headers: { cookie } })).status

  test.each(['another link', 'a link of their own'])(
    'ends when the browser enters again by %s',
    async which => {
      await inHouse(async house => {
        const code = await house.invite()
        const visitor = house.browser()
        await visitor.request(`/chat/enter/${code}`)
        await visitor.enter(code, '李')
        const before = visitor.cookie()
        const [row] = await house.sql.all('SELECT id FROM person')
        const own = { person: personId(String(row?.id)) }
        const next = {
          'another link': () => house.invite(),
          'a link of their own': () => house.invite(own),
        }[which]
        await visitor.enter((await next?.()) ?? '', '')
        expect(visitor.cookie()).not.toBe(before)
        expect([await still(house, before), await still(house, visitor.cookie())]).toEqual([401, 200])
        expect(await house.count('session')).toBe(1)
      })()
    },
  )

  test(
    'is of somebody whose name fits on one line of a terminal, whatever was typed',
    inHouse(async house => {
      await house.entered('李\u001b[2J\n王五')
      expect(await house.sql.all('SELECT name FROM person')).toEqual([{ name: '李 [2J 王五' }])
    }),
  )

  test(
    'that a link has just opened stays when the link is taken again, so that no answer on its way may be lost',
    inHouse(async house => {
      const code = await house.invite()
      const visitor = house.browser()
      await visitor.request(`/chat/enter/${code}`)
      await visitor.enter(code, '李')
      const before = visitor.cookie()
      await visitor.enter(code, '')
      expect(visitor.cookie()).toBe(before)
      expect(await still(house, before)).toBe(200)
      expect(await house.count('session')).toBe(1)
    }),
  )

  test(
    'that was ended elsewhere does not come back by a renewal that was under way',
    inHouse(async house => {
      const visitor = await house.entered('李')
      const [row] = await house.sql.all('SELECT hash FROM session')
      await house.sql.batch([{ sql: 'DELETE FROM session' }])
      await house.store.renewSession(String(row?.hash), Number.MAX_SAFE_INTEGER)
      expect([await still(house, visitor.cookie()), await house.count('session')]).toEqual([401, 0])
    }),
  )

  test(
    'that somebody planted is not the one that a link opens',
    inHouse(async house => {
      const visitor = house.browser()
      const planted = `nianbao_session=${'ab'.repeat(32)}`
      visitor.jar.set('nianbao_session', 'ab'.repeat(32))
      await visitor.enter(await house.invite(), '李')
      expect(visitor.cookie()).not.toBe(planted)
      expect([await still(house, planted), await still(house, visitor.cookie())]).toEqual([401, 200])
    }),
  )

  test(
    'of somebody else in the same browser ends with a link for another person',
    inHouse(async house => {
      const [first, second] = [await house.entered('李'), await house.entered('周')]
      const [row] = await house.sql.all(`SELECT id FROM person WHERE name = '李'`)
      const before = second.cookie()
      await second.enter(await house.invite({ person: personId(String(row?.id)) }), '')
      expect([await still(house, before), await still(house, second.cookie())]).toEqual([401, 200])
      expect(await still(house, first.cookie())).toBe(200)
    }),
  )
})

describe('the session cookie', () => {
  test(
    'is out of reach for scripts and other sites, and stored as a hash',
    inHouse(async house => {
      const visitor = house.browser()
      const answer = await visitor.enter(await house.invite(), '李')
      const set = answer.headers.get('set-cookie') ?? ''
      expect(set).toMatch(/HttpOnly/i)
      expect(set).toMatch(/SameSite=Lax/i)
      expect(set).not.toMatch(/Secure/i)
      const token = visitor.cookie().split('=')[1] ?? ''
      expect(token).toMatch(/^[0-9a-f]{64}$/)
      const rows = JSON.stringify(await house.sql.all('SELECT * FROM session'))
      expect(rows).not.toContain(token)
    }),
  )

  test.each([
    ['the request', 'https://nianbao.test', undefined],
    ['PUBLIC_URL', origin, 'https://nianbao.example'],
  ])('is only for https when %s is', async (_, at, publicUrl) => {
    await inHouse(
      async house => {
        const visitor = house.browser(at)
        const answer = await visitor.enter(await house.invite(), '李')
        expect(answer.headers.get('set-cookie')).toMatch(/Secure/i)
      },
      publicUrl ? { publicUrl } : {},
    )()
  })

  test(
    'lasts 120 days from the last day it was used, and not longer',
    inHouse(async house => {
      const day = 86_400_000
      const visitor = await house.entered()
      house.clock.now += 119 * day
      expect((await visitor.request('/chat')).headers.get('set-cookie')).toContain('Max-Age=10368000')
      house.clock.now += 119 * day
      expect((await visitor.request('/chat')).status).toBe(200)
      house.clock.now += 121 * day
      expect((await visitor.request('/chat')).status).toBe(401)
      await pruneAt(house.store, house.clock.now)
      expect(await house.count('session')).toBe(0)
    }),
  )

  test(
    'ends when the person leaves',
    inHouse(async house => {
      const visitor = await house.entered()
      const cookie = visitor.cookie()
      expect(await (await visitor.form('/chat/leave')).text()).toContain('已退出')
      expect(visitor.cookie()).toBe('')
      const thief = await visitor.request('/chat/messages', { headers: { cookie } })
      expect(thief.status).toBe(401)
    }),
  )
})

describe('a request from another site', () => {
  const foreign: readonly (readonly [string, Record<string, string>])[] = [
    ['with its origin', { origin: 'https://evil.example' }],
    ['with a hidden origin', { origin: 'null' }],
    ['of another site by its own words', { origin, 'sec-fetch-site': 'cross-site' }],
    ['of a sister site', { origin, 'sec-fetch-site': 'same-site' }],
  ]
  test.each(foreign)('%s changes nothing', async (_, headers) => {
    await inHouse(async house => {
      const code = await house.invite()
      const stranger = house.browser()
      const body = new URLSearchParams({ name: '李' })
      const entering = await stranger.request(`/chat/enter/${code}`, { method: 'POST', body, headers })
      expect(entering.status).toBe(403)
      expect(await taken(house)).toBe(0)
      const visitor = await house.entered()
      const rows = await house.count('outbox')
      const said = await visitor.request('/chat/messages', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: '{"id":"a","text":"53"}',
      })
      expect(said.status).toBe(403)
      expect(((await said.json()) as { error: string }).error).toContain('未处理')
      expect(await house.count('outbox')).toBe(rows)
    })()
  })
})

test(
  'every page carries the policy that forbids what is not ours, and is kept by nobody',
  inHouse(async house => {
    const visitor = await house.entered()
    for (const path of ['/chat', '/chat/messages', '/chat/nothing', `/chat/enter/${await house.invite()}`]) {
      const { headers } = await visitor.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  }),
)
