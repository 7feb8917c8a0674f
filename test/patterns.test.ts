// Every pattern of the house passes over what it is given in linear time: its repetitions are bounded, or recheck
// (an automaton, no sampling) proves that a search with it is linear.

import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { checkSync } from 'recheck'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const files = 'src/**/*.ts'

type Pattern = { readonly place: string; readonly source: string; readonly flags: string }

/** `a*`, `a+`, `a{2,}` outside of sets and escapes. */
const isBounded = (source: string): boolean => {
  const plain = source
    .replace(/\\./gs, '_')
    .replace(/\[[^\]]*\]/g, '_')
    .replace(/\(\?<?[:=!]|\(\?<\w+>/g, '(')
  return !/[*+]|\{\d+,\}/.test(plain)
}

/** Why a pattern is refused; undefined when it is linear. */
const refusal = ({ source, flags }: Pattern): string | undefined => {
  if (isBounded(source)) return undefined
  const { status } = checkSync(source, flags, { checker: 'automaton', timeout: 60_000 })
  return status === 'safe' ? undefined : `${status}: bound its repetitions`
}

const patternsIn = (path: string): readonly Pattern[] => {
  const code = readFileSync(resolve(root, path), 'utf8')
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    if ('regex' in node && 'start' in node) {
      const { pattern, flags } = node.regex as { readonly pattern: string; readonly flags: string }
      found.push({
        place: `${path}:${code.slice(0, Number(node.start)).split('\n').length}`,
        source: pattern,
        flags,
      })
    }
    for (const each of Object.values(node)) visit(each)
  }
  visit(parseSync(path, code).program)
  return found
}

/** Patterns that are put together while their file is loaded. */
const composed = async (): Promise<readonly Pattern[]> => {
  const found: Pattern[] = []
  const real = globalThis.RegExp
  const paths = globSync(files, { cwd: root }).filter(path =>
    /new RegExp\(/.test(readFileSync(resolve(root, path), 'utf8')),
  )
  let place = ''
  globalThis.RegExp = new Proxy(real, {
    construct: (target, given) => {
      const pattern = new target(...(given as [string, string]))
      found.push({ place, source: pattern.source, flags: pattern.flags })
      return pattern
    },
  })
  try {
    for (const path of paths) {
      place = path
      await import(`${resolve(root, path)}?composed`)
    }
  } finally {
    globalThis.RegExp = real
  }
  return found.filter(({ place }) => place !== '')
}

test('every pattern over words is linear', { timeout: 300_000 }, async () => {
  const made = await composed()
  expect(made.length).toBeGreaterThan(5)
  const written = globSync(files, { cwd: root }).flatMap(patternsIn)
  expect(written.length).toBeGreaterThan(300)
  const refused = [...written, ...made].flatMap(pattern => {
    const why = refusal(pattern)
    return why === undefined ? [] : [`${pattern.place} ${why}: ${pattern.source.slice(0, 80)}`]
  })
  expect(refused).toEqual([])
})

test.each([
  ['《[^》]*》', 'gu'],
  ['[。.!,~]+$', ''],
  ['^(?:或者|或|者)*$', 'u'],
  ['(?<!第)[零一二三]+件', 'gu'],
  ['\\d{2,}件', 'u'],
])('%s is refused', (source, flags) => {
  expect(refusal({ place: '', source, flags })).toBeDefined()
})

test.each([
  ['[零一二三]{1,64}件', 'gu'],
  ['《[^《》]*》', 'gu'],
  ['\\s+', 'g'],
])('%s is taken', (source, flags) => {
  expect(refusal({ place: '', source, flags })).toBeUndefined()
})
