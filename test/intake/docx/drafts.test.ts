// Word drafts in other words than the form's: headings, text behind them, what paper carries beside a report, and the
// account in which every line and cell ends exactly once.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CellKey, type Form, formId } from '../../../src/engine/form.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { draftFiling } from '../../../src/intake/draft-filing.ts'
import { asideIn } from '../../../src/reading/printed-aside.ts'
import { faultFile, needsFaults } from '../../needs.ts'
import { docxIn, type Layout, type MadeCell, unit, words } from './made-report.ts'
import { readAtOnce } from './read-at-once.ts'
import { p, run } from './word.ts'

const form = catalog.formOf(formId('disclosure-2021'))
const natural = 'requests.granted.natural' as CellKey

const read = async (layout: Layout, of: Form = form) => {
  const result = await readAtOnce(docxIn(of, layout), catalog)
  if (!result.ok) throw new Error(result.why)
  const { draft, parts } = result
  return { ...draft, parts, texts: Object.fromEntries(draft.texts), headings: result.layout.headings }
}
const instead = (other: Readonly<Record<string, string>>) => ({
  heading: (text: string) => p(other[text.charAt(0)] ?? text),
})

describe('a heading in other words', () => {
  test.each([
    ['一、概述', 'overview'],
    ['一、基本情况', 'overview'],
    ['第一部分 总体情况', 'overview'],
    ['第一部分：概述', 'overview'],
    ['一、政府信息公开工作开展情况', 'overview'],
    ['一、2025年工作推进情况', 'overview'],
    ['五、存在的问题和不足', 'problems'],
    ['五、存在的问题及下一步工作打算', 'problems'],
    ['第五部分 存在的主要问题及改进措施', 'problems'],
    ['五、困难与对策', 'problems'],
    ['六、其他', 'other'],
    ['六、需要说明的其他事项', 'other'],
    ['第六章 其它事项', 'other'],
    ['六、附则说明', 'other'],
  ])('%s heads its own section', async (heading, key) => {
    const draft = await read(instead({ [heading.replace(/^第(.).*/u, '$1').charAt(0)]: heading }))
    expect(draft.texts).toEqual(words)
    expect(draft.headings?.find(each => each.key === key)?.printed).toBe(heading)
    expect(draft.unread).toEqual([])
  })

  test('a head inside a text is not a section', async () => {
    const draft = await read({ text: body => p(body) + p('（六）其他需要报告的事项') + p('没有其他内容。') })
    expect(draft.texts.overview).toBe(`${words.overview}\n（六）其他需要报告的事项\n没有其他内容。`)
    expect(draft.headings).toHaveLength(6)
  })
})

describe('text behind a heading on its line', () => {
  const mark = (behind: string) => ({
    heading: (text: string) => p(text.startsWith('一') ? `${text}${behind}` : text),
  })
  test.each([
    ['：全年平稳。', '全年平稳。'],
    ['。全年平稳。', '全年平稳。'],
    [':  全年平稳。', '全年平稳。'],
    ['  2025年，共公开信息12条。', '2025年，共公开信息12条。'],
    ['\u3000本年度未收到申请，也无其他事项。', '本年度未收到申请，也无其他事项。'],
    ['2025年，我街道公开信息12条。', '2025年，我街道公开信息12条。'],
    ['——全年平稳。', '全年平稳。'],
    ['（一）主动公开。公开信息12条，更新栏目。', '（一）主动公开。公开信息12条，更新栏目。'],
    ['：（一）主动公开。公开信息12条。', '（一）主动公开。公开信息12条。'],
    [`：${'公开信息，'.repeat(40)}更新栏目。`, `${'公开信息，'.repeat(40)}更新栏目。`],
  ])('%s', async (behind, text) => {
    const draft = await read(mark(behind))
    expect(draft.texts.overview).toBe(`${text}\n${words.overview}`)
    expect(draft.headings?.[0]).toEqual({ key: 'overview', printed: '一、总体情况' })
    expect(draft.unread).toEqual([])
  })

  test('无 behind the last heading is its text', async () => {
    const draft = await read({
      heading: text => p(text.startsWith('六') ? `${text}：无` : text),
      text: body => (body === words.other ? '' : p(body)),
    })
    expect(draft.texts.other).toBe('无')
  })
})

