// The house keeps its shape: who imports whom, and how files are written. The table is architecture/table.ts; each
// check is tried on files that break it, then on the real ones.

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrowCases } from './architecture/arrow-cases.ts'
import { filesSayWhatTheyAreFor } from './architecture/hand.ts'
import { handCases } from './architecture/hand-cases.ts'
import {
  arrowsAreUsed,
  packagesAreInstalledAndUsed,
  roomsExist,
  whatIsAheadIsListed,
} from './architecture/house.ts'
import { importsOf } from './architecture/imports.ts'
import { type File, mask } from './architecture/source.ts'
import { ahead, table } from './architecture/table.ts'
import { smallHouse, tableCases } from './architecture/table-cases.ts'

const root = resolve(import.meta.dirname, '..')
const filesIn = (folder: string): readonly File[] =>
  readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map(entry => resolve(entry.parentPath, entry.name))
    .sort()
    .map(path => ({
      path: path.slice(root.length + 1).replaceAll('\\', '/'),
      source: readFileSync(path, 'utf8'),
    }))
const files = filesIn('src')
const tests = filesIn('test')

describe.each([...arrowCases, ...handCases])('$name', ({ check, bad, good, beside = [] }) => {
  test.each(bad)('is broken by %s with %j', (path, source, problem) => {
    const problems = check([...beside, { path, source }])
    expect(problems).toEqual([expect.stringContaining(problem)])
    expect(problems[0]).toMatch(path)
  })

  test.each(good)('is kept by %s with %j', (path, source) => {
    expect(check([...beside, { path, source }])).toEqual([])
  })

  test('holds in src/', () => {
    expect(check(files)).toEqual([])
  })
})

describe.each(tableCases)('$name', ({ check, bad, good }) => {
  test.each(bad)('is broken by %j', (broken, problem) => {
    expect(check(broken, smallHouse.files, smallHouse.installed)).toEqual([expect.stringContaining(problem)])
  })

  test.each(good)('is kept by %j', kept => {
    expect(check(kept, smallHouse.files, smallHouse.installed)).toEqual([])
  })
})

test('the table holds what exists today', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
  const installed = Object.keys({ ...dependencies, ...devDependencies })
  const checks = [roomsExist, packagesAreInstalledAndUsed, arrowsAreUsed(ahead), whatIsAheadIsListed(ahead)]
  expect(checks.flatMap(check => check(table, files, installed))).toEqual([])
})

test('the files that are checked are all there', () => {
  const paths = files.map(file => file.path)
  expect(paths).toEqual(
    expect.arrayContaining(['src/faults.ts', 'src/engine/step.ts', 'src/storage/sqlite3.ts']),
  )
  expect(files.every(file => file.source !== '')).toBe(true)
})

describe('the reader of imports', () => {
  const specifiers = (source: string) =>
    importsOf({ path: 'src/app/a.ts', source }).map(found => found.specifier)

  test('sees what a plain search for whole lines sees in every file', () => {
    for (const file of files) {
      const lines = file.source.matchAll(/^(?:(?:import|export) .*|\}) from '([^']+)'/gm)
      expect(specifiers(file.source), file.path).toEqual(
        expect.arrayContaining([...lines].map(([, to]) => to)),
      )
    }
  })

  test.each([
    ["import a from 'a'; import 'b'\nexport * as c from \"c\"", ['a', 'b', 'c']],
    ["import\n  a, { type B }\n  from\n  'a'", ['a']],
    ["export const from = 1\nexport { from } from './b.ts'", ['./b.ts']],
    ["const a = x ? /'/ : 'import \"b\"'; import 'c'", ['c']],
    [`const a = \`\${\`'\${b}\`}\`; import 'c'`, ['c']],
    ["const a = b / 2 // it's\nimport 'c'", ['c']],
    ["const a = /[/'\"]/.test(b)\nimport 'c'", ['c']],
    ['const a = { import: 1 }; a.import("b")', []],
  ])('reads %j', (source, expected) => {
    expect(specifiers(source)).toEqual(expected)
  })

  test('keeps every place in the source', () => {
    for (const { source } of files) {
      const { code, uncommented } = mask(source)
      expect([code.length, uncommented.length]).toEqual([source.length, source.length])
    }
  })
})

describe('the files of test/', () => {
  test('say what they are for', () => {
    expect(tests.length).toBeGreaterThan(100)
    expect(filesSayWhatTheyAreFor(tests)).toEqual([])
  })

  test('have one word for a test', () => {
    const others = tests.filter(({ source }) =>
      /import \{[^}]*\bit\b[^}]*\} from 'vitest'/.test(mask(source).uncommented),
    )
    expect(others.map(({ path }) => path)).toEqual([])
  })
})
