// `nianbao check` on good, broken, incomplete and hostile files.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { check } from '../../src/main/commands/check.ts'
import { fakeContext, fileOf, folder, minimal } from './fake-context.ts'

const zeros = Object.fromEntries(indexOf(disclosure2021).entered.map(({ key }) => [key as string, 0]))
const texts = { overview: '总体情况。', problems: '问题。', other: '无。' }
const full = { ...minimal, figures: zeros, texts }
const unequal = {
  ...full,
  figures: { ...zeros, 'requests.received.natural': 6, 'requests.granted.natural': 5 },
}

const checked = async (content: unknown, options: Parameters<typeof check>[1] = {}) => {
  const file = await fileOf(content)
  const { context, out, errors } = fakeContext()
  const exit = await check([file], options, context)
  return { file, exit, out, errors, json: options.json ? JSON.parse(out[0] ?? 'null') : null }
}

describe('a report', () => {
  test('without a fault passes and says so', async () => {
    const { exit, out, errors } = await checked(full)
    expect([exit, errors]).toEqual([0, []])
    expect(out[0]).toMatch(/青石街道，2025 年度[\s\S]*✓ 表格勾稽关系校验通过。\n {2}没有未填项。$/)
  })

  test('that does not balance is told in words, and fails', async () => {
    const { exit, out } = await checked(unequal)
    expect(exit).toBe(1)
    expect(out[0]).toContain('✗ T301 表三“自然人”列不符合勾稽关系，相差 1 件')
  })

  test('is one line of JSON with the sums as numbers', async () => {
    const { file, exit, out, json } = await checked(unequal, { json: true })
    expect([exit, out.length]).toEqual([1, 1])
    expect(Object.keys(json)).toEqual(['file', 'findings', 'incomplete'])
    expect(json).toMatchObject({ file, incomplete: [] })
    expect(json.findings[0]).toMatchObject({ rule: 'T301', severity: 'error', left: 6, right: 5 })
    expect(json.findings[0].cells).toContain('requests.received.natural')
    expect(json.findings[0].message).toContain('自然人')
  })

  test('with a wrong stated total fails: totals are checked, never trusted', async () => {
    const wrong = { ...full, figures: { ...zeros, 'disputes.review.total': 3 } }
    const { exit, json } = await checked(wrong, { json: true })
    expect([exit, json.findings[0].rule]).toEqual([1, 'T401'])
  })

  test('that is not complete passes, and fails when completeness is asked for', async () => {
    const { 'requests.received.natural': _, ...rest } = zeros
    const open = { ...full, figures: rest, texts: { overview: '总体情况。' } }
    const { exit, json } = await checked(open, { json: true })
    expect([exit, json.incomplete]).toEqual([0, ['requests.received.natural', 'problems', 'other']])
    expect((await checked(open, { complete: true })).exit).toBe(1)
    expect((await checked(open)).out[0]).toMatch(
      /3 项未填：[^、]*自然人[^、]*、存在的主要问题及改进情况、其他需要报告的事项$/,
    )
  })

  test('names a table without any figure once, and has the words at fault in its JSON', async () => {
    const figures = Object.fromEntries(Object.entries(zeros).filter(([key]) => !key.startsWith('requests.')))
    const absent = { ...full, figures, texts: { ...full.texts, problems: '无。' } }
    expect((await checked(absent)).out[0]).toMatch(/项未填：依申请公开$/)
    const { json } = await checked(absent, { json: true })
    expect(json.findings.find(({ rule }: { rule: string }) => rule === 'F13')).toMatchObject({
      quote: '无。',
    })
  })

  test('counts a required text that is empty', async () => {
    const empty = { ...full, texts: { ...full.texts, overview: '' } }
    const { exit, json } = await checked(empty, { json: true, complete: true })
    expect([exit, json.incomplete]).toEqual([1, ['overview']])
  })

  test('misses no opening text, no total and no gate', async () => {
    const { json } = await checked(minimal, { json: true })
    expect(json.incomplete).toHaveLength(Object.keys(zeros).length + 3)
    expect(json.incomplete.filter((key: string) => /preamble|total|\?/.test(key))).toEqual([])
  })

  test('with keys that its form does not have is checked, and they are named', async () => {
    const { exit, errors } = await checked({ ...full, figures: { ...zeros, 'requests.made-up.natural': 3 } })
    expect(exit).toBe(0)
    expect(errors[0]).toContain('1 项不在格式中，未核对：figures.requests.made-up.natural')
  })
})

