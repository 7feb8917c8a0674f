// Word files as offices lay them out, judged cell by cell: read right, or left unread where nobody could be sure.

import { describe, expect, test } from 'vitest'
import type { CellKey, Form } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { catalog, createCatalog } from '../../../src/forms/catalog.ts'
import { blocksOf } from '../../../src/intake/docx/blocks.ts'
import { gridOf } from '../../../src/intake/docx/grid.ts'
import { proseOf } from '../../../src/intake/docx/inline.ts'
import { mainPart } from '../../../src/intake/docx/main-part.ts'
import { inSlices } from '../../../src/intake/docx/slices.ts'
import { childOf } from '../../../src/intake/docx/xml.ts'
import { readFigure } from '../../../src/intake/figure.ts'
import { docxIn, figuresOf, type Layout, type MadeCell, type MadeRow, unit, words } from './made-report.ts'
import { readAtOnce } from './read-at-once.ts'
import { p, run, strict } from './word.ts'

const forms = [...catalog.forms.values()]
const wide = (digits: string) =>
  digits.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const plainCell = (text: string, columns = 1): MadeCell => ({ text, columns, down: null, key: null })
const isFigure = ({ key }: MadeCell) => key !== null
const box = (inside: string) =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
const deleted = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
const unmerged = (rows: readonly MadeRow[]): readonly MadeRow[] =>
  rows.map(row =>
    row.flatMap(cell => [
      { ...cell, columns: 1, down: null },
      ...Array.from({ length: cell.columns - 1 }, () => plainCell('')),
    ]),
  )
const isResults = (row: MadeRow) => row.some(({ key }) => key?.startsWith('requests.granted.'))

