// Lines of units and addresses, as a table or a message has them.

import { expect, test } from 'vitest'
import { readPublications } from '../../src/intake/publications.ts'

const read = (text: string) =>
  readPublications(text.split('\n').map((each, n) => ({ line: n + 1, text: each })))

test('heads are left out, the order of the columns does not matter, and a day is read in several shapes', () => {
  expect(
    read(
      [
        '序号\t单位\t网址\t公开日期',
        '1\t西门街道\thttps://a.gov.cn/1.html\t2027/1/28',
        'https://a.gov.cn/2.html，区教育局',
        '青石镇：https://a.gov.cn/3.html。 2027年1月9日',
        '区住建局https://a.gov.cn/4.html',
      ].join('\n'),
    ),
  ).toEqual([
    { line: 2, name: '西门街道', url: 'https://a.gov.cn/1.html', on: '2027-01-28' },
    { line: 3, name: '区教育局', url: 'https://a.gov.cn/2.html' },
    { line: 4, name: '青石镇', url: 'https://a.gov.cn/3.html', on: '2027-01-09' },
    { line: 5, name: '区住建局', url: 'https://a.gov.cn/4.html' },
  ])
})

test('an address that is not whole is none, and a line without a name keeps its place', () => {
  expect(read('西门街道 https://localhost\n\nhttps://a.gov.cn/1.html\n西门街道 javascript:alert(1)')).toEqual(
    [
      { line: 1, name: '西门街道' },
      { line: 3, name: '', url: 'https://a.gov.cn/1.html' },
      { line: 4, name: '西门街道 javascript:alert(1)' },
    ],
  )
})