describe('what paper carries beside a report is passed over', () => {
  test.each([
    ['（续表）', 'continued'],
    ['续表二', 'continued'],
    ['表三（续）', 'continued'],
    ['附件2', 'attachment'],
    ['附件：', 'attachment'],
    ['（送审稿）', 'draft-mark'],
    ['征求意见稿', 'draft-mark'],
    ['单位：件', 'measure'],
    ['（单位：件、万元）', 'measure'],
    ['目  录', 'contents'],
    ['— 3 —', 'page'],
    ['第 3 页 共 12 页', 'page'],
    ['具体数据如下表：', 'see-table'],
    ['2026年1月9日', 'date'],
    ['二〇二六年一月九日', 'date'],
    ['青政办〔2026〕3号', 'number'],
    ['索引号：0123/2026', 'origin'],
    ['发布机构：青石街道办事处', 'origin'],
    ['信息来源：区政府办公室　发布时间：2026-01-09 16:22　浏览次数：130', 'origin'],
    ['主题分类：', 'origin'],
    ['公开方式：主动公开', 'origin'],
    ['【责任编辑：王芳】', 'origin'],
  ])('%s', (line, kind) => expect(asideIn(line)).toBe(kind))

  test.each([
    '续写新篇章。',
    '附件已公开。',
    '单位：青石街道',
    '注：数据截至年底。',
    '3',
    '公开信息35条',
    '无',
    '送审稿已报区政府。',
    '2026年1月9日起施行。',
    '（一）主动公开',
    '公开年报如下：本报告由青石街道办事处编制。',
    '信息公开工作：2025年本局主动公开政府信息312条',
    '主题教育：我局开展专题学习',
    '公开方式：通过门户网站公开政府信息312条',
    '发布信息：全年312条',
    '来源：群众来信53件，网上留言20件。',
    '编辑《公报》4期：每季一期',
  ])('%s is not', line => expect(asideIn(line)).toBeNull())

  test('above, between and below the tables, and in them', async () => {
    const wide = (text: string): MadeCell => ({ text, columns: 10, down: null, key: null })
    const draft = await read({
      before: ['附件2', '目录', '一、总体情况', '五、存在的主要问题及改进情况'].map(line => p(line)).join(''),
      table: (rows, { key }) =>
        `${p('单位：件')}${p(`表二 ${key === 'disclosure' ? '主动公开政府信息情况' : '收到和处理政府信息公开申请情况'}`)}` +
        `<w:tbl>${rows.join('')}</w:tbl>${p('（续表）')}${p('- 2 -')}`,
      rows: (rows, { key }) => (key === 'requests' ? [[wide('单位：件')], ...rows] : rows),
      text: body => p(body) + (body === words.other ? p(unit) + p('2026年1月9日') : ''),
    })
    expect(draft.unread).toEqual([])
    expect(draft.texts).toEqual(words)
    const passed = draft.parts.flatMap(({ said, fate }) =>
      fate.type === 'passed' && said !== '' && fate.as !== 'merged' ? [fate.as] : [],
    )
    expect(new Set(passed)).toEqual(
      new Set(['attachment', 'contents', 'measure', 'caption', 'continued', 'page', 'date', 'signature']),
    )
  })

  test('prose that opens with a word of a paper’s origin stays the opening text', async () => {
    const opening = '公开年报如下：本报告由青石街道办事处按照《条例》编制。'
    const draft = await read({ before: p(opening) })
    expect(draft.texts.preamble?.split('\n')[0]).toBe(opening)
  })

  test('words in a table that nobody knows are told', async () => {
    const wide = (text: string): MadeCell => ({ text, columns: 10, down: null, key: null })
    const draft = await read({
      rows: (rows, { key }) => (key === 'requests' ? [...rows, [wide('填表人：王芳')]] : rows),
    })
    expect(draft.unread).toEqual([{ place: null, said: '填表人：王芳', why: 'stray-cell' }])
  })
})

