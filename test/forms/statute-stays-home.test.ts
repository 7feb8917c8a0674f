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

/** Files that still name it; a file leaves this list when it no longer does. */
const pending: readonly string[] = []

const statute = /disclosure|六个|表[二三四]|依申请|\b[TNFY]\d{2,3}\b/

/** What the code of a file names; comments may cite the law, but no rule and no table. */
const named = (path: string): readonly string[] => {
  const source = readFileSync(resolve(root, path), 'utf8')
  const code = path.endsWith('.ts') ? mask(source).uncommented : source
  return code.split('\n').flatMap((line, at) => {
    const found = statute.exec(line)
    return found ? [`${path}:${at + 1}: ${found[0]}`] : []
  })
}

const files = [...under('src', /\.ts$/), ...under('locales', shared)].filter(path => !home.test(path))

describe('the statute stays at home', () => {
  test('no other file names it', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(files.filter(path => !pending.includes(path)).flatMap(named)).toEqual([])
  })

  test('a file is pending only while it names it', () => {
    expect(pending.filter(path => files.includes(path) && named(path).length === 0)).toEqual([])
  })

  test.each(["const id = 'disclosure'", "rule: 'T301'", '报告由六个部分组成', '表三对不上'])(
    'is named by %s',
    line => {
      expect(statute.test(line)).toBe(true)
    },
  )
})
