// Tables that people send: CSV in the encodings that Excel writes, xlsx as Excel and WPS pack it, each row with the
// line it has in the file; and files that are refused, however large they say they are.

import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readSheet } from '../../src/intake/sheet.ts'
import { zipOf } from './docx/word.ts'

const read = (bytes: Uint8Array) => readSheet(bytes, async () => {})
const utf8 = (text: string) => new TextEncoder().encode(text)
/** 单位,局 as Chinese Excel saves it: GBK. */
const gbk = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xbe, 0xd6, 0x0d, 0x0a])

describe('a CSV file', () => {
  test.each([
    ['in UTF-8 with a mark', utf8('\ufeff单位,局\r\n')],
    ['in GBK', gbk],
    [
      'in UTF-16 with tabs',
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(new Uint16Array([...'单位\t局\n'].map(sign => sign.charCodeAt(0))).buffer),
      ]),
    ],
    ['with semicolons', utf8('单位;局')],
  ])('%s is read', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ ok: true, rows: [{ line: 1, cells: ['单位', '局'] }] })
  })

  test.each([
    [
      'tabs below a title without any',
      '各单位名单\n单位\t层级\n甲\t局\n',
      [['各单位名单'], ['单位', '层级'], ['甲', '局']],
    ],
    [
      'commas below a title with semicolons',
      '名单;一;二\n单位,层级\n甲,局\n',
      [['名单;一;二'], ['单位', '层级'], ['甲', '局']],
    ],
    [
      'semicolons round a quoted comma',
      '"甲,乙,丙";局\n"丁,戊,己";镇\n',
      [
        ['甲,乙,丙', '局'],
        ['丁,戊,己', '镇'],
      ],
    ],
  ])('is parted by %s', async (_, text, cells) => {
    const sheet = await read(utf8(text))
    expect(sheet.ok && sheet.rows.map(row => row.cells)).toEqual(cells)
  })

  test('keeps the line of each row, behind empty rows and breaks in a cell', async () => {
    expect(await read(utf8('a,"b\nc"\n\n,,\nd, e \n'))).toEqual({
      ok: true,
      rows: [
        { line: 1, cells: ['a', 'b\nc'] },
        { line: 5, cells: ['d', 'e'] },
      ],
    })
  })

  test.each([
    ['empty', utf8(' \n,,\n'), { why: 'empty' }],
    ['whose quotes do not close', utf8('a,b\nc,"d\ne,f'), { why: 'quote-open' }],
    ['of too many rows', utf8('a\n'.repeat(3_001)), { why: 'too-many-rows' }],
    ['of one endless row', utf8('a,'.repeat(60_000)), { why: 'too-large' }],
    ['of other bytes', Uint8Array.from([0x25, 0x00, 0xff, 0x81, 0x00]), { why: 'not-text' }],
    ['that is an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]), { why: 'old-excel' }],
  ])('%s is refused', async (_, bytes, why) => {
    expect(await read(bytes)).toMatchObject({ ok: false, ...why })
  })
})

const workbook = {
  name: 'xl/workbook.xml',
  data: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="2" r:id="rId2"/><sheet name="说明" sheetId="1" r:id="rId1"/></sheets></workbook>',
}
const relations = {
  name: 'xl/_rels/workbook.xml.rels',
  data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
}
const strings = {
  name: 'xl/sharedStrings.xml',
  data: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>单位名称</t></si><si><r><t>月湖</t></r><r><t>街道</t></r><rPh sb="0" eb="1"><t>yue</t></rPh></si></sst>',
}
const sheetOf = (rows: string) => ({
  name: 'xl/worksheets/sheet2.xml',
  data: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
})
const xlsx = (rows: string) => zipOf([workbook, relations, strings, sheetOf(rows)])

describe('an xlsx file', () => {
  test('gives the rows of its first sheet, with gaps, numbers, and cells that have no value told as such', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t> 街道 </t></is></c><c r="D3"><v>1</v></c>
        <c r="E3" t="b"><v>0</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3" t="str"><f>A1</f></c><c r="ZZ3"/></row>`
    expect(await read(xlsx(rows))).toEqual({
      ok: true,
      rows: [
        { line: 1, cells: ['单位名称'] },
        { line: 3, cells: ['月湖街道', '', '街道', '1', 'FALSE', '#REF!', '#FORMULA!'] },
      ],
    })
  })

  test('may have any number of rows that are only painted', async () => {
    const painted = xlsx(`${'<row><c/></row>'.repeat(4_000)}<row><c><v>9</v></c></row>`)
    expect(await read(painted)).toEqual({ ok: true, rows: [{ line: 4_001, cells: ['9'] }] })
  })

  test.each([
    ['without a workbook', zipOf([strings]), 'not-sheet'],
    ['without its sheet', zipOf([workbook, relations]), 'damaged'],
    ['with a string that is not there', xlsx('<row><c t="s"><v>9</v></c></row>'), 'damaged'],
    ['with words far out', xlsx('<row><c r="ZZ1"><v>9</v></c></row>'), 'too-large'],
    ['of too many rows', xlsx('<row><c><v>9</v></c></row>'.repeat(3_001)), 'too-many-rows'],
    ['of no row', xlsx(''), 'empty'],
    ['that is cut', xlsx('').subarray(0, 300), 'damaged'],
    [
      'that swells',
      zipOf([
        workbook,
        relations,
        { ...strings, packed: deflateRawSync(Buffer.alloc(30_000_000, 32)) },
        sheetOf(''),
      ]),
      'too-large',
    ],
    ['of more bytes than any list', new Uint8Array(5_000_001), 'too-large'],
  ])('%s is refused', async (_, bytes, why) => {
    expect(await read(bytes)).toEqual({ ok: false, why })
  })
})
