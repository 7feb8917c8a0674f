// The conversation as JSON: what is posted counts once, what is malformed is refused in words, what belongs to
// somebody else is out of reach, and the list has everything that was said.

import { describe, expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { changeUnit } from '../../../src/app/registry/change-unit.ts'
import { fault } from '../../../src/faults.ts'
import { recorderOf } from '../../../src/main/audit-seal.ts'
import { pruneAt } from '../../contracts/store/world.ts'
import type { Browser } from './browser.ts'
import { type House, inHouse } from './house.ts'

const problems = '（一）主要问题。栏目更新不够及时。\n（二）改进措施。每周检查一次。'

/** Up to the question for the number of projects. */
const toProjects = async (visitor: Browser): Promise<void> => {
  await visitor.tap('开始填报')
  for (const label of ['政府集中采购', '选完了']) await visitor.tap(label)
}

/** What is open next, as the district office sees it. */
const next = async ({ store }: House): Promise<unknown> =>
  (await store.units())[0]?.filings[0]?.standing?.next

test(
  'a report is filed in full over JSON, and the document is downloaded',
  inHouse(async house => {
    const visitor = await house.entered()
    await toProjects(visitor)
    const question = await visitor.asked()
    expect(question.cells).toEqual(['disclosure.procurement.projects'])
    expect(question.input?.type).toBe('number')
    await visitor.say('53项')
    expect((await visitor.asked()).input?.type).toBe('money')
    await visitor.say('116万元')
    await visitor.tap('没有')
    await visitor.tap('没有')
    await visitor.say('（一）健全工作机制。明确专人负责。\n（二）加强业务培训。全年培训两次。')
    await visitor.tap('写完了')
    await visitor.say(problems)
    await visitor.tap('无')
    await visitor.say('2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：')
    await visitor.tap('生成送审稿')
    const message = (await visitor.all()).findLast(each => each.file)
    const name = '望湖街道2020年度政府信息公开工作年度报告（送审稿）.docx'
    expect(message?.file?.name).toBe(name)
    const answer = await visitor.request(message?.file?.url ?? '')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const docx = new Uint8Array(await answer.arrayBuffer())
    expect(String.fromCharCode(...docx.slice(0, 2))).toBe('PK')

    const stranger = await house.entered('周')
    expect((await stranger.request(message?.file?.url ?? '')).status).toBe(404)
    stranger.forget()
    expect((await stranger.request(message?.file?.url ?? '')).status).toBe(401)
  }),
)

describe('a post', () => {
  test(
    'that comes again with its id changes nothing',
    inHouse(async house => {
      const visitor = await house.entered()
      await toProjects(visitor)
      const body = { id: 'once', text: '53项' }
      expect(await (await visitor.json(body)).json()).toMatchObject({ repeat: false })
      const before = await visitor.all()
      expect(await (await visitor.json(body)).json()).toMatchObject({ repeat: true })
      expect(await visitor.all()).toEqual(before)
    }),
  )

  test(
    'of the same id by somebody else is their own',
    inHouse(async house => {
      const [first, second] = [await house.entered('李'), await house.entered('周')]
      await first.json({ id: 'same', text: '目录' })
      expect(await (await second.json({ id: 'same', text: '目录' })).json()).toMatchObject({ repeat: false })
    }),
  )

  const malformed: readonly (readonly [string, string])[] = [
    ['no JSON', '{'],
    ['nothing', '{}'],
    ['no id', '{"text":"53"}'],
    ['an empty id', '{"id":"","text":"53"}'],
    ['an id of another shape', '{"id":"a b","text":"53"}'],
    ['an empty text', '{"id":"a","text":"  "}'],
    ['a text that is a number', '{"id":"a","text":53}'],
    ['both a text and a card', '{"id":"a","text":"53","card":"0123456789abcdef","number":0}'],
    ['a card without a number', '{"id":"a","card":"0123456789abcdef"}'],
    ['a number below 0', '{"id":"a","card":"0123456789abcdef","number":-1}'],
    ['a number that is a word', '{"id":"a","card":"0123456789abcdef","number":"1"}'],
    ['an edit of no message of ours', '{"id":"a","edit":"../..","text":"53"}'],
    ['a list', '[]'],
    ['null', 'null'],
  ]
  test.each(malformed)('with %s is refused in words and stores nothing', async (_, body) => {
    await inHouse(async house => {
      const visitor = await house.entered()
      const rows = await house.count('incoming')
      const answer = await visitor.request('/chat/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      expect(answer.status).toBe(400)
      expect(((await answer.json()) as { error: string }).error).toContain('未处理')
      expect(await house.count('incoming')).toBe(rows)
    })()
  })

  test(
    'larger than any text is refused before it is read',
    inHouse(async house => {
      const visitor = await house.entered()
      const answer = await visitor.json({ id: 'a', text: '长'.repeat(100_000) })
      expect(answer.status).toBe(413)
      expect(((await answer.json()) as { error: string }).error).toContain('过长')
    }),
  )

  test(
    'of 20,001 characters is answered in the chat, and what stands stays',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.say('总体情况')
      await visitor.say('长'.repeat(20_001))
      expect((await visitor.screen()).map(({ text }) => text).join()).toContain('超过 20000 字')
      expect(await next(house)).toBe('disclosure.?')
    }),
  )

  test(
    'without a session is refused, and only one that ended is called so',
    inHouse(async house => {
      const told = async (headers: HeadersInit) => {
        const answer = await house.browser().request('/chat/messages', { headers })
        expect(answer.status).toBe(401)
        return answer.text()
      }
      const accept = 'application/json'
      expect(await told({ accept })).toContain('请通过邀请链接进入')
      expect(await told({ accept, cookie: `nianbao_session=${'0'.repeat(64)}` })).toContain('登录已到期')
    }),
  )

  test('is not acknowledged while the database is away', async () => {
    let away = false
    await inHouse(
      async house => {
        const visitor = await house.entered()
        await visitor.tap('开始填报')
        away = true
        const answer = await visitor.json({ id: 'a', text: '目录' })
        expect(answer.status).toBe(503)
        expect(answer.headers.get('retry-after')).toBe('5')
        expect(((await answer.json()) as { error: string }).error).toContain('未记录')
        away = false
        expect(await (await visitor.json({ id: 'a', text: '目录' })).json()).toMatchObject({ repeat: false })
      },
      {
        around: store => ({
          ...store,
          commitAndLease: async (...commit) => {
            if (away) throw fault('database-unavailable')
            return store.commitAndLease(...commit)
          },
        }),
      },
    )()
  })

  test(
    'that was typed under an earlier question does not land in the next one',
    inHouse(async house => {
      const visitor = await house.entered()
      await toProjects(visitor)
      const { id: under } = await visitor.asked()
      await visitor.say('53项', { under })
      await visitor.say('53项', { under })
      const [, early] = (await visitor.all()).filter(({ kind }) => kind === 'ask').slice(-2)
      expect(early?.text).toContain('未计入')
      expect(early?.cells).toEqual(['disclosure.procurement.amount'])
    }),
  )
})

