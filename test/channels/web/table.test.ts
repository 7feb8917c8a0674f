// The tables beside the chat: they show every cell, and what is typed there is the same answer as in the chat.

import { describe, expect, test } from 'vitest'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { disclosure } from '../../../src/forms/disclosure/disclosure.ts'
import type { Browser } from './browser.ts'
import { type House, inHouse } from './house.ts'
import { fieldsOf } from './read-table.ts'

const handled = 'disclosure.licensing.handled'
const received = 'requests.received.natural'
const total = 'requests.received.total'
const tableRows = ['cell', 'audit', 'outbox'] as const

const pageOf = async (visitor: Browser): Promise<string> => {
  const answer = await visitor.request('/chat/table')
  expect(answer.status).toBe(200)
  return answer.text()
}
const write = async (visitor: Browser, cell: string, text: string, page?: string): Promise<Response> =>
  visitor.form('/chat/table', { ...fieldsOf(page ?? (await pageOf(visitor)), cell), text })
const scripted = (visitor: Browser, fields: Record<string, string>) =>
  visitor.request('/chat/table', {
    method: 'POST',
    headers: { 'hx-request': 'true' },
    body: new URLSearchParams(fields),
  })
const counts = async (house: House) => Promise.all(tableRows.map(house.count))
const figures = async ({ sql }: House) =>
  (await sql.all(`SELECT * FROM audit WHERE scope LIKE 'filing/%' ORDER BY n`)).map(
    ({ about: cell, old, new: now, channel, what }) => ({
      cell,
      old,
      now,
      channel,
      what,
    }),
  )

test(
  'every cell of the form is on the page once, a field where it is entered and words where it is added up',
  inHouse(async house => {
    const page = await pageOf(await house.entered())
    const form = catalog.formFor(disclosure.id, 2020)
    if (!form) throw new Error('no form')
    const { entered, computed } = indexOf(form)
    expect([...page.matchAll(/<input id="c-([^"]+)"/g)].map(([, key]) => key).toSorted()).toEqual(
      entered.map(({ key }) => key as string).toSorted(),
    )
    expect([...page.matchAll(/<td id="c-([^"]+)" class="sum/g)].map(([, key]) => key).toSorted()).toEqual(
      computed.map(({ key }) => key as string).toSorted(),
    )
    expect(page).not.toMatch(/<style|style="|\son\w+="|<script(?![^>]*src=)|javascript:/)
    expect(page).toContain('rowspan="')
    expect(page).toContain('scope="rowgroup"')
    expect(page).toContain('href="/chat"')
  }),
)

test(
  'a figure typed there is the answer that the chat would have taken, and its receipt stands in the chat',
  inHouse(async house => {
    const visitor = await house.entered()
    expect((await write(visitor, handled, '12')).headers.get('location')).toBe(`/chat/table#c-${handled}`)
    expect(await figures(house)).toEqual([
      { cell: handled, old: null, now: '[12,null,"typed"]', channel: 'web', what: 'set' },
    ])
    const screen = await visitor.screen()
    // One line says it, and the question in hand is not put again.
    expect(screen).toHaveLength(2)
    expect(screen.at(-1)).toEqual({ by: 'person', text: expect.stringContaining(' 12'), chosen: null })
    expect(fieldsOf(await pageOf(visitor), handled)).toMatchObject({ text: '12', shown: '[12,null]' })
    const said = (await visitor.all()).findLast(({ kind }) => kind === 'said')
    await visitor.edit(said?.id ?? '', '13')
    expect(fieldsOf(await pageOf(visitor), handled)).toMatchObject({ text: '13' })
  }),
)

test(
  'the totals and what does not agree come with the answer',
  inHouse(async house => {
    const visitor = await house.entered()
    for (const column of ['business', 'research', 'welfare', 'legal', 'other'])
      await write(visitor, `requests.received.${column}`, '0')
    const before = fieldsOf(await pageOf(visitor), received)
    const answer = await scripted(visitor, { ...before, text: '5' })
    expect(answer.status).toBe(200)
    const part = await answer.text()
    expect(part).toMatch(/^<div id="tables"/)
    expect(part).toMatch(new RegExp(`id="c-${total}"[^>]*>5<`))
  }),
)

