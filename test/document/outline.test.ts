// The outline says what prints, in order; it computes totals and leaves open what is open.

import { describe, expect, test } from 'vitest'
import { docxOf } from '../../src/document/docx.ts'
import { cellsInGrid } from '../../src/document/grid.ts'
import { htmlOf } from '../../src/document/html.ts'
import { type OutlineTable, outlineOf } from '../../src/document/outline.ts'
import { textOf } from '../../src/document/text.ts'
import type { Filing } from '../../src/engine/filing.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { filingOf, part } from './material.ts'

const outline = (filing: Filing, title?: string) =>
  outlineOf({ form: catalog.formOf(filing.form), filing, unitName: '测试镇', title })
const figuresIn = (filing: Filing, section: string) =>
  outline(filing)
    .blocks.filter((block): block is OutlineTable => block.type === 'table' && block.section === section)
    .flatMap(table => table.rows.flat())
    .filter(cell => cell.role === 'figure')
const figure = (filing: Filing, row: string, column: string) =>
  figuresIn(filing, 'disclosure').find(cell => cell.labels.at(-1) === row && cell.column === column)

describe('the order of the document', () => {
  test('an empty filing prints the six headings and three tables, and every figure is open', () => {
    const { title, blocks } = outline(filingOf('disclosure-2021', {}))
    expect(title).toBe('测试镇2025年政府信息公开工作年度报告')
    expect(blocks.map(block => block.type)).toEqual([
      ...['heading', 'heading', 'table', 'heading', 'table', 'heading', 'table', 'heading', 'heading'],
    ])
    const figures = figuresIn(filingOf('disclosure-2021', {}), 'requests')
    expect(new Set(figures.map(({ state, text }) => `${state}:${text}`))).toEqual(new Set(['open:']))
  })

  test('a title of the unit’s own replaces the form’s', () =>
    expect(outline(filingOf('disclosure-2021', {}), '自己的标题').title).toBe('自己的标题'))

  test('a preamble left out on purpose prints nothing, a section left out keeps its heading', () => {
    const { blocks } = outline(filingOf('disclosure-2021', {}, { preamble: '', overview: '' }))
    expect(blocks[0]).toMatchObject({ type: 'heading' })
    expect(blocks[1]).toMatchObject({ type: 'heading' })
  })
})

describe('paragraphs', () => {
  const paragraphs = (body: string) =>
    outline(filingOf('disclosure-2021', {}, { preamble: body })).blocks.flatMap(block =>
      block.type === 'paragraph' ? [[block.level, block.lead, block.text]] : [],
    )

  test('a text is split at its line ends; indents typed by hand and empty lines do not print', () =>
    expect(paragraphs('　　甲。\r\n\n  乙\t丙。 ')).toEqual([
      [0, '', '甲。'],
      [0, '', '乙 丙。'],
    ]))

  test('only the first sentence of a second-level head is set as a head', () =>
    expect(paragraphs('（一）加强领导。做了一些事。\n（二）改进措施\n1.一件事。')).toEqual([
      [2, '（一）加强领导。', '做了一些事。'],
      [2, '（二）改进措施', ''],
      [0, '', '1.一件事。'],
    ]))

  test('a numbered paragraph without a short first sentence is plain text', () =>
    expect(paragraphs(`（一）${'长'.repeat(60)}。`)).toEqual([[0, '', `（一）${'长'.repeat(60)}。`]]))

  test('characters that XML cannot carry are left out', () =>
    expect(paragraphs('甲\u0000乙\ud800丙\uffff')).toEqual([[0, '', '甲乙丙']]))
})

describe('figures', () => {
  test('a figure prints with its note, money as written, and a blank prints nothing', () => {
    const filing = filingOf('disclosure-2021', {
      'disclosure.regulations.made': { value: 22, note: '（其中修订16件）' },
      'disclosure.regulations.repealed': null,
      'disclosure.fees.collected': { fen: 59_237_244_900, unit: 'wan-yuan' },
    })
    expect(figure(filing, '规章', '本年制发件数')).toMatchObject({
      text: '22（其中修订16件）',
      state: 'figure',
    })
    expect(figure(filing, '规章', '本年废止件数')).toMatchObject({ text: '', state: 'blank' })
    expect(figure(filing, '规章', '现行有效件数')).toMatchObject({ text: '', state: 'open' })
    expect(figure(filing, '行政事业性收费', '本年收费金额（单位：万元）')).toMatchObject({
      text: '59237.2449',
    })
  })

  test('a bare number in a cell of money prints as it stood in the file', () =>
    expect(
      figure(
        filingOf('disclosure-2019', { 'disclosure.procurement.amount': 116 }),
        '政府集中采购',
        '采购总金额',
      ),
    ).toMatchObject({ text: '116' }))

  test('a stated total is not printed: totals are computed, and open while a part is', () => {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map(key => [`disputes.review.${key}`, 2])
    const wrong = { 'disputes.review.total': 9 }
    const total = (figures: Record<string, number>) =>
      figuresIn(filingOf('disclosure-2021', figures), 'disputes').find(cell => cell.column === '总计')?.text
    expect(total({ ...Object.fromEntries(parts), ...wrong })).toBe('8')
    expect(total({ ...Object.fromEntries(parts.slice(1)), ...wrong })).toBe('')
  })
})

describe.each([...catalog.forms.values()].map(form => form.id))('the grid of %s', id => {
  test('is filled by its cells, spans counted', () => {
    for (const block of outline(filingOf(id, {})).blocks) {
      if (block.type === 'table') expect(() => cellsInGrid(block)).not.toThrow()
    }
  })
})

describe('settings of the unit', () => {
  const contact = '地址：测试路1号，电话：000-0000'
  const printed = (preamble: string, unitName = '测试镇') => {
    const filing = filingOf('disclosure-2021', {}, { preamble })
    return outlineOf({ form: catalog.formOf(filing.form), filing, unitName, contact, closesOn: '2027-01-05' })
  }
  const lines = (preamble: string) => textOf(printed(preamble)).trimEnd().split('\n')

  test('the contact ends the opening, unless it says so itself or is left out', () => {
    const sentence = `如对本报告有疑问，请与测试镇联系（${contact}）。`
    expect(lines('现公布如下。').slice(2, 4)).toEqual(['现公布如下。', sentence])
    expect(lines('').join()).not.toContain(contact)
    expect(lines(`来函请寄（${contact}）。`).join().split(contact)).toHaveLength(2)
  })

  test('the document closes with the unit and the day, as official papers have it', async () => {
    expect(lines('现公布如下。').slice(-2)).toEqual(['测试镇', '2027年1月5日'])
    expect(htmlOf(printed(''))).toContain('<p class="closing">测试镇<br>2027年1月5日</p>')
    const indents = async (unitName: string) =>
      [
        ...part(await docxOf(printed('', unitName)), 'word/document.xml').matchAll(
          /<w:ind w:right="(\d+)"\/><w:jc w:val="right"/g,
        ),
      ].map(([, twips]) => Number(twips) / 320)
    // A short name begins two characters left of the day, which keeps two from the right; a long one keeps the two.
    const [short = 0, day = 0] = await indents('测试镇')
    expect(day).toBe(2)
    expect(short).toBeGreaterThan(6)
    const [long = 0, moved = 0] = await indents('某某市某某区测试街道办事处综合管理')
    expect(long).toBeCloseTo(2, 1)
    expect(moved).toBeGreaterThan(6)
  })
})
