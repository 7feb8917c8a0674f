// Which rows may stand last on a page.

import { expect, test } from 'vitest'
import { cellsInGrid } from '../../src/document/grid.ts'
import { keepsNext } from '../../src/document/keeps-next.ts'
import { type OutlineTable, outlineOf } from '../../src/document/outline.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { filingOf } from './material.ts'

const filing = filingOf('disclosure-2021', {})
const tables = outlineOf({ form: catalog.formOf(filing.form), filing, unitName: '测试镇' }).blocks.filter(
  (block): block is OutlineTable => block.type === 'table',
)
/** The first words of the rows behind which a page may end. */
const ends = (table: OutlineTable | undefined) => {
  if (!table) throw new Error('no such table')
  const grid = cellsInGrid(table)
  return grid
    .filter((_, at) => !keepsNext(table, grid, at))
    .map(row => row.findLast(cell => cell.role === 'label')?.text)
}

test('the bands of 表二 stay whole', () =>
  expect(ends(tables[0])).toEqual(['行政规范性文件', '行政许可', '行政强制', '行政事业性收费']))

test('the groups of 表三 stay whole, and its last two rows together', () =>
  expect(ends(tables[1])).toEqual([
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '8.属于行政查询事项',
    '3.补正后申请内容仍不明确',
    '5.要求行政机关确认或重新出具已获取信息',
    '3.其他',
    '四、结转下年度继续办理',
  ]))

test('表四 stands on one page', () => expect(ends(tables[2])).toHaveLength(1))
