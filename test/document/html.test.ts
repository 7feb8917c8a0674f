// The page says what the outline says, in real headings and tables, and nothing in a report can become markup.

import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../src/document/html.ts'
import { outlineOf } from '../../src/document/outline.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { needs, reportNames } from '../needs.ts'
import { caseOutline, filingOf } from './material.ts'

const nasty = '<script>alert("1")</script>&\''
const filing = filingOf(
  'disclosure-2021',
  { 'disclosure.regulations.made': { value: 2, note: `（${nasty}）` } },
  { overview: `（一）标题。${nasty}` },
)
const page = htmlOf(outlineOf({ form: catalog.formOf(filing.form), filing, unitName: '测试镇' }))
const plain = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s/g, '')

test('the page is Chinese, has one main heading, and runs no script', () => {
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  expect(page.match(/<h1>/g)).toHaveLength(1)
  expect(page.match(/<h2 id="\w+">/g)).toHaveLength(6)
  expect(page).not.toContain('<script')
  expect(page).not.toMatch(/https?:/)
})

test('the columns have their widths by the one style sheet', () => {
  expect(page).not.toContain('style="')
  expect(page).toMatch(/table\[aria-labelledby="requests"\] col:nth-child\(1\) \{ width: \d+\.\d\d% \}/)
})

test('every declaration of the style sheet has a name of CSS', () => {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
  const names = [...style.matchAll(/(?<=[{;]\s*)([\w-]+):/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter(name => !/^[a-z]+(-[a-z]+)*$/.test(name ?? ''))).toEqual([])
  expect(style).toContain('table-layout: fixed')
})

test('words of a report are escaped wherever they stand', () => {
  expect(page.match(/&#60;script&#62;alert\(&#34;1&#34;\)&#60;\/script&#62;&#38;&#39;/g)).toHaveLength(2)
  expect(page).toContain('<span class="head2">（一）标题。</span>')
})

describe('tables', () => {
  const tables = page
    .split('<table')
    .slice(1)
    .map(table => table.split('</table>')[0] ?? '')

  test('have their spans, and heads that say what they head', () => {
    expect(tables[1]).toContain('<th scope="colgroup" colspan="5">法人或其他组织</th>')
    expect(tables[1]).toContain('<th scope="col" rowspan="2">自然人</th>')
    expect(tables[1]).toContain('<th scope="rowgroup" rowspan="8">（三）不予公开</th>')
    expect(tables[1]).toContain('<th scope="row" class="left">1.属于国家秘密</th>')
    expect(tables[2]).toMatch(/<thead>(\n<tr>.*<\/tr>){3}\n<\/thead>/)
  })

  test('are named by their headings', () => expect(page).toContain('<table aria-labelledby="requests">'))

  test('begin a group of rows with each band of 表二', () =>
    expect(tables[0]?.match(/<tbody>/g)).toHaveLength(4))
})

describe('real reports', needs('reports'), () => {
  test.each(reportNames)('%s says everything on the page', name => {
    const outline = caseOutline(name)
    const words = plain(htmlOf(outline))
    for (const block of outline.blocks) {
      const texts =
        block.type === 'table'
          ? block.rows.flat().map(cell => cell.text)
          : block.type === 'heading'
            ? [block.text]
            : block.type === 'closing'
              ? [block.unit, block.day]
              : [block.lead, block.text]
      for (const text of texts) expect(words).toContain(text.replace(/\s/g, ''))
    }
  })
})
