// Word files within every limit that were made to be much work, each in any size up to its `most`. It judges nothing.

import { documentOf, p, wordOf, zipOf } from './word.ts'

const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
const row = (words: readonly string[]) => `<w:tr>${words.map(cell).join('')}</w:tr>`
const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))
/** Words that are no label, and packed badly, so that no ratio refuses them. */
const noise = (length: number, seed: number) =>
  times(length, at => String.fromCharCode(0x4e00 + ((at * 7919 + seed * 104_729) % 20_000))).join('')
const heads = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
const rows = [heads, ['规章', '0', '0', '0'], ['行政规范性文件', '0', '0', '0']]

export type HostileDocument = {
  readonly name: string
  readonly most: number
  readonly make: (size: number) => Uint8Array
}

export const hostileDocuments: readonly HostileDocument[] = [
  {
    name: 'rows of strange words in a table of the form',
    most: 190,
    make: size =>
      wordOf(
        `<w:tbl>${[...rows, ...times(size, at => times(9, n => noise(45, at * 9 + n)))].map(each => row(each)).join('')}</w:tbl>`,
      ),
  },
  {
    name: 'lines that are no heading',
    most: 4_900,
    make: size =>
      wordOf(`<w:tbl>${rows.map(row).join('')}</w:tbl>${times(size, at => p(noise(40, at))).join('')}`),
  },
  {
    name: 'paragraphs of the greatest length',
    most: 8,
    make: size =>
      wordOf(`<w:tbl>${rows.map(row).join('')}</w:tbl>${times(size, at => p(noise(59_000, at))).join('')}`),
  },
  {
    name: 'elements without words',
    most: 140_000,
    make: size =>
      wordOf(
        times(
          Math.ceil(size / 15_000),
          () => `<w:p>${'<w:r/>'.repeat(size / Math.ceil(size / 15_000))}</w:p>`,
        ).join(''),
      ),
  },
  {
    name: 'one attribute',
    most: 10_000_000,
    make: size =>
      zipOf([
        {
          name: 'word/document.xml',
          data: documentOf(p('一')).replace(
            '<w:p>',
            `<w:p w:rsid="${times(size / 460, at => noise(20, at) + 'a'.repeat(400)).join('')}">`,
          ),
        },
      ]),
  },
]
