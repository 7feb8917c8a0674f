// A file that is sent: a document that fills this year’s report or stands as last year’s, and files that are none.

import { describe, expect, test } from 'vitest'
import type { DocumentRead } from '../../../src/app/conversation/sent-file.ts'
import { largestFile } from '../../../src/app/message.ts'
import type { Draft } from '../../../src/engine/draft.ts'
import { cellKey, textKey } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { seeding } from '../../seeding.ts'
import { openDesk } from '../desk.ts'

const form = disclosure2019
const year = form.years.from + 1
const projects = cellKey('disclosure.procurement.projects')

/** A report with 0 everywhere but in one cell. */
const draftOf = (parts: Partial<Draft> = {}, value = 53): Draft => ({
  form: form.id,
  unit: '柳荫街道',
  year,
  figures: indexOf(form).entered.map(({ key }) => [key, key === projects ? value : 0, null]),
  texts: [[textKey('overview'), '加强领导。']],
  unread: [
    { place: projects, said: '约三百件', why: 'vague' },
    { place: null, said: '附表', why: 'unknown-table' },
  ],
  ...parts,
})

const bytes = new Uint8Array([1, 2, 3])

/** Somebody seated, and a reader that finds this in whatever is sent. */
const seated = async (found: DocumentRead) => {
  let reads = 0
  const desk = await openDesk({
    readDocument: () => {
      reads += 1
      return found
    },
  })
  const ann = desk.person('Ann')
  await ann.command('start', await desk.invite())
  const send = async (name = '年报.docx', size: number | null = 3, read = async () => bytes) => {
    await ann.send({ type: 'file', name, size, read }, '90')
    return (await ann.mail()).flatMap(({ lines }) => lines.map(line => line.text)).join('\n')
  }
  return { desk, ann, send, reads: () => reads }
}

describe('a document', () => {
  test('of this year fills the report, and only what is missing is asked', async () => {
    const { ann, send } = await seated({ ok: true, draft: draftOf() })
    const said = await send()
    expect(said).toContain(`已读取数据 ${indexOf(form).entered.length} 项、文字 1 段。`)
    expect(said).toContain('2 处未能识别：\n政府集中采购 · 采购项目数量：“约三百件”\n“附表”')
    expect(said).toContain('还有 3 项未填，请继续填写。')
    const { filing, previous } = await ann.seat()
    expect(filing.entries.get(projects)?.value).toBe(53)
    expect(previous).toBeNull()
  })

  test('that differs from what was given shows both and a way to the cell', async () => {
    const found = { ok: true, draft: draftOf() }
    const { ann, send } = await seated(found as DocumentRead)
    await send()
    found.draft = draftOf({}, 35)
    const said = await send()
    expect(said).toContain('1 项数据与已填的不一致，未修改：\n政府集中采购 · 采购项目数量：文稿 35，已填 53')
    expect((await ann.seat()).filing.entries.get(projects)?.value).toBe(53)
    await ann.tap('采购项目数量')
    expect((await ann.seat()).focus.question).toEqual({ type: 'cell', cell: projects })
  })

  test('of last year is kept beside this year’s, and shown with the question', async () => {
    const { ann, send } = await seated({ ok: true, draft: draftOf({ year: year - 1 }) })
    expect(await send()).toContain(`已收到${year - 1}年年报：数据 `)
    const { filing, previous } = await ann.seat()
    expect(filing.entries.size + filing.texts.size).toBe(0)
    expect(previous?.entries.get(projects)?.value).toBe(53)
    await ann.text('政府集中采购 采购项目数量')
    expect(ann.card()?.choices.map(({ label }) => label)).toContain(`沿用${year - 1}年：53`)
    await ann.tap(`沿用${year - 1}年`)
    expect((await ann.seat()).filing.entries.get(projects)).toMatchObject({ value: 53, source: 'carried' })
  })

  test('of last year that is sent again replaces the one before', async () => {
    const { ann, send } = await seated({ ok: true, draft: draftOf({ year: year - 1 }) })
    await send()
    expect(await send()).toContain('已更新为本次发送的文稿')
    expect((await ann.seat()).previous?.entries.get(projects)?.value).toBe(53)
  })

  test('of last year never replaces what was filled in here', async () => {
    const { desk, ann, send } = await seated({ ok: true, draft: draftOf({ year: year - 1 }) })
    const { filing } = await ann.seat()
    const entry = { value: 7, note: null, source: 'typed', by: 'bob' as never, at: 1, message: null } as const
    const here = { ...filing, id: 'here' as never, year: year - 1, entries: new Map([[projects, entry]]) }
    await seeding(desk.store).openFiling(here)
    expect(await send()).toContain(`${year - 1}年年报已在本系统填报`)
    expect((await ann.seat()).previous?.entries.get(projects)?.value).toBe(7)
  })

  test('of another unit is asked about, even when it is of last year', async () => {
    const { ann, send } = await seated({ ok: true, draft: draftOf({ unit: '青石街道', year: year - 1 }) })
    const said = await send()
    expect(said).toContain('文稿的单位为“青石街道”，填报单位为“柳荫街道”。')
    expect(said).toContain(`文稿为 ${year - 1} 年度，本次填报 ${year} 年度。`)
    expect((await ann.seat()).previous).toBeNull()
    expect(
      ann
        .card()
        ?.choices.map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['仍然读入', '不读入'])
    await ann.tap('仍然读入')
    expect((await ann.seat()).filing.entries.get(projects)?.value).toBe(53)
  })
})