describe('the card of somebody else', () => {
  test(
    'cannot be tapped',
    inHouse(async house => {
      const [first, second] = [await house.entered('李'), await house.entered('周')]
      const { card } = await first.asked()
      const before = await next(house)
      const { notice } = await second.choose(card ?? '', 0)
      expect(notice).toBe('该按钮已失效')
      expect(await next(house)).toBe(before)
    }),
  )
})

describe('the list', () => {
  test(
    'has both sides in their order, and what was tapped stands on its card',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      await visitor.say('2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：')
      const screen = await visitor.screen()
      expect(screen.map(({ by }) => by)).toEqual(['bot', 'bot', 'person', 'bot'])
      expect(screen[0]?.chosen).toBe('开始填报')
      const seqs = (await visitor.all()).map(({ seq }) => seq)
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    }),
  )

  test(
    'after a place has what came behind it, and nothing of another chat',
    inHouse(async house => {
      const [first, second] = [await house.entered('李'), await house.entered('周')]
      await first.tap('开始填报')
      const all = await first.all()
      const after = all[1]?.seq ?? 0
      expect((await first.all(after)).map(({ seq }) => seq)).toEqual(all.slice(2).map(({ seq }) => seq))
      expect((await second.all()).map(({ id }) => id)).not.toEqual(expect.arrayContaining([all[0]?.id]))
    }),
  )

  test.each(['x', '-1', '1e99', '1.5'])('is refused after %s', async after => {
    await inHouse(async house => {
      const visitor = await house.entered()
      expect((await visitor.request(`/chat/messages?after=${after}`)).status).toBe(400)
    })()
  })

  test(
    'shows an edited message by its new words, and the figure behind it changes',
    inHouse(async house => {
      const visitor = await house.entered()
      await toProjects(visitor)
      await visitor.say('53项')
      const own = (await visitor.all()).findLast(({ kind }) => kind === 'said')
      await visitor.edit(own?.id ?? '', '35项')
      const screen = await visitor.screen()
      expect(screen.filter(({ by }) => by === 'person').at(-1)?.text).toBe('35项')
      expect(screen.at(-1)?.text).toContain('已由 53 改为 35')
    }),
  )

  test(
    'keeps for ninety days what can be scrolled back to, and the question that waits for longer',
    inHouse(async house => {
      const day = 86_400_000
      const visitor = await house.entered()
      await toProjects(visitor)
      const before = await visitor.screen()
      house.clock.now += 89 * day
      await pruneAt(house.store, house.clock.now)
      expect(await visitor.screen()).toEqual(before)
      house.clock.now += 11 * day
      await pruneAt(house.store, house.clock.now)
      const left = await visitor.all()
      expect((await visitor.screen()).map(({ text }) => text)).toEqual([before.at(-1)?.text])
      await visitor.say('53项')
      const news = await visitor.all(left.at(-1)?.seq)
      expect(news.map(({ kind }) => kind)).toEqual(['said', 'ask'])
      expect(await next(house)).toBe('disclosure.procurement.amount')
    }),
  )

  test(
    'puts a tick onto its card and no message of its own',
    inHouse(async house => {
      const visitor = await house.entered()
      await toProjects(visitor)
      const ticked = (await visitor.screen()).filter(({ text }) => text.includes('哪'))
      expect(
        (await visitor.screen()).filter(({ text, by }) => by === 'person' && text.includes('采购')),
      ).toEqual([])
      expect(ticked.at(-1)?.chosen).toBe('政府集中采购')
    }),
  )
})

