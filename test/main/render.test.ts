// `nianbao render`: formats, where they go, and what is refused.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formId } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { render } from '../../src/main/commands/render.ts'
import { fakeContext, fileOf, folder, minimal, refused } from './fake-context.ts'

const figures = {
  'disputes.review.upheld': 2,
  'disputes.review.corrected': 0,
  'disputes.review.other': 0,
  'disputes.review.pending': 1,
  'disputes.review.total': 9,
  'disclosure.normative-documents.made': { value: 22, note: '（其中修订16件）' },
}
/** Every cell that is entered, all of them 0 but those above. */
const all = {
  ...Object.fromEntries(indexOf(catalog.formOf(formId(minimal.form))).entered.map(({ key }) => [key, 0])),
  ...figures,
  'disputes.review.total': 3,
}
const report = { ...minimal, title: '青石街道2025年度报告', figures, texts: { overview: '<总体> & 情况。' } }

test('docx goes to a file or a pipe, never to a terminal', async () => {
  const file = await fileOf(report)
  const { context, written } = fakeContext()
  expect(await render(file, { to: 'docx' }, context)).toBe(0)
  expect(Buffer.from(written[0] ?? '').toString('latin1', 0, 2)).toBe('PK')
  const terminal = fakeContext({}, 'zh-CN', true)
  expect(await refused(render(file, { to: 'docx' }, terminal.context))).toEqual([
    expect.stringContaining('-o'),
    2,
  ])
  const output = join(await folder(), 'report.docx')
  expect(await render(file, { to: 'docx', output }, terminal.context)).toBe(0)
  expect((await readFile(output)).toString('latin1', 0, 2)).toBe('PK')
})

test('html and text show the report with its own title', async () => {
  const { context, written } = fakeContext()
  await render(await fileOf(report), { to: 'html' }, context)
  await render(await fileOf(report), { to: 'text' }, context)
  expect(written[0]).toMatch(/<p>&(lt|#60);总体&(gt|#62); &(amp|#38); 情况。/)
  expect(written[1]).toMatch(/^青石街道2025年度报告\n/)
  expect(written[1]).toContain('本年制发件数 22（其中修订16件）')
})

test('json computes every total anew and loses nothing else', async () => {
  const { context, written } = fakeContext()
  await render(await fileOf(report), { to: 'json' }, context)
  const made = JSON.parse(String(written[0]))
  expect(made.figures).toEqual({ ...figures, 'disputes.review.total': 3 })
  expect(made).toMatchObject({ unit: '青石街道', level: 'street', title: report.title, texts: report.texts })
  expect(readReport(made, catalog).ok).toBe(true)
})

test('json names a district by the level that it shares with a county', async () => {
  const { context, written } = fakeContext()
  await render(await fileOf({ ...report, level: 'district' }), { to: 'json' }, context)
  expect(JSON.parse(String(written[0]))).toMatchObject({ level: 'county' })
})

test('json keeps what the file said besides: keys we do not know, and what it is about', async () => {
  const local = { 'local.extra': 7, 'local.amount': '5万元', constructor: 4 }
  const others = { $schema: './report.schema.json', about: { by: ['甲'] }, source: { page: 3 } }
  const { context, written } = fakeContext()
  await render(
    await fileOf({ ...report, ...others, figures: { ...figures, ...local } }),
    { to: 'json' },
    context,
  )
  expect(JSON.parse(String(written[0]))).toMatchObject({ ...others, figures: local })
})

test('a Word report renders like the report file it was made from', async () => {
  const made = fakeContext()
  const complete = { ...report, figures: all, unit: '青石街道' }
  await render(await fileOf(complete), { to: 'docx' }, made.context)
  const { context, written, errors } = fakeContext()
  const word = await fileOf(made.written[0], 'report.docx')
  expect(await render(word, { to: 'json' }, context)).toBe(0)
  expect(errors).toEqual([])
  expect(JSON.parse(String(written[0]))).toMatchObject({
    unit: '青石街道',
    year: 2025,
    title: report.title,
    texts: report.texts,
    figures: all,
  })
})

test('what could not be read in a Word report is told in one line', async () => {
  const made = fakeContext()
  const said = { ...figures, 'disclosure.regulations.made': { value: null, note: '见附件' } }
  await render(await fileOf({ ...report, figures: said }), { to: 'docx' }, made.context)
  const { context, errors } = fakeContext()
  await render(await fileOf(made.written[0], 'report.docx'), { to: 'text' }, context)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toContain('1 处未能识别')
  expect(errors[0]).toContain('见附件（不是可填报的数据）')
})

describe('refused with one sentence are', () => {
  test.each([
    ['xlsx', '尚未支持'],
    ['csv', '尚未支持'],
    ['pdf', '没有“pdf”格式'],
    ['toString', '没有“toString”格式'],
  ])('the format %s', async (to, why) => {
    expect(await refused(render(await fileOf(report), { to }, fakeContext().context))).toEqual([
      expect.stringContaining(why),
      2,
    ])
  })

  test('an unreadable report', async () => {
    expect(await refused(render(await fileOf('x'), { to: 'text' }, fakeContext().context))).toEqual([
      expect.stringContaining('不是 JSON'),
      2,
    ])
  })

  test('a folder that is not there', async () => {
    const output = join(await folder(), 'no', 'report.html')
    const why = await refused(render(await fileOf(report), { to: 'html', output }, fakeContext().context))
    expect(why).toEqual([expect.stringContaining('目录不存在'), 2])
  })

  test('writing over the report itself', async () => {
    const file = await fileOf(report)
    const why = await refused(render(file, { to: 'text', output: file }, fakeContext().context))
    expect(why).toEqual([expect.stringContaining('报告文件本身'), 2])
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(report)
  })
})
