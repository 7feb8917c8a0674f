// The docx is the official layout and says exactly what the report says.

import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { docxOf } from '../../src/document/docx.ts'
import { outlineOf, titleBreakOf } from '../../src/document/outline.ts'
import { titleLines } from '../../src/document/title-lines.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { needs, reportNames, seedName, seedPrint } from '../needs.ts'
import { caseOutline, cellCounts, filingOf, folded, part, unzip, wordsOf } from './material.ts'

const filing = filingOf(
  'disclosure-2021',
  { 'disclosure.regulations.made': 3 },
  { preamble: '说明“引号”<与>&。', overview: '（一）标题。正文。\n1.一件事。', other: '无。' },
)
const outline = outlineOf({ form: catalog.formOf(filing.form), filing, unitName: '测试镇' })
const docx = await docxOf(outline)
const document = part(docx, 'word/document.xml')
const styles = part(docx, 'word/styles.xml')

describe('the page', () => {
  test('is A4 with the margins of the official layout (37, 35, 28, 26 mm)', () => {
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"'])
      expect(document).toContain(margin)
  })

  test('has its number at the right of odd pages and at the left of even ones, between dashes', () => {
    const footers = [...unzip(docx)]
      .filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
      .map(([, xml]) => xml)
    expect(footers.map(xml => /w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right'])
    for (const xml of footers) {
      expect(
        xml
          .replace(/<w:instrText[^>]*>PAGE<\/w:instrText>/, 'N')
          .replace(/<[^>]+>/g, '')
          .trim(),
      ).toBe('— N —')
      expect(xml).toContain('<w:sz w:val="28"/>')
    }
    expect(part(docx, 'word/settings.xml')).toMatch(/<w:evenAndOddHeaders(\/>| w:val="(true|1)")/)
    expect(document).toMatch(/w:footerReference w:type="even"/)
  })
})

describe('the type', () => {
  test('names East Asian and Latin fonts apart', () => {
    const fonts = /<w:docDefaults>.*?<w:rFonts ([^>]*)\/>/s.exec(styles)?.[1]
    expect(fonts).toContain('w:eastAsia="仿宋_GB2312"')
    expect(fonts).toContain('w:ascii="Times New Roman"')
    expect(fonts).toContain('w:hAnsi="Times New Roman"')
    expect(styles).toContain('w:eastAsia="方正小标宋简体"')
    expect(styles).toContain('w:eastAsia="黑体"')
  })

  test('is 16 pt on lines of exactly 28 pt, each paragraph indented by two characters', () => {
    expect(styles).toMatch(/<w:docDefaults>.*<w:sz w:val="32"\/>/s)
    expect(styles).toMatch(/<w:docDefaults>.*w:line="560" w:lineRule="exact"/s)
    const body = document.split('<w:p>').find(xml => xml.includes('1.一件事。'))
    expect(body).toContain('w:firstLineChars="200"')
    expect(body).toContain('w:firstLine="640"')
  })

  test('sets only the lead sentence of （一） in 楷体', () => {
    const runs = document.split('<w:r>').filter(run => run.includes('楷体_GB2312'))
    expect(runs.map(run => run.replace(/<\/w:r>.*/s, '').replace(/<[^>]+>/g, ''))).toEqual(['（一）标题。'])
  })

  test('has styles of the paper for heads that an office adds: 楷体 for the second level, black and 16 pt', () => {
    const style = (id: string) =>
      styles.split('<w:style ').find(each => each.includes(`w:styleId="${id}"`)) ?? ''
    expect(style('Heading2')).toContain('w:eastAsia="楷体_GB2312"')
    for (const level of [3, 4, 5, 6]) expect(style(`Heading${level}`)).toContain('w:eastAsia="仿宋_GB2312"')
    for (const level of [1, 2, 3, 4, 5, 6]) {
      expect(style(`Heading${level}`)).toContain('<w:sz w:val="32"/>')
      expect(style(`Heading${level}`)).toContain('<w:color w:val="000000"/>')
      expect(style(`Heading${level}`)).toContain('w:firstLineChars="200"')
    }
  })

  test('keeps headings with what follows', () =>
    expect(styles).toMatch(/w:styleId="Heading1".*?<w:keepNext\/>/s))
})

describe('tables', () => {
  const tables = document
    .split('<w:tbl>')
    .slice(1)
    .map(xml => xml.split('</w:tbl>')[0] ?? '')

  test('have a fixed layout and are exactly as wide as the text or a hair less', () => {
    for (const table of tables) {
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
      const width = columns.reduce((sum, column) => sum + column, 0)
      expect(width).toBeLessThanOrEqual(8844)
      expect(width).toBeGreaterThan(8820)
    }
  })

  test('repeat their head rows and never split a row', () => {
    expect(tables.map(table => table.split('<w:tblHeader/>').length - 1)).toEqual([0, 3, 3])
    for (const table of tables)
      expect(table.split('<w:cantSplit/>').length).toBe(table.split('<w:trPr>').length)
  })

  test('merge the heads of 表三 across and down', () => {
    expect(tables[1]).toMatch(/<w:gridSpan w:val="3"\/><w:vMerge w:val="restart"\/>/)
    expect(tables[1]).toMatch(/<w:gridSpan w:val="7"\/>/)
    expect(tables[1]).toMatch(/<w:gridSpan w:val="5"\/>/)
  })

  test('leave 1 to 2 mm between words and borders, and less only for a figure that would break', async () => {
    const margins = (xml: string) =>
      [...xml.matchAll(/<w:tcMar>.*?<w:left w:type="dxa" w:w="(\d+)"\/>/gs)].map(([, twips]) => Number(twips))
    const pads = tables.flatMap(margins)
    expect(pads.length).toBeGreaterThan(200)
    expect(Math.min(...pads)).toBeGreaterThanOrEqual(56)
    expect(Math.max(...pads)).toBeLessThanOrEqual(114)
    const large = filingOf('disclosure-2021', { 'requests.received.natural': 1234567 })
    const wide = part(
      await docxOf(outlineOf({ form: catalog.formOf(large.form), filing: large, unitName: '测试镇' })),
      'word/document.xml',
    )
    const figure = wide.split('<w:tc>').find(xml => xml.includes('1234567')) ?? ''
    expect(margins(figure)[0]).toBeLessThan(30)
  })

  test('break the name of a group of rows behind its number', () =>
    expect(tables[1]).toMatch(/（三）<\/w:t><\/w:r><w:r>.{0,80}<w:br\/><w:t[^>]*>不予公开</s))

  test('centre figures in both directions', () => {
    const cell = tables[0]?.split('<w:tc>').find(xml => /<w:t[^>]*>3<\/w:t>/.test(xml))
    expect(cell).toContain('<w:vAlign w:val="center"/>')
    expect(cell).toContain('<w:jc w:val="center"/>')
  })
})

describe('the bytes', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('are the same for the same report, whatever the clock says', async () => {
    vi.useFakeTimers({ now: Date.UTC(2031, 4, 5), toFake: ['Date'] })
    expect(Buffer.compare(await docxOf(outline), docx)).toBe(0)
  })

  test('carry the date they are given', async () => {
    const dated = await docxOf(outline, undefined, Date.UTC(2026, 0, 20, 3, 4, 6))
    expect(part(dated, 'docProps/core.xml')).toContain('2026-01-20T03:04:06Z')
  })
})

describe('titles', () => {
  const template = '{unit}{year}年度政府信息公开工作年度报告'
  const lines = (title: string) => titleLines(title, 442, 22, titleBreakOf(title, template))

  test('a title that fits with room to spare stands on one line', () => {
    expect(lines('测试镇2025年政府信息公开工作年度')).toEqual(['测试镇2025年政府信息公开工作年度'])
  })

  test('one that would only just fit breaks by its sense, so that no other font leaves a sign alone', () => {
    expect(lines('测试山镇2025年政府信息公开工作年度报告')).toEqual([
      '测试山镇2025年',
      '政府信息公开工作年度报告',
    ])
    expect(lines('某某山街道2020年度政府信息公开工作年度报告')).toEqual([
      '某某山街道2020年度',
      '政府信息公开工作年度报告',
    ])
  })

  test.each([
    ['某某市人民政府办公室2025年度', '政府信息公开工作年度报告'],
    ['2025年某某市人民政府办公厅', '政府信息公开工作年度报告'],
    ['某某县农业农村和水利局2025年', '政府信息公开工作年度报告'],
  ])('a longer one breaks where the form’s words begin: %s', (...two) =>
    expect(lines(two.join(''))).toEqual(two),
  )

  test('a title of other words breaks near its middle, never behind a bare number', () => {
    const two = lines('某某开发区管理委员会关于2025年工作情况的公开说明与补充材料')
    expect(two).toHaveLength(2)
    expect(two[0]).not.toMatch(/\d$/)
  })

  test('a title of any length has even lines of whole words', () => {
    const unit = '某某自治区某某地区某某经济技术开发区管理委员会市场监督和知识产权管理局'
    const three = lines(`${unit}2025年度政府信息公开工作年度报告`)
    expect(three.join('')).toBe(`${unit}2025年度政府信息公开工作年度报告`)
    expect(three).toHaveLength(3)
    const lengths = three.map(line => line.length)
    expect(Math.min(...lengths) * 2).toBeGreaterThan(Math.max(...lengths))
    for (const line of lines('公开'.repeat(500)).values()) expect(line.length).toBeLessThanOrEqual(20)
  })
})

describe('the seed', needs('reports'), () => {
  let seed: Uint8Array
  let original: string
  beforeAll(async () => {
    seed = await docxOf(caseOutline(seedName))
    original = seedPrint()
  })

  test('says word for word and in order what the report it was read from says', () => {
    expect(folded(wordsOf(seed))).toBe(folded(original))
    expect(wordsOf(seed).replace(/\s/g, '')).toBe(original.replace(/\s/g, ''))
  })

  test('has as many rows and cells in each table', () => expect(cellCounts(seed)).toEqual(countsIn(original)))
})

/** The given text prints a cell per tab at a line's beginning, an empty line behind each row, more behind a table. */
const countsIn = (text: string): readonly (readonly number[])[] =>
  text
    .split(/\n\n\n+/)
    .map(table =>
      table.split('\n\n').map(row => row.split('\n').filter(line => line.startsWith('\t')).length),
    )
    .map(rows => rows.filter(cells => cells > 0))
    .filter(rows => rows.length > 0)

describe('real reports', needs('reports'), () => {
  test.each(reportNames)('%s becomes a docx', async name => {
    const made = caseOutline(name)
    const words = wordsOf(await docxOf(made)).replace(/\s/g, '')
    for (const block of made.blocks) {
      if (block.type === 'paragraph') expect(words).toContain((block.lead + block.text).replace(/\s/g, ''))
    }
  })
})