test(
  'what does not agree stands above its table with ways to its cells, which are marked by more than a colour',
  inHouse(async house => {
    const visitor = await house.entered()
    const form = catalog.formFor(disclosure.id, 2020)
    const column = form ? indexOf(form).entered.filter(({ key }) => /^requests\..*\.natural$/.test(key)) : []
    for (const { key } of column) await write(visitor, key, key === received ? '5' : '0')
    const page = await pageOf(visitor)
    expect(page).toContain('未通过校验的')
    expect(page).toContain(`<a href="#c-${received}">`)
    expect(page).toMatch(
      new RegExp(`id="c-${received}"[^>]*aria-invalid="true"\\s+aria-describedby="w-${received}"`),
    )
    expect(page).toMatch(new RegExp(`⚠</span><span[^>]*id="w-${received}">此处未通过校验<`))
    await write(visitor, received, '0')
    expect(await pageOf(visitor)).not.toContain('aria-invalid')
  }),
)

test(
  'a figure that a colleague wrote meanwhile is not written over before it was seen',
  inHouse(async house => {
    const [first, second] = [await house.entered('李'), await house.entered('周')]
    const old = await pageOf(second)
    await write(first, handled, '3')
    const answer = await write(second, handled, '8', old)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('role="alert"')
    expect(fieldsOf(page, handled)).toMatchObject({ text: '8', shown: '[3,null]' })
    expect((await figures(house)).map(({ now }) => now)).toEqual(['[3,null,"typed"]'])
    await write(second, handled, '8', page)
    expect((await figures(house)).at(-1)).toMatchObject({ old: '[3,null,"typed"]', now: '[8,null,"typed"]' })
  }),
)

test(
  'a cell whose gate a colleague closed in the chat meanwhile is shown again before it opens',
  inHouse(async house => {
    const [first, second] = [await house.entered('李'), await house.entered('周')]
    const old = await pageOf(second)
    await first.tap('')
    await first.say('没有')
    const answer = await write(second, handled, '8', old)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(fieldsOf(page, handled)).toMatchObject({ text: '8', shown: '[0,null]' })
    expect((await figures(house)).map(({ cell }) => cell)).toEqual(['disclosure.?'])
    await write(second, handled, '8', page)
    expect((await figures(house)).slice(1).map(({ cell }) => cell)).toEqual(
      expect.arrayContaining(['disclosure.?', handled]),
    )
  }),
)

test.each(['不少', '', '-3', '1.5'])('%o is told beside its cell, and what was typed stays', async text => {
  await inHouse(async house => {
    const visitor = await house.entered()
    const before = await counts(house)
    const answer = await write(visitor, handled, text)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(new RegExp(`id="e-${handled}"[^>]*>[^<]{4,}<`))
    expect(fieldsOf(page, handled).text).toBe(text)
    expect(await counts(house)).toEqual(before)
  })()
})

test.each([total, 'no.such.cell', 'disclosure.?', '__proto__'])('nothing is written into %s', async cell => {
  await inHouse(async house => {
    const visitor = await house.entered()
    const before = await counts(house)
    const answer = await visitor.form('/chat/table', { id: 'one', cell, text: '5', shown: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('该格无需填写')
    expect(await counts(house)).toEqual(before)
  })()
})

test(
  'what was posted twice counts once',
  inHouse(async house => {
    const visitor = await house.entered()
    const page = await pageOf(visitor)
    await write(visitor, handled, '3', page)
    const before = await counts(house)
    expect((await write(visitor, handled, '3', page)).status).toBe(303)
    expect(await counts(house)).toEqual(before)
  }),
)

test(
  'a page that is open asks for the tables again only when another version stands',
  inHouse(async house => {
    const visitor = await house.entered()
    const colleague = await house.entered('周')
    const state = /data-state="([^"]+)"/.exec(await pageOf(visitor))?.[1]
    const ask = () => visitor.request(`/chat/table?state=${state}`, { headers: { 'hx-request': 'true' } })
    expect((await ask()).status).toBe(204)
    await write(colleague, handled, '3')
    expect(fieldsOf(await (await ask()).text(), handled).text).toBe('3')
  }),
)