describe('a file', () => {
  test.each([
    ['an old Word file', '年报.doc', 3, '请另存为 .docx 后重新发送'],
    ['a WPS file', '年报.WPS', 3, '请另存为 .docx 后重新发送'],
    ['a picture', '台账.png', 3, '图片中的数据不能识别'],
    ['a PDF', '年报.PDF', 3, 'PDF、OFD 文件不能准确识别表格'],
    ['slides', '年报.pptx', 3, '文件仅支持 Word 文档'],
    ['a table', '台账.xlsx', 3, '选中表格（含表头和行名）复制，再粘贴发送'],
    ['a file without a name', '', 3, '文件仅支持 Word 文档'],
    ['one that is too large', '年报.docx', largestFile + 1, '超过 5 MB'],
  ])('%s is never fetched, and said in one sentence before the question', async (_, name, size, sentence) => {
    const { ann, send, reads } = await seated({ ok: true, draft: draftOf() })
    const said = await send(name, size, async () => {
      throw new Error('fetched')
    })
    expect(said).toContain(sentence)
    expect(reads()).toBe(0)
    expect(ann.card()?.choices.length).toBeGreaterThan(0)
  })

  test('that turns out too large, or cannot be fetched, is not read', async () => {
    const { send, reads } = await seated({ ok: true, draft: draftOf() })
    expect(await send('a.docx', null, async () => new Uint8Array(largestFile + 1))).toContain('超过 5 MB')
    const failing = async () => Promise.reject(new Error('https://secret'))
    const said = await send('a.docx', 3, failing)
    expect(said).toContain('文件接收失败，可能是网络不畅，请重新发送。')
    expect(said).not.toContain('secret')
    expect(reads()).toBe(0)
  })

  test.each(['encrypted', 'damaged', 'too-large', 'no-tables', 'pictures', 'several-reports'] as const)(
    'that is %s changes nothing',
    async why => {
      const { desk, ann, send } = await seated({ ok: false, why })
      const said = await send()
      expect(said.split('\n')[0]).toBe(desk.words.say(`draft.${why}`))
      const { filing } = await ann.seat()
      expect(filing.entries.size + filing.texts.size).toBe(0)
    },
  )

  test('of a stranger is never fetched', async () => {
    const desk = await openDesk()
    const stranger = desk.person('Eve')
    let fetched = false
    const read = async () => {
      fetched = true
      return bytes
    }
    await stranger.send({ type: 'file', name: 'a.docx', size: 3, read })
    expect(fetched).toBe(false)
    expect((await stranger.mail())[0]?.lines[0]?.text).toContain('尚未关联单位')
  })

  test('is fetched once, however often the race is lost', async () => {
    let fetched = 0
    let races = 3
    const desk = await openDesk({
      readDocument: () => ({ ok: true, draft: draftOf() }),
      store: store => ({
        ...store,
        commit: async commit => {
          if (commit.filings.length === 0 || races === 0) return store.commit(commit)
          races -= 1
          return 'lost'
        },
      }),
    })
    const ann = desk.person('Ann')
    await ann.command('start', await desk.invite())
    races = 3
    const read = async () => {
      fetched += 1
      return bytes
    }
    await ann.send({ type: 'file', name: 'a.docx', size: 3, read })
    expect(fetched).toBe(1)
    expect((await ann.seat()).filing.entries.get(projects)?.value).toBe(53)
  })
})