describe('words that do not count', () => {
  const struck = (text: string, style: string) => `${run('9', style)}${run(text)}`
  test.each([
    ['struck through', '<w:strike/>'],
    ['struck through twice', '<w:dstrike/>'],
    ['hidden', '<w:vanish/>'],
  ])('%s', async (_, style) => {
    const plain = await read({})
    const draft = await read({
      cell: (cell, made) => (cell.key === null ? made() : made(p(struck(cell.text, style)))),
      text: body => p(`${run('旧文。', style)}${run(body)}`) + p(run('全段删去。', style)),
    })
    expect(draft.figures).toEqual(plain.figures)
    expect(draft.texts).toEqual(words)
    expect(draft.parts).toContainEqual({ said: '全段删去。', fate: { type: 'passed', as: 'struck' } })
  })

  test('a line that is switched off is no strike', async () => {
    const draft = await read({
      cell: (cell, made) => made(p(run(cell.text, '<w:strike w:val="0"/><w:vanish w:val="false"/>'))),
    })
    expect(draft.figures).toEqual((await read({})).figures)
  })

  test('a cell that a tracked change deleted moves the others to its place', async () => {
    const gone = '<w:tc><w:tcPr><w:cellDel w:id="9"/></w:tcPr><w:p><w:r><w:t>88</w:t></w:r></w:p></w:tc>'
    const draft = await read({ cell: ({ key }, made) => `${key === natural ? gone : ''}${made()}` })
    expect(draft.figures).toEqual((await read({})).figures)
    expect(draft.unread).toEqual([])
  })
})

describe('labels with what explains them', () => {
  test.each([
    ['规章', '规章（设区的市、自治州人民政府应提供相关数据）'],
    ['行政许可', '行政许可（指本年办件量，含不予许可）'],
    ['（一）予以公开', '（一）予以公开（含全部公开的）'],
    ['行政处罚', `行政处罚(${'含简易程序、'.repeat(20)}一般程序)`],
    ['自然人', '自然人（公民个人）'],
    ['商业企业', '商业企业(含个体工商户)'],
    ['本年废止件数', '本年废止件数（含宣布失效）'],
    ['1.属于国家秘密', '1.属于国家秘密（第十四条）'],
    ['四、结转下年度继续办理', '四、结转下年度继续办理（截至12月31日未办结的）'],
    ['2.重复申请', '2.重复申请（第三十六条第六项'],
  ])('%s is read from %s', async (label, printed) => {
    const draft = await read({
      rows: rows =>
        rows.map(row => row.map(cell => (cell.text === label ? { ...cell, text: printed } : cell))),
    })
    expect(draft.figures).toEqual((await read({})).figures)
    expect(draft.unread).toEqual([])
  })
})

describe('the title', () => {
  test.each([
    ['关于青石街道{year}年度政府信息公开情况的报告', '青石街道'],
    ['关于青石街道办事处{year}年政府信息公开工作年度报告', '青石街道办事处'],
    ['《青石街道{year}年政府信息公开工作年度报告》', '青石街道'],
    ['《关于青石街道{year}年政府信息公开工作的报告》', '青石街道'],
    ['{year}年度政府信息公开工作年度报告', ''],
  ])('%s', async (title, named) => expect((await read({ title })).unit).toBe(named))
})

describe('each given draft', needsFaults, () => {
  const fault = async (name: string) => {
    const result = await readAtOnce(readFileSync(faultFile(name)), catalog)
    if (!result.ok) throw new Error(result.why)
    const { draft, layout } = result
    const own = catalog.formOf(draft.form)
    return { ...draft, layout, filing: draftFiling(draft, own, draft.year ?? 0) }
  }
  test.each(['head-old', 'head-part', 'hubei19', 'inline-section1', 'split3cont', 'strike', 'title-guanyu'])(
    '%s: nothing is left, four texts stand',
    async name => {
      const { unread, texts } = await fault(`${name}.docx`)
      expect(unread).toEqual([])
      expect(texts.map(([key]) => key)).toEqual(['preamble', 'overview', 'problems', 'other'])
    },
  )

  test('a struck figure is not before the one that replaces it', async () => {
    const { filing } = await fault('strike.docx')
    expect(filing.entries.get('requests.received.natural' as CellKey)?.value).toBe(5)
  })

  test('the unit is not called by the words before it', async () => {
    expect((await fault('title-guanyu.docx')).unit).toBe('清水镇')
  })
})
