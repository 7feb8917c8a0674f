// The page itself: what a browser gets at first, what it is told later, and what works without any script.

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Browser } from './browser.ts'
import { inHouse } from './house.ts'

const pageOf = async (visitor: Browser, path = '/chat'): Promise<string> => {
  const answer = await visitor.request(path)
  expect(answer.status).toBe(200)
  return answer.text()
}
const ids = (page: string): readonly string[] =>
  [...page.matchAll(/<li id="m(\d+)"/g)].map(([, id]) => id ?? '')
/** What a browser without scripts would post for the form around this button. */
const fieldsOf = (page: string, label: string): Record<string, string> => {
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find(each => each.includes(`>${label}</button>`)) ?? ''
  const hidden = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].filter(
    ([all]) => !all.includes('number'),
  )
  const number = new RegExp(`value="(\\d+)"[^>]*>${label}</button>`).exec(form)?.[1]
  return {
    ...Object.fromEntries(hidden.map(([, name, value]) => [name ?? '', value ?? ''])),
    ...(number === undefined ? {} : { number }),
  }
}

describe('the page', () => {
  test(
    'needs less than 50 KiB, compressed, until it is painted with everything it loads',
    inHouse(async house => {
      const visitor = await house.entered()
      for (let n = 0; n < 60; n += 1) await visitor.say('目录')
      const page = await pageOf(visitor)
      const assets = [...page.matchAll(/(?:src|href)="(\/chat\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')
      expect(assets.length).toBeGreaterThan(4)
      let bytes = gzipSync(page).length
      for (const url of assets) {
        const answer = await visitor.request(url)
        expect(answer.headers.get('cache-control')).toContain('immutable')
        bytes += gzipSync(await answer.text()).length
      }
      expect(bytes).toBeLessThan(50 * 1024)
    }),
  )

  test(
    'has nothing inline and loads nothing from elsewhere',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      const page = await pageOf(visitor)
      expect(page).not.toMatch(/<style|style="|\son\w+="|<script(?![^>]*src=)|javascript:/)
      expect(page.match(/(?:src|href|action)="(?!\/)[^"]*"/g)).toBeNull()
      expect(page).toContain('lang="zh-CN"')
      expect(page).toContain('role="log"')
      expect(page).toContain('aria-live="polite"')
    }),
  )

  test(
    'escapes what people write, on the screen and in every attribute',
    inHouse(async house => {
      const visitor = await house.entered('"><img src=x>')
      await visitor.tap('开始填报')
      await visitor.say('"><script>alert(1)</script>，一句。')
      const page = await pageOf(visitor)
      expect(page).toContain('&lt;script&gt;alert(1)')
      expect(page).not.toContain('<script>alert')
      expect(page).not.toContain('<img')
    }),
  )

  test.each([
    ['number', 'numeric'],
    ['money', 'decimal'],
    ['text', 'text'],
  ])('offers for a %s the keyboard %s', async (type, mode) => {
    await inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      if (type === 'text') await visitor.say('总体情况')
      else {
        for (const label of ['政府集中采购', '选完了']) await visitor.tap(label)
        if (type === 'money') await visitor.say('53项')
      }
      expect((await visitor.asked()).input?.type).toBe(type)
      const page = await pageOf(visitor)
      expect(page).toContain(`inputmode="${mode}"`)
      expect(page.includes('data-unit="万元"')).toBe(type === 'money')
    })()
  })

  test(
    'shows the newest fifty messages and the way to all earlier ones',
    inHouse(async house => {
      const visitor = await house.entered()
      for (let n = 0; n < 140; n += 1) await visitor.say('目录')
      let page = await pageOf(visitor)
      expect(ids(page)).toHaveLength(50)
      const seen = [...ids(page)]
      for (;;) {
        const before = /hx-get="(\/chat\/earlier\?before=\d+)"/.exec(page)?.[1]
        if (before === undefined) break
        page = await pageOf(visitor, before)
        seen.unshift(...ids(page))
      }
      expect(seen).toHaveLength(281)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((a, b) => a - b))
    }),
  )

  test(
    'counts the parts as the greeting does',
    inHouse(async house => {
      const visitor = await house.entered()
      const page = await pageOf(visitor)
      expect(page).toContain('共六个部分')
      expect(page).toContain('已填 0 个部分，共 6 个部分')
      await visitor.tap('开始填报')
      await visitor.tap('均无')
      expect(await pageOf(visitor)).toContain('>1/6<')
    }),
  )

  test(
    'has a text that stands, whole, for the field, and takes it back changed unless a colleague wrote meanwhile',
    inHouse(async house => {
      const [visitor, colleague] = [await house.entered(), await house.entered('王')]
      await visitor.say('总体情况')
      expect(await pageOf(visitor)).not.toContain('<template>')
      for (const line of ['第一段有“引号”<和括号>。', '第二段。']) await visitor.say(line)
      const page = await pageOf(visitor)
      const shown = '第一段有“引号”<和括号>。\n第二段。'
      expect(page).toContain(`<template>${shown.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</template>`)
      const whole = { cell: 'overview', shown, text: '第一段。\n第二段。' }
      expect((await visitor.json({ id: 'whole-1', ...whole })).status).toBe(200)
      expect(await pageOf(visitor)).toContain('<template>第一段。\n第二段。</template>')
      await colleague.say('总体情况')
      await colleague.say('第三段。')
      const late = await visitor.json({ id: 'whole-2', ...whole, text: '只有一段。' })
      expect(((await late.json()) as { notice: string }).notice).toContain('刚有修改')
      await visitor.say('全文')
      expect((await visitor.screen()).map(({ text }) => text).join('\n')).toContain('第三段。')
    }),
  )

  test(
    'begins a long list with the likeliest rows, and goes on under the printed labels',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.say('依申请公开')
      for (const label of ['有', '自然人', '选完了']) await visitor.tap(label)
      for (const figure of ['15', '0']) await visitor.say(figure)
      const labels = [...(await pageOf(visitor)).matchAll(/role="group" aria-label="([^"]+)"/g)].map(
        ([, l]) => l,
      )
      expect(labels.slice(0, 2)).toEqual(['较常见的', '（三）不予公开'])
      expect(labels.filter(label => label === '较常见的')).toHaveLength(1)
    }),
  )

  test(
    'is in English where the bot is',
    inHouse(
      async house => {
        const page = await pageOf(await house.entered())
        expect(page).toContain('lang="en"')
        expect(page).toContain('Sign out')
      },
      { locale: 'en' },
    ),
  )

  test(
    'says who may come in when nobody has',
    inHouse(async house => {
      const answer = await house.browser().request('/chat')
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain('请通过邀请链接进入')
    }),
  )
})

