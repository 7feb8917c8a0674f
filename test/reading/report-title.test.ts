// The unit and the year of a title, and lines at the top that are no title.

import { expect, test } from 'vitest'
import { asideIn } from '../../src/reading/printed-aside.ts'
import { endsTitle, readTitle, yearIn } from '../../src/reading/report-title.ts'

test.each([
  ['青石街道2025年政府信息公开工作年度报告', '青石街道', 2025],
  ['青石街道2020年度政府信息公开工作年度报告', '青石街道', 2020],
  ['2019年云溪市人民政府办公厅政府信息公开工作年度报告', '云溪市人民政府办公厅', 2019],
  ['2024 年云溪市科委政府信息公开工作年度报告', '云溪市科委', 2024],
  ['云溪市财政局（地方金融局）２０２３年政府信息公开年报', '云溪市财政局（地方金融局）', 2023],
  ['青石街道办事处二〇二一年度政府信息公开工作年度报告', '青石街道办事处', 2021],
  ['云溪县人民政府政府信息公开工作年度报告（2022年度）', '云溪县人民政府', 2022],
  ['2021年政府信息公开工作年度报告', null, 2021],
  ['政府信息公开工作年度报告', null, null],
  ['青石街道政府信息公开工作年度报告', '青石街道', null],
  ['第12管理区2025年政府信息公开工作年度报告', '第12管理区', 2025],
  ['青石街道1949年政府信息公开工作年度报告', '青石街道', null],
])('%s', (title, unit, year) =>
  expect(readTitle(title, '{unit}{year}年政府信息公开工作年度报告')).toEqual({ unit, year }),
)

test.each([
  ['云溪市人民政府2025年法治政府建设年度报告', '云溪市人民政府', 2025],
  ['2025年云溪市财政局法治政府建设年度报告', '云溪市财政局', 2025],
  ['云溪市财政局法治政府建设年度报告（2025年度）', '云溪市财政局', 2025],
])('%s, of another duty', (title, unit, year) =>
  expect(readTitle(title, '{unit}{year}年法治政府建设年度报告')).toEqual({ unit, year }),
)

test('the year of a report is that of its period', () => {
  expect(yearIn('统计期限为2020年1月1日至12月31日')).toBe(2020)
  expect(yearIn('2021年1月20日')).toBe(null)
})

test.each(['发布日期：2021-01-20', '2021年1月20日', '（送审稿）', '青政办〔2021〕3号', '目录'])(
  '%s is no title',
  line => expect([asideIn(line) !== null, endsTitle(line)]).toEqual([true, false]),
)