let blocks = 0
const toSheet = async (visitor: Browser, path: string, fields: Record<string, string>): Promise<Response> => {
  blocks += 1
  return visitor.request(`/chat/table/${path}`, {
    method: 'POST',
    headers: { 'hx-request': 'true' },
    body: new URLSearchParams({ id: `sheet-${blocks}`, ...fields }),
  })
}
const block = async (visitor: Browser, cell: string, text: string, page?: string): Promise<string> => {
  const version = /data-version="(\d+)"/.exec(page ?? (await pageOf(visitor)))?.[1] ?? ''
  return told(await toSheet(visitor, 'block', { cell, text, version }))
}
/** The sentence that refuses, and whether it stands beside its cell. */
const told = async (answer: Response): Promise<string> => {
  expect(answer.status).toBe(200)
  return /class="told"[^>]*role="alert">([^<]*)</.exec(await answer.text())?.[1] ?? ''
}
const standing = async (house: House) =>
  Object.fromEntries(
    (await house.sql.all(`SELECT key, value FROM cell WHERE key NOT LIKE '%?'`)).map(({ key, value }) => [
      key,
      value,
    ]),
  )

describe('a block of cells from a spreadsheet', () => {
  test(
    'is taken from the cell where it was pasted on, blanks leave what stands, and one step back takes all of it back',
    inHouse(async house => {
      const visitor = await house.entered()
      await write(visitor, 'requests.received.research', '4')
      const messages = (await visitor.screen()).length
      expect(await block(visitor, received, '5\t2\t\t0\t0\t0\t11\r\n1\t\t0\r\n')).toBe('')
      const stood = await standing(house)
      expect(stood).toEqual({
        'requests.received.research': '4',
        'requests.received.natural': '5',
        'requests.received.business': '2',
        'requests.received.welfare': '0',
        'requests.received.legal': '0',
        'requests.received.other': '0',
        'requests.carried-in.natural': '1',
        'requests.carried-in.research': '0',
      })
      // One row of the chat tells of all of it, and the question stands.
      expect(await visitor.screen()).toHaveLength(messages + 1)
      expect(await told(await toSheet(visitor, 'undo', { cell: handled }))).toContain('未撤销')
      expect(await standing(house)).toEqual(stood)
      expect(await told(await toSheet(visitor, 'undo', { cell: received }))).toBe('')
      expect(await standing(house)).toEqual({ 'requests.received.research': '4' })
    }),
  )

  test.each([
    ['5\t若干\n6', ['第 1 行第 2 列“若干”', '新收申请']],
    ['1\t2\t3\t4\t5\t6\t20', ['粘贴的是 20', '各项之和为 21']],
    ['1\t2\t3\t4\t5\t6\t21\t8', ['第 1 行第 8 列“8”超出表格']],
    ['\t\n\t', ['没有可填入的数据']],
    ['1\t'.repeat(1_200), ['内容过多']],
    [['', 'a\tb\tc\td\te\tf'].join('\n'), ['“a”', '“e”', '另有 1 处']],
  ])('%j is refused whole, and what does not fit is named', async (text, parts) => {
    await inHouse(async house => {
      const visitor = await house.entered()
      const sentence = await block(visitor, received, text)
      for (const part of ['未粘贴', ...parts]) expect(sentence).toContain(part)
      expect(await standing(house)).toEqual({})
      expect(await figures(house)).toEqual([])
    })()
  })

  test(
    'from a table that is not the present one any more is refused',
    inHouse(async house => {
      const [first, second] = [await house.entered('李'), await house.entered('周')]
      const old = await pageOf(second)
      await write(first, received, '3')
      expect(await block(second, received, '5\t2', old)).toContain('已有更新')
      expect(await standing(house)).toEqual({ [received]: '3' })
      expect(await block(second, received, '5\t2')).toBe('')
    }),
  )

  test(
    'goes past the rows between two bands of a table, and into no total',
    inHouse(async house => {
      const visitor = await house.entered()
      expect(await block(visitor, handled, '12\n3')).toBe('')
      expect(await standing(house)).toMatchObject({ [handled]: '12' })
      expect(Object.values(await standing(house))).toEqual(['12', '3'])
      expect(await block(visitor, total, '12')).not.toBe('')
    }),
  )
})

