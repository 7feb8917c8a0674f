// Nothing outside an obligation's folder and its words names the statute: no obligation, number of sections, table, or rule.

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mask } from '../architecture/source.ts'

const root = resolve(import.meta.dirname, '../..')
const under = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter(path => ending.test(path))

/** The folder of the statute, and the lines that enter it and its words in the catalogue and the books. */
const home = /^src\/(?:forms\/disclosure\/|forms\/catalog\.ts$|i18n\/form-books\.ts$)/
/** Books that every obligation shares. */
const shared = /^locales\/[\w-]+\/(?:bot|web|cli)\.json$/

const statute = /disclosure|六个|表[二三四]|依申请|\b[TNFY]\d{2,3}\b/

/** What the code of a file names; comments may cite the law, but no rule and no table. */
const named = (path: string, source = readFileSync(resolve(root, path), 'utf8')): readonly string[] => {
  if (home.test(path)) return []
  const code = path.endsWith('.ts') ? mask(source).uncommented : source
  return code.split('\n').flatMap((line, at) => {
    const found = statute.exec(line)
    return found ? [`${path}:${at + 1}: ${found[0]}`] : []
  })
}

const files = [...under('src', /\.ts$/), ...under('locales', shared)]

describe('the statute stays at home', () => {
  test('no other file names it', () => {
    const atHome = files.filter(path => home.test(path))
    expect(atHome.length).toBeGreaterThan(20)
    expect(files.length - atHome.length).toBeGreaterThan(200)
    expect(files.filter(path => shared.test(path))).toHaveLength(6)
    expect(files.flatMap(path => named(path))).toEqual([])
  })

  test.each([
    ['src/engine/form.ts', "const id = 'disclosure'"],
    ['src/engine/rules/rule.ts', "type A = 'T205' | 'F01'"],
    ['src/app/conversation/compose.ts', "rule: 'N01.part'"],
    ['src/intake/docx/top.ts', 'const a = /依申请/u'],
    ['locales/zh-CN/bot.json', '{ "a": "报告由六个部分组成" }'],
    ['locales/zh-CN/web.json', '{ "a": "表三对不上" }'],
    ['locales/en/cli.json', '{ "a": "the disclosure report" }'],
  ])('%s would name it by %s', (path, source) => {
    expect(named(path, source)).toEqual([expect.stringMatching(`^${path}:1: `)])
  })

  test.each([
    ['src/engine/rules/rule.ts', "// T205, 表三\nconst a = 'T1000'"],
    ['src/forms/disclosure/form-2021.ts', "const id = 'disclosure-2021'"],
    ['src/i18n/form-books.ts', "import a from '../../locales/en/forms/disclosure-2021.json'"],
  ])('%s does not name it by %j', (path, source) => {
    expect(named(path, source)).toEqual([])
  })
})
