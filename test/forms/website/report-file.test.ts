// The second obligation as a file: read and written without loss, checked by its own rules, rendered in every format,
// beside a report of the first one of the same unit and year.

import { describe, expect, test } from 'vitest'
import { reportOf } from '../../../src/document/report.ts'
import { missingCells } from '../../../src/engine/completeness.ts'
import { derive } from '../../../src/engine/derive.ts'
import { obligationId } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { readReport } from '../../../src/intake/report.ts'
import { check } from '../../../src/main/commands/check.ts'
import { render } from '../../../src/main/commands/render.ts'
import { readAtOnce } from '../../intake/docx/read-at-once.ts'
import { fakeContext, fileOf } from '../../main/fake-context.ts'
import { both, wordsOfBoth } from './books.ts'
import { website2020 } from './form.ts'

const figures = {
  'site.open.value': true,
  'site.name.value': '柳荫街道门户网站（主站）',
  'site.address.value': 'https://www.liuyin.example.cn/?a=1',
  'site.since.value': '2015-06-01',
  'site.channels.value': ['weibo', 'app'],
  'site.score.value': 98.5,
  'content.begin.value': 100,
  'content.new.value': 30,
  'content.original.value': 10,
  'content.reprinted.value': 20,
  'content.end.value': 130,
  'content.columns.value': 0,
  'content.subsites.value': 0,
  'spending.build.value': '12.5万元',
  'spending.upkeep.value': '3200元',
  'spending.security.value': 0,
}
const report = {
  format: 'nianbao/report@1',
  unit: '柳荫街道',
  level: 'street',
  year: 2025,
  form: 'website-2020',
  figures,
  texts: { summary: '全年更新及时。' },
} as const
const other = { ...report, form: 'disclosure-2021', figures: { 'requests.received.natural': 6 }, texts: {} }

const read = (json: unknown) => {
  const result = readReport(json, both)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.filing
}

const contextOfBoth = () => {
  const { context, out, written } = fakeContext()
  const words = wordsOfBoth('zh-CN')
  return { context: { ...context, catalog: both, words, say: words.cli }, out, written }
}

const checked = async (...reports: readonly unknown[]) => {
  const { context, out } = contextOfBoth()
  const files = await Promise.all(reports.map(each => fileOf(each)))
  const exit = await check(files, { json: true }, context)
  return { exit, lines: out.map(line => JSON.parse(line)) }
}

const rulesIn = async (changed: object) => {
  const { lines } = await checked({ ...report, figures: { ...figures, ...changed } })
  return lines[0].findings.map((finding: { rule: string }) => finding.rule)
}

describe('a report file of the second obligation', () => {
  test('comes back with every kind of answer as it was', () => {
    const filing = read(report)
    const again = reportOf(website2020, filing, { name: report.unit, level: report.level })
    expect(again.figures).toEqual({
      ...figures,
      'spending.build.value': 12.5,
      'spending.upkeep.value': 0.32,
      'spending.total.value': 12.82,
    })
    expect(reportOf(website2020, read(again), { name: report.unit, level: report.level })).toEqual(again)
    expect(missingCells(website2020, filing)).toEqual([])
  })

  test('is read under the key of an earlier revision', () => {
    const { 'content.new.value': fresh, ...rest } = figures
    const old = { ...report, figures: { ...rest, 'content.fresh.value': fresh } }
    expect(read(old).entries.get('content.new.value' as never)?.value).toBe(30)
  })

  test.each([
    ['site.open.value', '大概', 'not-a-choice'],
    ['site.since.value', '2025-02-30', 'no-such-day'],
    ['site.address.value', 'ftp://a.cn', 'not-an-address'],
    ['site.channels.value', ['douyin'], 'not-a-choice'],
    ['content.new.value', true, 'wrong-type'],
  ])('is refused with %s as %j', (key, value, code) => {
    const result = readReport({ ...report, figures: { ...figures, [key]: value } }, both)
    expect(result).toEqual({ ok: false, problems: [{ path: `figures.${key}`, code }] })
  })
})

describe('check', () => {
  test('passes a whole report, and one of the other obligation of the same unit and year beside it', async () => {
    const { exit, lines } = await checked(report, other)
    expect(exit).toBe(0)
    expect(lines[0]).toMatchObject({ findings: [], incomplete: [] })
    expect(lines[1].incomplete).toContain('overview')
    expect(lines[1].incomplete.filter((key: string) => /^(?:site|content|spending)\./.test(key))).toEqual([])
  })

  test.each([
    ['W01', { 'content.subsites.value': 2 }],
    ['W03', { 'content.original.value': 11 }],
  ])('finds %s', async (rule, changed) => {
    expect(await rulesIn(changed)).toEqual([rule])
  })

  test('finds the gap in the text, in words', async () => {
    const { lines } = await checked({ ...report, texts: { summary: 'XX专栏运行正常。' } })
    expect(lines[0].findings).toMatchObject([{ rule: 'W04', message: '“工作小结”中的“XX”尚未填完。' }])
  })

  test('compares with last year of the same obligation, and never with the other one', async () => {
    const { context, out } = contextOfBoth()
    const lastYear = { ...report, year: 2024, figures: { ...figures, 'content.end.value': 90 } }
    const previous = await fileOf(lastYear)
    const file = await fileOf(report)
    await check([file], { json: true, previous }, context)
    expect(JSON.parse(out[0] ?? '').findings).toMatchObject([{ rule: 'W02', left: 100, right: 90 }])
    await check([file], { json: true, previous: await fileOf({ ...other, year: 2024 }) }, context)
    expect(JSON.parse(out[1] ?? '').findings).toEqual([])
  })

  test('names what is missing by its key', async () => {
    const { 'site.since.value': _, ...rest } = figures
    const { lines } = await checked({ ...report, figures: rest, texts: {} })
    expect(lines[0].incomplete).toEqual(['site.since.value', 'summary'])
  })
})

test.each(['text', 'html'])('render prints every kind of answer as %s', async to => {
  const { context, written } = contextOfBoth()
  expect(await render(await fileOf(report), { to }, context)).toBe(0)
  const words = String(written[0])
  const printed = ['是', '柳荫街道门户网站（主站）', '2015年6月1日', '微博、移动客户端', '98.5', '12.82']
  expect(printed.filter(each => !words.includes(each))).toEqual([])
  expect(words).toContain('柳荫街道2025年政府网站工作年度报表')
})

test('render makes a Word document of it, of which every figure and the text are read back as they were', async () => {
  const { context, written } = contextOfBoth()
  expect(await render(await fileOf(report), { to: 'docx' }, context)).toBe(0)
  const document = await readAtOnce(written[0] as Uint8Array, both)
  if (!document.ok) throw new Error(document.why)
  const { draft, missing } = document
  const filing = read(report)
  expect(missing).toEqual([])
  expect([draft.form, draft.year]).toEqual(['website-2020', 2025])
  expect(draft.unread).toEqual([])
  const figures = derive(website2020, filing)
  expect(draft.figures.map(([key, value]) => [key, value])).toEqual(
    [...indexOf(website2020).cells.values()].map(({ key }) => [key, figures.get(key)?.value]),
  )
  expect(draft.texts).toEqual([['summary', '全年更新及时。']])
})

test('its last day depends on the level, and on nothing of the other obligation', () => {
  const { lastDay } = both.obligationOf(obligationId('website'))
  expect([lastDay(2025, 'street'), lastDay(2025, 'city'), lastDay(2025, null)]).toEqual([
    '2026-02-10',
    '2026-02-28',
    '2026-02-28',
  ])
})