const layouts: Readonly<Record<string, Layout>> = {
  'as the form prints it': {},
  'figures in full-width digits': { figure: wide },
  'digits split over runs, empty runs between': {
    cell: ({ text }, plain) =>
      plain(
        `<w:p><w:r><w:rPr/></w:r>${[...text].map(sign => run(sign)).join('<w:r><w:t></w:t></w:r>')}</w:p>`,
      ),
  },
  'tracked changes in every figure': {
    cell: (cell, plain) =>
      isFigure(cell)
        ? plain(
            p(
              `${deleted('88')}<w:ins w:id="2">${run(cell.text)}</w:ins><w:moveFrom w:id="3">${run('7')}</w:moveFrom>`,
            ),
          )
        : plain(),
  },
  'note marks behind figures': {
    cell: (cell, plain) =>
      isFigure(cell)
        ? plain(
            p(
              `${run(cell.text)}${run('1', '<w:vertAlign w:val="superscript"/>')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
            ),
          )
        : plain(),
  },
  'a letterhead in a text box': { before: p(box(p('青石街道文件'))) },
  'the title in a text box, over two lines': {
    title: box(p('{unit}') + p('{year}年政府信息公开工作年度报告')),
  },
  'figures in content controls and hyperlinks': {
    cell: (cell, plain) =>
      plain(
        p(
          `<w:sdt><w:sdtPr/><w:sdtContent><w:hyperlink>${run(cell.text)}</w:hyperlink></w:sdtContent></w:sdt>`,
        ),
      ),
  },
  'figures as fields': {
    cell: (cell, plain) =>
      isFigure(cell)
        ? plain(
            p(
              `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(cell.text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
            ),
          )
        : plain(),
  },
  'strict Open XML': { namespace: strict },
  'spaces and tabs as pasted from a web page': {
    cell: ({ text }, plain) => plain(p(`${run('\u00a0')}<w:r><w:tab/></w:r>${run(`${text}\u3000\u00a0`)}`)),
  },
  'nothing merged': { rows: unmerged },
  'merged cells without a beginning': {
    rows: rows =>
      rows.map(row =>
        row.map(cell => ({ ...cell, down: cell.down === null ? null : ('continue' as const) })),
      ),
  },
  'each table in a frame': {
    table: rows => `<w:tbl><w:tr><w:tc>${p('')}<w:tbl>${rows.join('')}</w:tbl>${p('')}</w:tc></w:tr></w:tbl>`,
  },
  'tables cut in two by a page, the head repeated': {
    table: (rows, { key, table }) =>
      key === 'requests'
        ? `<w:tbl>${rows.slice(0, 12).join('')}</w:tbl>${p('')}<w:tbl>${[...rows.slice(0, table.headRows), ...rows.slice(12)].join('')}</w:tbl>`
        : `<w:tbl>${rows.join('')}</w:tbl>`,
  },
  'tables cut in two by a page, no head on the second': {
    table: (rows, { key }) =>
      key === 'requests'
        ? `<w:tbl>${rows.slice(0, 14).join('')}</w:tbl><w:tbl>${rows.slice(14).join('')}</w:tbl>`
        : `<w:tbl>${rows.join('')}</w:tbl>`,
  },
  'headings numbered by Word': {
    heading: text =>
      p(text.replace(/^.、/u, ''), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
  },
  'headings in other words': {
    heading: text =>
      p(
        text
          .replace('五、', '五、政府信息公开工作')
          .replace('行政复议、行政诉讼', '被申请行政复议、提起行政诉讼'),
      ),
  },
  'a table of contents in front': {
    before: ['一、总体情况', '二、主动公开政府信息情况', '六、其他需要报告的事项']
      .map((line, at) => p(`${run(line)}<w:r><w:tab/></w:r>${run(`${at + 1}`)}`))
      .join(''),
  },
  'label columns split further': {
    rows: rows =>
      rows.map(row =>
        row.flatMap(cell =>
          cell.key === null && cell.text.startsWith('1.')
            ? [plainCell('1.'), { ...cell, text: cell.text.slice(2) }]
            : [cell],
        ),
      ),
  },
  'a line deleted with its mark, words hidden': {
    cell: (cell, plain) =>
      isFigure(cell)
        ? plain(
            `${p(deleted('12'), '<w:rPr><w:del w:id="4"/></w:rPr>')}${p(`${run(cell.text)}${run('3', '<w:vanish/>')}`)}`,
          )
        : plain(),
  },
}

const read = async (form: Form, layout: Layout) => {
  const result = await readAtOnce(docxIn(form, layout), catalog)
  if (!result.ok) throw new Error(result.why)
  const { draft, missing } = result
  return {
    ...draft,
    parts: result.parts,
    figures: new Map(draft.figures.map(([key, value, note]) => [key, { value, note }])),
    unread: [...draft.unread, ...missing],
    layout: result.layout,
  }
}

/** The words of all lines and cells of a document, as Word holds them. */
const partsIn = async (form: Form, layout: Layout): Promise<readonly string[]> => {
  const read = function* () {
    const { document } = yield* mainPart(docxIn(form, layout))
    return yield* blocksOf(childOf(document, 'w:body') ?? document)
  }
  const blocks = await inSlices(read(), async () => {})
  return blocks.flatMap(block => {
    if (block.type === 'table') return gridOf(block.rows).flatMap(row => row.map(({ text }) => text))
    const lines = proseOf(block.text)
      .split('\n')
      .map(line => line.trim())
    return [block.struck, ...lines].filter(line => line !== '')
  })
}

/** Cells read wrong, and cells that are neither read nor told of. */
const wrong = (form: Form, { figures, unread }: Awaited<ReturnType<typeof read>>) => {
  const told = new Set(unread.map(({ place }) => place))
  return [...figuresOf(form)].flatMap(([key, said]) => {
    const found = figures.get(key)
    const truth = readFigure(indexOf(form).cells.get(key) ?? { answer: 'count' }, said)
    return found ? (JSON.stringify(found) === JSON.stringify(truth) ? [] : [key]) : told.has(key) ? [] : [key]
  })
}

describe.each(forms)('$id', form => {
  test.each(Object.keys(layouts))('%s: every cell and text is read', async name => {
    const draft = await read(form, layouts[name] ?? {})
    expect(wrong(form, draft)).toEqual([])
    expect(draft.unread.filter(({ place }) => place !== null)).toEqual([])
    expect(draft.form).toBe(form.id)
    expect([draft.unit, draft.year]).toEqual([unit, form.years.from])
    expect(Object.fromEntries(draft.texts)).toMatchObject(words)
    expect(draft.layout.headings?.map(({ key }) => key)).toEqual(
      form.sections.filter(({ heading }) => heading !== null).map(({ key }) => key),
    )
    // The account itself refuses a part twice; here nothing is without a fate, and what is left was told.
    expect(draft.parts.map(({ said }) => said).sort()).toEqual(
      [...(await partsIn(form, layouts[name] ?? {}))].sort(),
    )
    expect(draft.parts.flatMap(({ said, fate }) => (fate.type === 'left' ? [said] : []))).toEqual(
      draft.unread.flatMap(({ said, why }) => (why === 'stray-text' ? [said] : [])),
    )
  })

  const told = async (layout: Layout) => {
    const draft = await read(form, layout)
    expect(wrong(form, draft)).toEqual([])
    return draft
  }
  const natural = 'requests.granted.natural' as CellKey
  const only = (text: string) => ({ figure: (said: string, key: CellKey) => (key === natural ? text : said) })

  test('a local row is told and shifts nothing', async () => {
    const extra = [plainCell('其他主动公开文件'), plainCell('77'), plainCell('0'), plainCell('5')]
    const draft = await told({
      rows: (rows, { key }) => (key === 'disclosure' ? rows.toSpliced(4, 0, extra) : rows),
    })
    expect(draft.unread).toEqual([{ place: null, said: '其他主动公开文件 77 0 5', why: 'unknown-row' }])
  })

  test('a local column is told and shifts nothing', async () => {
    const draft = await told({
      rows: (rows, { key }) =>
        key !== 'requests'
          ? rows
          : rows.map((row, at) =>
              at === 2
                ? [...row, plainCell('备注')]
                : at < 2
                  ? [...row, plainCell('')]
                  : [...row, plainCell(at === 5 ? '含1件' : '')],
            ),
    })
    expect(draft.unread.map(({ why }) => why)).toEqual(['unknown-column'])
  })

  test.each([['约50'], ['3-5'], ['见附件']])(
    'words that are no figure (%s) are told in their place',
    async said => {
      const draft = await told(only(said))
      expect(draft.unread).toEqual([{ place: natural, said, why: expect.any(String) }])
    },
  )

  test.each([[''], ['/'], ['—'], ['－']])('a blank (%s) is a blank', async said => {
    const draft = await read(form, only(said))
    expect(draft.figures.get(natural)).toEqual({ value: null, note: null })
    expect(draft.unread).toEqual([])
  })

  test('two figures merged into one cell are not guessed apart', async () => {
    const draft = await told({
      rows: rows =>
        rows.map(row =>
          isResults(row)
            ? row.flatMap((cell, at) =>
                cell.key === natural ? [{ ...cell, columns: 2 }] : row[at - 1]?.key === natural ? [] : [cell],
              )
            : row,
        ),
    })
    expect(draft.unread.map(({ place, why }) => [place, why])).toEqual([
      [natural, 'ambiguous'],
      ['requests.granted.business', 'ambiguous'],
    ])
  })

  test.each([
    ['lost', (row: MadeRow) => row.filter(({ key }) => key !== natural)],
    ['won', (row: MadeRow) => row.flatMap(cell => (cell.key === natural ? [plainCell('9'), cell] : [cell]))],
  ])('a row that has %s a cell is left unread', async (_, change) => {
    const draft = await told({ rows: rows => rows.map(row => (isResults(row) ? change(row) : row)) })
    expect(draft.unread).toHaveLength(7)
    expect(draft.unread.every(({ why }) => why === 'ambiguous')).toBe(true)
  })

  test('a picture of a figure is not a blank', async () => {
    const draft = await told({
      cell: (cell, plain) => plain(cell.key === natural ? '<w:p><w:r><w:drawing/></w:r></w:p>' : undefined),
    })
    expect(draft.unread.map(({ place }) => place)).toEqual([natural])
  })

  test('a table that is not there, and one too many, are told', async () => {
    const other = `<w:tbl><w:tr><w:tc>${p('部门')}</w:tc><w:tc>${p('得分')}</w:tc></w:tr></w:tbl>`
    const draft = await read(form, {
      table: (rows, { key }) => (key === 'disputes' ? other : `<w:tbl>${rows.join('')}</w:tbl>`),
    })
    expect(draft.unread.map(({ why }) => why)).toEqual(['unknown-table', 'missing'])
  })

  test('words beside a table are told, not kept', async () => {
    const draft = await told({ table: rows => `<w:tbl>${rows.join('')}</w:tbl>${p('注：数据截至年底。')}` })
    expect(draft.unread).toHaveLength(3)
    expect(draft.unread[0]).toEqual({ place: null, said: '注：数据截至年底。', why: 'stray-text' })
  })

  test('a label in other words is read and noted', async () => {
    const draft = await told({
      rows: rows =>
        rows.map(row =>
          row.map(cell => ({
            ...cell,
            text: cell.text === '总计' ? '合计' : cell.text.replace('其他法律行政法规', '其他法律、行政法规'),
          })),
        ),
    })
    expect(draft.layout.labels).toContainEqual({
      expected: '2.其他法律行政法规禁止公开',
      printed: '2.其他法律、行政法规禁止公开',
    })
    expect(draft.layout.labels).toContainEqual({ expected: '总计', printed: '合计' })
  })

  test('two reports in one file are refused', async () => {
    const twice = await read(form, {})
    expect(twice.unread).toEqual([])
    expect(
      await readAtOnce(
        docxIn(form, {
          table: rows => `<w:tbl>${rows.join('')}</w:tbl>${p('')}<w:tbl>${rows.join('')}</w:tbl>`,
        }),
        catalog,
      ),
    ).toEqual({ ok: false, why: 'several-reports' })
  })
})

test('a document of a form that is not in the catalogue has no table of a form', async () => {
  for (const form of forms)
    expect(await readAtOnce(docxIn(form), createCatalog([]))).toEqual({ ok: false, why: 'no-tables' })
})

test('a unit in a head counts for every figure below it', async () => {
  const [form] = forms
  if (!form) throw new Error('no form')
  const amount = 'disclosure.procurement.amount' as CellKey
  const draft = await read(form, {
    figure: (said, key) => (key === amount ? '160.5964' : said),
    rows: rows =>
      rows.map(row =>
        row.map(cell => ({ ...cell, text: cell.text.replace('采购总金额', '采购总金额（万元）') })),
      ),
  })
  expect(draft.figures.get(amount)).toEqual({ value: { fen: 160_596_400, unit: 'wan-yuan' }, note: null })
})