describe('a colleague', () => {
  test(
    'stands by name in one folded line for all that they changed between two messages, old news and new',
    inHouse(async house => {
      const [visitor, colleague] = [await house.entered('李'), await house.entered('王建国')]
      await visitor.tap('开始填报')
      const after = /data-after="(\d+)"/.exec(await pageOf(visitor))?.[1] ?? ''
      house.clock.now += 1_000
      await colleague.say('总体情况')
      await colleague.say('一切如常。')
      for (const cell of ['disclosure.licensing.handled', 'disclosure.penalties.handled'])
        await colleague.form('/chat/table', { id: cell, cell, text: '7', shown: '' })
      const line = '王建国修改 3 处'
      const news = await pageOf(visitor, `/chat/news?after=${after}`)
      expect(news).toMatch(new RegExp(`id="colleagues" hx-swap-oob="true">[\\s\\S]*${line}`))
      expect(news).toContain('总体情况')
      house.clock.now += 1_000
      await visitor.say('目录')
      const page = await pageOf(visitor)
      expect(page.split(line)).toHaveLength(2)
      expect(page).toMatch(/id="colleagues"\s*><\/ol>/)
      expect(page).not.toContain('李修改')
      expect(await pageOf(colleague)).not.toContain('王建国修改')
    }),
  )
})

describe('the document as a page', () => {
  test(
    'stands there as it prints, under a policy that allows its own sheet and nothing else, with the file beside it',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      for (const label of ['均无', '没有', '没有']) await visitor.tap(label)
      for (const text of ['一切如常。', '写完了', '没有问题。']) await visitor.say(text)
      await visitor.tap('无')
      await visitor.say('现将情况报告如下：')
      await visitor.tap('生成送审稿')
      const [, path = ''] = /href="(\/chat\/documents\/\w+)"/.exec(await pageOf(visitor)) ?? []
      const answer = await visitor.request(path)
      expect(answer.headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='/)
      const page = await answer.text()
      expect(page).toMatch(/<h1>[^\n]*望湖街道/)
      expect(page).not.toMatch(/style="|onclick|<script(?![^>]*src=)/)
      const [, file = ''] = /href="(\/chat\/files\/[^"]+)" download/.exec(page) ?? []
      expect((await visitor.request(file)).headers.get('content-type')).toContain('wordprocessingml')
      expect((await (await house.entered('王')).request(path)).status).toBe(404)
    }),
  )
})

