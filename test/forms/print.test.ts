// The printed tables: whole rectangles, every figure in its place once, and the seed report's own sequence.

import { describe, expect, test } from 'vitest'
import type { PrintedTable, TableSection } from '../../src/engine/form.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { pageStyle } from '../../src/forms/page-style.ts'
import { needs, reportText, seedName, seedPrint } from '../needs.ts'
import { table, tables } from './material.ts'

/** What lies on each place of the grid, as HTML and Word would put it; throws where two cells meet. */
const spread = ({ widths, rows }: PrintedTable): readonly (readonly string[])[] => {
  const grid = rows.map(() => Array<string>(widths.length).fill(''))
  rows.forEach((row, top) => {
    for (const cell of row) {
      const left = grid[top]?.indexOf('') ?? -1
      if (left < 0) throw new Error(`row ${top} is too long`)
      for (let y = top; y < top + (cell.rows ?? 1); y++) {
        const line = grid[y] ?? []
        for (let x = left; x < left + (cell.columns ?? 1); x++) {
          if (line[x] !== '') throw new Error(`row ${top} overlaps or leaves the grid at ${y}, ${x}`)
          line[x] = 'text' in cell ? cell.text : cell.cell
        }
      }
    }
  })
  return grid
}

const every = [...catalog.forms.values()].flatMap(form =>
  tables(form).map(section => [`${form.id} ${section.key}`, section] as [string, TableSection]),
)

describe.each(every)('the printed table %s', (_, { cells, table }) => {
  test('is a rectangle without gap or overlap', () => {
    expect(spread(table).flat()).not.toContain('')
  })

  test('prints each of its figures exactly once, in the order of the cells', () => {
    const figures = table.rows.flatMap(row => row.flatMap(cell => ('cell' in cell ? [cell.cell] : [])))
    expect(figures).toEqual(cells.map(cell => cell.key))
  })

  test('fills the width of the text and repeats only rows of heads', () => {
    expect(table.widths.reduce((sum, width) => sum + width)).toBeCloseTo(pageStyle.page.textWidthMm)
    const head = table.rows.slice(0, table.headRows).flat()
    expect(head.filter(cell => !('text' in cell))).toEqual([])
  })

  test('is wide enough for two characters in every line of words', () => {
    const characterMm = (pageStyle.table.sizePt * 25.4) / 72
    expect(Math.min(...table.widths)).toBeGreaterThan(2 * characterMm + 2)
  })
})

test('the head of the requests stands over the right columns', () => {
  const [first, second, third] = spread(table(disclosure2019, 'requests').table).map(row => row.slice(3))
  expect(first).toEqual(Array(7).fill('申请人情况'))
  expect(second).toEqual(['自然人', ...Array(5).fill('法人或其他组织'), '总计'])
  expect(third).toEqual(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'])
})

test.each([
  ['2019', disclosure2019, ['（六）其他处理', '（六）其他处理']],
  ['2021', disclosure2021, ['（六）其他处理', '3.其他']],
])('the labels of the %s requests merge down and across', (_, form, sixth) => {
  const labels = spread(table(form, 'requests').table).map(row => row.slice(0, 3))
  const results = labels.slice(5, -1)
  expect(labels[3]).toEqual(Array(3).fill('一、本年新收政府信息公开申请数量'))
  expect(new Set(results.map(([first]) => first))).toEqual(new Set(['三、本年度办理结果']))
  expect(results.at(-2)?.slice(1)).toEqual(sixth)
  expect(results.at(-1)?.slice(1)).toEqual(Array(2).fill('（七）总计'))
  expect(labels.at(-1)).toEqual(Array(3).fill('四、结转下年度继续办理'))
})

test('the head of the disputes stands over the right columns', () => {
  const grid = spread(table(disclosure2021, 'disputes').table)
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  expect(grid[0]).toEqual([...Array(5).fill('行政复议'), ...Array(10).fill('行政诉讼')])
  expect(grid[1]).toEqual([...outcomes, ...Array(5).fill('未经复议直接起诉'), ...Array(5).fill('复议后起诉')])
  expect(grid[2]).toEqual([...outcomes, ...outcomes, ...outcomes])
  expect(grid).toHaveLength(4)
})

describe('the seed report', needs('reports'), () => {
  test.each(['disclosure', 'requests', 'disputes'])('prints its %s cell for cell as the form does', key => {
    const { figures } = JSON.parse(reportText(seedName)) as { figures: Record<string, number | string> }
    const section = table(disclosure2019, key)
    const next = disclosure2019.sections[disclosure2019.sections.findIndex(s => s.key === key) + 1]
    const page = seedPrint()
    const printed = page
      .slice(page.indexOf(section.heading) + section.heading.length, page.indexOf(next?.heading ?? ''))
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
    const ours = section.table.rows
      .flat()
      .flatMap(cell => ('text' in cell ? cell.text.split('\n') : [String(figures[cell.cell])]))
    expect(ours).toEqual(printed)
  })
})