describe('the stream', () => {
  const readUntil = async (answer: Response, found: (text: string) => boolean): Promise<string> => {
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (reader && !found(text)) {
      const { value, done } = await reader.read()
      if (done) break
      text += decoder.decode(value)
    }
    await reader?.cancel()
    return text
  }
  const wakes = (text: string): number => text.split('event: wake').length - 1

  test(
    'says at once where the list ends, and wakes when something comes',
    inHouse(async house => {
      const visitor = await house.entered()
      const answer = await visitor.request('/chat/events')
      expect(answer.headers.get('content-type')).toContain('text/event-stream')
      const reading = readUntil(answer, text => wakes(text) === 2)
      await visitor.tap('开始填报')
      const text = await reading
      expect(text).toContain('retry: 2000')
      const last = (await visitor.all()).at(-1)?.seq
      expect(text.match(/data: (\d+)/g)?.at(-1)).toBe(`data: ${last}`)
      expect(text).not.toMatch(/\p{Script=Han}/u)
    }),
  )

  test(
    'wakes for what a colleague writes on the same filing, and the page then shows it',
    inHouse(async house => {
      const [visitor, colleague] = [await house.entered('李'), await house.entered('周')]
      await visitor.tap('开始填报')
      const before = (await visitor.all()).length
      const page = await (await visitor.request('/chat')).text()
      const [, stamp] = /data-stamp="([\d.]+)"/.exec(page) ?? []
      const reading = readUntil(await visitor.request('/chat/events'), text => wakes(text) === 2)
      await colleague.say('总体情况')
      await colleague.say('2020年，现将情况报告如下：')
      const text = await reading
      expect(text).toContain(`data: ${stamp}\n`)
      expect(await visitor.all()).toHaveLength(before)
      const news = await (await visitor.request(`/chat/news?after=${before}`)).text()
      expect(/还有 \d+ 项未填/.exec(news)?.[0]).not.toBe(/还有 \d+ 项未填/.exec(page)?.[0])
      expect(news).not.toContain('<li id=')
    }),
  )

  test(
    'ends when its person loses the place by another process, and none is opened again',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      const reading = readUntil(await visitor.request('/chat/events'), () => false)
      await house.sql.batch([{ sql: 'UPDATE membership SET until = 1' }])
      expect(wakes(await reading)).toBeLessThanOrEqual(1)
      const again = await visitor.request('/chat/events')
      expect([again.status, again.headers.get('content-type')]).toEqual([403, 'text/html; charset=UTF-8'])
    }),
  )

  test(
    'ends with its session, at the next look',
    inHouse(async house => {
      const visitor = await house.entered()
      await visitor.tap('开始填报')
      const reading = readUntil(await visitor.request('/chat/events'), () => false)
      await house.sql.batch([{ sql: 'DELETE FROM session' }])
      expect(wakes(await reading)).toBeLessThanOrEqual(1)
    }),
  )

  test('ends, and says so only in the log, when the database fails', async () => {
    let fails = false
    await inHouse(
      async house => {
        const visitor = await house.entered()
        const answer = await visitor.request('/chat/events')
        const reading = readUntil(answer, () => false)
        fails = true
        expect(await reading).not.toMatch(/event: error|unavailable/)
        expect(house.logged.join()).toContain('web.stream-failed')
      },
      {
        around: store => ({
          ...store,
          messages: (...asked) =>
            fails ? Promise.reject(fault('database-unavailable')) : store.messages(...asked),
        }),
      },
    )()
  })

  test(
    'finds what another process wrote',
    inHouse(async house => {
      const visitor = await house.entered()
      let heard = 0
      const reading = readUntil(await visitor.request('/chat/events'), text => {
        heard = wakes(text)
        return heard === 2
      })
      await expect.poll(() => heard).toBe(1)
      await house.sql.batch([
        {
          sql: `INSERT INTO outbox (id, chat, seq, kind, at, due_at, body, state)
            SELECT 'ffffffffffffffff', chat, max(seq) + 1, kind, at, due_at, body, 'sent' FROM outbox`,
        },
      ])
      expect(wakes(await reading)).toBe(2)
    }),
  )

  test(
    'is closed for the oldest page when one browser opens too many',
    inHouse(async house => {
      const visitor = await house.entered()
      const first = await visitor.request('/chat/events')
      const ended = readUntil(first, () => false)
      const others = await Promise.all(Array.from({ length: 6 }, () => visitor.request('/chat/events')))
      const more = others.map(answer => readUntil(answer, text => wakes(text) === 2))
      expect(wakes(await ended)).toBe(1)
      await visitor.tap('开始填报')
      for (const text of await Promise.all(more)) expect(wakes(text)).toBe(2)
    }),
  )

  test(
    'is nobody\u2019s without a session',
    inHouse(async house => {
      expect((await house.browser().request('/chat/events')).status).toBe(401)
    }),
  )
})

