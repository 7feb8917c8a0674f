// A list of units, row by row: heads in any order and language, levels and flags as offices write them, and each kind
// of bad row named with its line.

import { describe, expect, test } from 'vitest'
import { readUnits, type UnitsRead } from '../../src/intake/units.ts'

const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((row, at) => ({
      line: at + 1,
      cells: row.split('|').map(cell => cell.trim().replaceAll('\\n', '\n')),
    }))
const read = (text: string) => {
  const list = readUnits(rowsOf(text))
  if (!list.ok) throw new Error(list.why)
  return list
}

test('heads stand in any order, in Chinese or English, below a title', () => {
  const yes = { files: true, publishes: true, counts: true }
  const chinese = read(`
    海曙区2026年编制主体名单
    序号 | 层级（必填） | 是否在本区报送 | 单位名称 | 上级单位 | 备注
    1 | 区级 | 是 | 海曙区 | |
    2 | 街道 | 是 | 月湖街道 | 海曙区 | 新
    3 | 部门 | 否 | 区气象局 | 海曙区 | 垂管`)
  expect(chinese).toEqual({
    ok: true,
    units: [
      { line: 3, name: '海曙区', parent: null, level: 'county', ...yes },
      { line: 4, name: '月湖街道', parent: '海曙区', level: 'street', ...yes },
      { line: 5, name: '区气象局', parent: '海曙区', level: 'bureau', ...yes, files: false },
    ],
    problems: [],
    refused: [],
    unused: ['序号', '备注'],
  })
  const english = read(`
    level | counts | name | publishes | parent | files
    district | yes | Haishu | yes | | yes
    town | no | Jishigang | no | Haishu | yes`)
  expect(english.units).toEqual([
    { line: 2, name: 'Haishu', parent: null, level: 'county', ...yes },
    {
      line: 3,
      name: 'Jishigang',
      parent: 'Haishu',
      level: 'town',
      files: true,
      publishes: false,
      counts: false,
    },
  ])
})

test('a flag is never derived from a name, and a way of summing says whether a unit counts', () => {
  const { units, problems } = read(`
    单位名称 | 层级 | 汇总方式 | 在本县网站发布
    县公安分局 | 局 | 由他处汇总 | √
    开发区管委会 | 部门 | 单独报 | √
    县第一中学 | 部门 | 不计入汇总 | √`)
  expect(problems).toEqual([])
  expect(units.map(({ files, publishes, counts }) => [files, publishes, counts])).toEqual([
    [true, true, false],
    [true, true, true],
    [true, true, false],
  ])
})

const heads = '单位名称 | 上级 | 层级 | 在本区报送 | 汇总方式 | 计入本区汇总'
test.each([
  ['name-missing', ' | 海曙区 | 局'],
  ['name-long', `${'长'.repeat(101)} | | 局`],
  ['name-signs', '月湖\\n街道 | | 街道'],
  ['name-garbled', '\ufffd\ufffd局 | | 局'],
  ['name-formula', '=A1&"局" | | 局'],
  ['name-figure', '20 | 月湖街道 | 街道'],
  ['name-total', '合计 | | '],
  ['name-total', '注：以上单位 | | '],
  ['parent-signs', '区教育局 | 海\\n曙区 | 局'],
  ['level-missing', '区教育局 | | '],
  ['level-unknown', '区教育局 | | 科'],
  ['level-unknown', '月湖 | | 镇街'],
  ['flag-unclear', '区教育局 | | 局 | 视情况'],
  ['way-unknown', '区教育局 | | 局 | 是 | 另行研究'],
  ['way-differs', '区教育局 | | 局 | 是 | 由他处汇总 | 是'],
  ['cell-error', '区教育局 | #REF! | 局'],
  ['cell-formula', '区教育局 | #FORMULA! | 局'],
  ['cells-beyond', '区教育局 | | 局 | 是 | | 是 | 多出一格'],
])('%s: %j', (code, row) => {
  const { units, problems } = read(`${heads}\n区水利局 | | 局\n${row}`)
  expect(problems.map(problem => [problem.line, problem.code])).toEqual([[3, code]])
  expect(units.map(({ name }) => name)).toEqual(['区水利局'])
})

test('in a column of ticks an empty cell is asked', () => {
  const { problems } = read(`${heads}\n区水利局 | | 局 | √\n区教育局 | | 局 |`)
  expect(problems).toEqual([{ line: 3, code: 'flag-blank', column: 'files', said: '' }])
})

describe('a table is refused as a whole', () => {
  test.each<[Extract<UnitsRead, { ok: false }>['why'], string]>([
    ['no-heads', '月湖街道 | 海曙区 | 街道'],
    ['no-level', '单位名称 | 上级\n月湖街道 | 海曙区'],
    ['head-twice', '单位名称 | 层级 | 名称\n月湖街道 | 街道 | 月湖'],
    ['no-units', '单位名称 | 层级'],
  ])('%s', (why, text) => {
    expect(readUnits(rowsOf(text))).toMatchObject({ ok: false, why })
  })
})