describe('a cell or a text that is pointed at', () => {
  test(
    'is the question, is marked on the sheet, and the next one takes its place among the messages',
    inHouse(async house => {
      const visitor = await house.entered()
      const messages = (await visitor.screen()).length
      for (const cell of [received, handled, 'overview']) {
        expect((await toSheet(visitor, 'question', { cell })).status).toBe(204)
        expect((await visitor.asked()).cells).toEqual([cell])
        expect(await pageOf(visitor)).toMatch(new RegExp(`id="c-${cell}"[^>]*aria-current="true"`))
      }
      expect(await pageOf(visitor)).not.toMatch(new RegExp(`id="c-${received}"[^>]*aria-current="true"`))
      expect(await visitor.screen()).toHaveLength(messages + 1)
      // An answer in the chat is one to it.
      await toSheet(visitor, 'question', { cell: handled })
      await visitor.say('12')
      expect(await standing(house)).toEqual({ [handled]: '12' })
    }),
  )

  test(
    'is not one where nothing is to be entered',
    inHouse(async house => {
      const visitor = await house.entered()
      const before = await counts(house)
      for (const cell of [total, 'no.such.cell', '__proto__']) await toSheet(visitor, 'question', { cell })
      expect(await counts(house)).toEqual(before)
    }),
  )
})

test(
  'a text is written on the sheet as a whole, and what a colleague wrote meanwhile is not written over',
  inHouse(async house => {
    const [first, second] = [await house.entered('李'), await house.entered('周')]
    const old = await pageOf(second)
    await write(first, 'overview', '第一段。\r\n第二段。')
    expect(await pageOf(first)).toMatch(/id="c-overview"[^>]*>第一段。\n第二段。</)
    const answer = await write(second, 'overview', '另一段。', old)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/id="c-overview"[^>]*>另一段。<\/textarea>\s*<p class="told"/)
    await write(first, 'overview', '', await pageOf(first))
    expect(await pageOf(first)).toMatch(/id="c-overview"[^>]*><\/textarea>/)
  }),
)

describe('it is refused', () => {
  test(
    'to a stranger, who writes nothing either',
    inHouse(async house => {
      const stranger = house.browser()
      expect((await stranger.request('/chat/table')).status).toBe(401)
      expect(
        (await stranger.form('/chat/table', { id: 'a', cell: handled, text: '1', shown: '' })).status,
      ).toBe(401)
      expect(await house.count('audit')).toBe(0)
    }),
  )

  test(
    'to the pages of other sites',
    inHouse(async house => {
      const visitor = await house.entered()
      const answer = await visitor.request('/chat/table', {
        method: 'POST',
        headers: { origin: 'http://elsewhere.test' },
        body: new URLSearchParams({ ...fieldsOf(await pageOf(visitor), handled), text: '1' }),
      })
      expect(answer.status).toBe(403)
      expect(await figures(house)).toEqual([])
    }),
  )

  test(
    'when a field is missing',
    inHouse(async house => {
      const visitor = await house.entered()
      expect((await visitor.form('/chat/table', { cell: handled, text: '1' })).status).toBe(400)
    }),
  )
})