describe('around the page', () => {
  test(
    'a manifest names the product, and its icons are there',
    inHouse(async house => {
      const visitor = house.browser()
      const answer = await visitor.request('/chat/manifest.webmanifest')
      expect(answer.headers.get('content-type')).toContain('application/manifest+json')
      const { short_name, icons } = (await answer.json()) as { short_name: string; icons: { src: string }[] }
      expect(short_name).toBe('年报填报')
      for (const { src } of icons) expect((await visitor.request(src)).status, src).toBe(200)
    }),
  )

  test(
    'leaving asks first and says that the old link is spent',
    inHouse(async house => {
      const visitor = await house.entered()
      expect(await pageOf(visitor)).toContain('href="/chat/leave"')
      const asked = await pageOf(visitor, '/chat/leave')
      expect(asked).toContain('原链接也不能再次使用')
      expect((await visitor.request('/chat')).status).toBe(200)
      const left = await visitor.form('/chat/leave')
      expect(await left.text()).toContain('请联系区府办重新发送链接')
      expect((await visitor.request('/chat')).status).toBe(401)
    }),
  )

  test(
    'another device goes on by a link of its own, made by a button and taken once, without an address of our own',
    inHouse(async house => {
      const visitor = await house.entered('李')
      expect(await pageOf(visitor)).toContain('href="/chat/device"')
      await pageOf(visitor, '/chat/device')
      const made = await (await visitor.form('/chat/device')).text()
      expect(made).toContain('<svg')
      const [, link = ''] = /value="(http:\/\/nianbao\.test\/chat\/enter\/\w+)"/.exec(made) ?? []
      const code = link.split('/').at(-1) ?? ''
      const other = house.browser()
      expect((await other.enter(code, '')).headers.get('location')).toBe('/chat')
      expect(await pageOf(other)).toContain('填报人：李')
      expect((await house.browser().request(`/chat/enter/${code}`)).status).toBe(410)
      expect((await visitor.request('/chat')).status).toBe(200)
    }),
  )

  test.each(['  ', '\u3000', '\u200b\u0007'])(
    'nobody comes in by a name that is not seen (%j)',
    async name => {
      await inHouse(async house => {
        const visitor = house.browser()
        const answer = await visitor.enter(await house.invite(), name)
        expect(answer.status).toBe(400)
        expect(await answer.text()).toContain('role="alert"')
      })()
    },
  )

  test.each(['/chat/nothing', '/nothing'])("an address that is nobody's (%s) leads on", async path => {
    await inHouse(async house => {
      const answer = await house.browser().request(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('href="/chat"')
    })()
  })
})

describe('news', () => {
  test(
    'bring what is new once, and change in its place what has changed',
    inHouse(async house => {
      const visitor = await house.entered()
      const page = await pageOf(visitor)
      const after = /data-after="(\d+)"/.exec(page)?.[1] ?? ''
      await visitor.tap('开始填报')
      const news = await pageOf(visitor, `/chat/news?after=${after}`)
      const changed = [...news.matchAll(/<li id="m(\d+)"[^>]*hx-swap-oob/g)].map(([, id]) => id)
      expect(changed).toEqual(ids(page))
      expect(news).toContain('已选：开始填报')
      expect(ids(news)).toHaveLength(2)
      expect(news).toMatch(/id="asked"[^>]*hx-swap-oob/)
      const last = /data-after="(\d+)"/.exec(news)?.[1] ?? ''
      expect(ids(await pageOf(visitor, `/chat/news?after=${last}`))).toEqual([])
    }),
  )

  test(
    'of too much load the page anew',
    inHouse(async house => {
      const visitor = await house.entered()
      for (let n = 0; n < 60; n += 1) await visitor.say('目录')
      const answer = await visitor.request('/chat/news?after=1')
      expect(answer.headers.get('hx-refresh')).toBe('true')
    }),
  )
})

describe('without scripts', () => {
  test(
    'buttons and words are plain forms that lead back to the page',
    inHouse(async house => {
      const visitor = await house.entered()
      const tapped = await visitor.form('/chat/say', fieldsOf(await pageOf(visitor), '开始填报'))
      expect(tapped.headers.get('location')).toBe('/chat')
      const fields = fieldsOf(await pageOf(visitor), '发送')
      const said = await visitor.form('/chat/say', { ...fields, text: '目录' })
      expect(said.status).toBe(303)
      expect((await visitor.screen()).some(({ text, by }) => by === 'person' && text === '目录')).toBe(true)
      // The same form sent twice, by going back, counts once.
      const rows = await house.count('outbox')
      await visitor.form('/chat/say', { ...fields, text: '目录' })
      expect(await house.count('outbox')).toBe(rows)
    }),
  )

  test(
    'a form that is not whole is refused with a page',
    inHouse(async house => {
      const visitor = await house.entered()
      const answer = await visitor.form('/chat/say', { text: '53' })
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toContain('text/html')
    }),
  )
})