describe('a file that is sent', () => {
  const sent = (visitor: Browser, bytes: Uint8Array<ArrayBuffer>, name = '草稿.docx', id = 'file-1') => {
    const body = new FormData()
    body.set('id', id)
    body.set('file', new File([bytes], name))
    return visitor.request('/chat/files', { method: 'POST', body })
  }

  test(
    'is answered once, and its name stands in the list',
    inHouse(async house => {
      const visitor = await house.entered()
      expect((await sent(visitor, new Uint8Array(10))).headers.get('location')).toBe('/chat')
      const list = await visitor.all()
      expect(list.find(({ kind }) => kind === 'said')?.text).toBe('草稿.docx')
      await sent(visitor, new Uint8Array(10))
      expect(await visitor.all()).toEqual(list)
    }),
  )

  test(
    'is refused when it is larger than 5 MB, and so is a form without one',
    inHouse(async house => {
      const visitor = await house.entered()
      const rows = await house.count('outbox')
      expect((await sent(visitor, new Uint8Array(5_100_000))).status).toBe(413)
      expect((await visitor.form('/chat/files', { id: 'a' })).status).toBe(400)
      expect((await sent(house.browser(), new Uint8Array(10))).status).toBe(401)
      expect(await house.count('outbox')).toBe(rows)
    }),
  )
})

test(
  'the preview has what the unit has set for its documents, also where it is set while somebody fills',
  inHouse(async house => {
    const visitor = await house.entered()
    await visitor.form('/chat/table', { id: 'opening', cell: 'preamble', text: '现公布如下。', shown: '' })
    await visitor.say('全文')
    expect(JSON.stringify(await visitor.all())).not.toContain('如对本报告有疑问')
    const changed = await changeUnit(
      { ...recorderOf(house.store, createSeal('a key of the tests')), campaigns: house.store },
      { type: 'shell', at: house.clock.now },
      { unit: house.unit, change: { prints: { contact: '电话：000-0000', closes: true } }, goesOn: false },
    )
    expect(changed.type).toBe('done')
    await visitor.say('全文')
    const shown = (await visitor.all())
      .map(({ text }) => text)
      .findLast(text => text.includes('现公布如下。'))
    expect(shown).toContain('如对本报告有疑问，请与望湖街道联系（电话：000-0000）。')
    expect(shown).toMatch(/望湖街道\n2026年1月12日$/)
  }),
)