describe('a file that is no report is answered with one sentence and exit code 2:', () => {
  const deep = `${'{"a":'.repeat(50)}1${'}'.repeat(50)}`
  test.each<[string, unknown, string]>([
    ['not JSON', 'hello', '不是 JSON'],
    ['empty', '', '不是 JSON'],
    ['null', 'null', '类型有误'],
    ['a list', '[]', '类型有误'],
    [
      'a figure of a wrong type',
      { ...minimal, figures: { 'requests.received.natural': [1] } },
      'figures.requests.received.natural 类型有误',
    ],
    [
      'words for a figure',
      { ...minimal, figures: { 'requests.received.natural': '很多' } },
      '不是可填报的数据',
    ],
    ['no figures at all but a text', { ...minimal, figures: 'none' }, 'figures 类型有误'],
    [
      'another level',
      { ...minimal, level: 'borough' },
      'level 值有误（可用：province、city、county、district、town、street、bureau）',
    ],
    ['another format', { ...minimal, format: 'report@2' }, 'format 值有误（可用：nianbao/report@1）'],
    [
      'another form',
      { ...minimal, form: 'disclosure-1999' },
      '没有该格式（可用：disclosure-2019、disclosure-2021）',
    ],
    ['a prototype', `{"format":"nianbao/report@1","__proto__":{"polluted":1}}`, '不允许的键'],
    ['a prototype among the figures', `{"figures":{"__proto__":{"value":1}}}`, '不允许的键'],
    ['deep', deep, '层数过多'],
    ['huge', 'x'.repeat(30 * 1024 * 1024), '文件过大'],
    ['Word by its content', 'PK\u0003\u0004 word/document.xml', '无法打开，可能已损坏'],
    ['not UTF-8', new Uint8Array([0xb1, 0xb1, 0xc2, 0xd8]), '不是 UTF-8'],
  ])('%s', async (_, content, why) => {
    const { file, exit, out, errors } = await checked(content)
    expect([exit, out, errors.length]).toEqual([2, [], 1])
    expect(errors[0]).toContain(`${file}：`)
    expect(errors[0]).toContain(why)
    expect(errors[0]).not.toContain('\n')
    const { json } = await checked(content, { json: true })
    expect(Object.keys(json)).toEqual(['file', 'error'])
    expect(json.error).toContain(why)
  })

  test('missing, a folder, a Word file', async () => {
    const inside = await folder()
    await mkdir(join(inside, 'folder'))
    await writeFile(join(inside, 'report.docx'), 'PK')
    const { context, errors } = fakeContext()
    const files = ['nothing.json', 'folder', 'report.docx'].map(name => join(inside, name))
    expect(await check(files, {}, context)).toBe(2)
    expect(errors).toEqual([
      expect.stringContaining('没有该文件'),
      expect.stringContaining('该路径是目录'),
      expect.stringContaining('无法打开，可能已损坏'),
    ])
  })

  test('a key that moves the cursor is shown without doing so', async () => {
    const { errors } = await checked({ ...minimal, figures: { '\u009b2J': 1, 'a\u202eb': [] } })
    expect(errors[0]).not.toMatch(/\p{Cc}|\p{Cf}/u)
  })
})

test('what can be read is checked although another file cannot', async () => {
  const [good, bad] = [await fileOf(unequal), await fileOf('x')]
  const { context, out } = fakeContext()
  expect(await check([bad, good], { json: true }, context)).toBe(2)
  expect(out.map(line => Object.keys(JSON.parse(line))[1])).toEqual(['error', 'findings'])
})

test('the report of the year before has to be readable', async () => {
  const [now, before] = [await fileOf(full), await fileOf(full)]
  const { context, errors } = fakeContext()
  expect(await check([now], { previous: before }, context)).toBe(0)
  expect(await check([now], { previous: `${before}.not-there` }, context)).toBe(2)
  expect(errors[0]).toContain('没有该文件')
})

test('the words follow the locale', async () => {
  const { context, out } = fakeContext({}, 'en')
  expect(await check([await fileOf(unequal)], {}, context)).toBe(1)
  expect(out[0]).toMatch(/Natural persons/)
})
