// What is no report, or means harm, is refused with a reason, and nothing is inflated or built beyond its limit.

import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { catalog } from '../../../src/forms/catalog.ts'
import { createWords, locales } from '../../../src/i18n/words.ts'
import { readAtOnce } from './read-at-once.ts'
import { documentOf, docxWith, type Part, p, wordOf, zipOf } from './word.ts'

const why = async (bytes: Uint8Array) => {
  const read = await readAtOnce(bytes, catalog)
  return read.ok ? 'read' : read.why
}
const main = (data: string | Uint8Array, more: Partial<Part> = {}): Part => ({
  name: 'word/document.xml',
  data,
  ...more,
})
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(1_000),
  ])
const row = `<w:tr><w:tc>${p('规章')}</w:tc><w:tc>${p('0')}</w:tc></w:tr>`
const words = documentOf(p('总体情况'))
const packedBomb = deflateRawSync(Buffer.alloc(300_000_000, 0x20))
const bomb = { data: '', packed: packedBomb, declared: 300_000_000 }
const nested = (depth: number) =>
  `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('0')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`
const laughs = `<!DOCTYPE a [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>${words.replace('总体情况', '&b;')}`

const cases: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['nothing', 'not-docx', () => new Uint8Array()],
  ['a text', 'not-docx', () => Buffer.from('二、主动公开政府信息情况')],
  ['a PDF', 'not-docx', () => Buffer.from('%PDF-1.7\n')],
  ['a web page called .doc', 'not-docx', () => Buffer.from('<html><table></table></html>')],
  ['a .doc or .wps', 'old-word', () => compound('WordDocument')],
  ['a compound file cut short', 'old-word', () => compound('').subarray(0, 8)],
  ['an .xls', 'not-docx', () => compound('Workbook')],
  ['a docx with a password', 'encrypted', () => compound('EncryptedPackage')],
  ['a zip with a password', 'encrypted', () => zipOf([main(words, { flags: 1 })])],
  ['an .xlsx', 'not-docx', () => zipOf([{ name: 'xl/workbook.xml', data: '<workbook/>' }])],
  ['an .xlsx with its relations', 'not-docx', () => docxWith('<workbook/>', 'xl/workbook.xml')],
  ['a zip of photographs', 'not-docx', () => zipOf([{ name: '1.jpg', data: 'x' }])],
  ['a zip cut short', 'damaged', () => zipOf([main(words)]).subarray(0, 200)],
  [
    'a zip whose directory is elsewhere',
    'damaged',
    () => {
      const zip = Buffer.from(zipOf([main(words)]))
      zip.writeUInt32LE(0xfffffff0, zip.length - 6)
      return zip
    },
  ],
  [
    'a part that does not inflate',
    'damaged',
    () => zipOf([main(words, { packed: Buffer.from('ffffffff', 'hex') })]),
  ],
  [
    'a part that ends too soon',
    'damaged',
    () => {
      const packed = deflateRawSync(Buffer.from(words))
      return zipOf([main(words, { packed: packed.subarray(0, packed.length - 60) })])
    },
  ],
  ['a part twice', 'damaged', () => zipOf([main(words), main(words)])],
  ['overlapping parts', 'damaged', () => zipOf([{ name: 'a', data: 'x' }, main(words)], { overlap: true })],
  ['XML that is cut', 'damaged', () => docxWith(words.slice(0, -20))],
  [
    'XML that is not UTF-8',
    'damaged',
    () => zipOf([main(Buffer.from(words, 'latin1').fill(0xff, 300, 310))]),
  ],
  ['XML of another namespace', 'not-docx', () => wordOf(p('一'), 'urn:other')],
  ['an entity nobody declared', 'damaged', () => docxWith(words.replace('总体情况', '&secret;'))],
  ['a document type', 'doctype', () => docxWith(words.replace('?>', '?><!DOCTYPE w:document>'))],
  ['entities that grow', 'doctype', () => docxWith(laughs)],
  [
    'an outside entity',
    'doctype',
    () => docxWith(`<!DOCTYPE a SYSTEM "file:///etc/passwd">${words.replace(/^<\?.*?\?>/, '')}`),
  ],
  [
    'five million bytes and more',
    'too-large',
    () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000_001)]),
  ],
  ['a bomb', 'too-large', () => zipOf([main('', bomb)])],
  ['a bomb that says it is small', 'too-large', () => zipOf([main('', { ...bomb, declared: 900 })])],
  [
    'a bomb in its relations',
    'too-large',
    () => zipOf([{ name: '_rels/.rels', ...bomb, declared: 9 }, main(words)]),
  ],
  ['a zip of bombs', 'too-large', () => zipOf([main(words), { name: 'a.zip', ...bomb }])],
  [
    'a bomb within the ratio’s free part, then beyond',
    'too-large',
    () => docxWith(documentOf(p(`<w:r><w:t>${'0'.repeat(3_000_000)}</w:t></w:r>`))),
  ],
  [
    '3,000 parts',
    'too-large',
    () => zipOf(Array.from({ length: 3_000 }, (_, at) => ({ name: `${at}`, data: '' }))),
  ],
  ['100,000 rows', 'too-large', () => wordOf(`<w:tbl>${row.repeat(100_000)}</w:tbl>`)],
  ['100,000 paragraphs', 'too-large', () => wordOf(p('文').repeat(100_000))],
  ['200,000 empty elements', 'too-large', () => wordOf(`<w:p>${'<w:r/>'.repeat(200_000)}</w:p>`)],
  [
    '100,000 line breaks',
    'too-large',
    () => wordOf(`<w:p>${'<w:r><w:br/><w:t>a</w:t></w:r>'.repeat(40_000)}</w:p>`),
  ],
  [
    'a row of 900 columns',
    'too-large',
    () =>
      wordOf(
        `${p('统计期限为2025年1月1日至12月31日。')}<w:tbl><w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="9000"/></w:tcPr>${p('自然人')}</w:tc>`.repeat(3)}</w:tr><w:tr><w:tc>${p('商业企业')}</w:tc></w:tr><w:tr><w:tc>${p('科研机构')}</w:tc></w:tr></w:tbl>`,
      ),
  ],
  ['a thousand tables inside each other', 'too-large', () => wordOf(nested(1_000))],
  [
    'a million comments in one cell',
    'too-large',
    () => wordOf(p(`<w:r><w:t>${'a<!---->'.repeat(1_000_000)}</w:t></w:r>`)),
  ],
  [
    'names that reach a prototype',
    'no-tables',
    () => wordOf(`<__proto__><constructor toString="1"/></__proto__>${p('一')}`),
  ],
  ['tables as pictures', 'pictures', () => wordOf(`${p('年度报告')}<w:p><w:r><w:drawing/></w:r></w:p>`)],
  ['a letter', 'no-tables', () => wordOf(p('关于报送年度报告的通知'))],
]

describe('refused with a reason', () => {
  test.each(cases)('%s: %s', async (_, reason, make) => {
    expect(await why(make())).toBe(reason)
  })

  test('an attribute called __proto__ changes nothing', async () => {
    wordOf(p('一'))
    expect(await why(wordOf('<w:p __proto__="1" constructor="2"><w:r/></w:p>'))).toBe('no-tables')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test.each(locales)('every reason has a sentence in %s', locale => {
    const { say } = createWords(locale)
    for (const [, reason] of cases) expect(say(`draft.${reason}` as 'draft.damaged')).toMatch(/[。.]$/)
  })
})
