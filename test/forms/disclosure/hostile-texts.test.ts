// Texts that were made to keep the rules busy: the work over them grows as they do. What is counted are the signs that
// patterns and searches pass over, since no pattern passes over a sign more often than its bounds say (patterns.test.ts).

import { afterEach, beforeEach, expect, test } from 'vitest'
import { textKey } from '../../../src/engine/form.ts'
import { createReview } from '../../../src/engine/review.ts'
import { disclosure2021 as form } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'
import { hostilePhrases, hostileText } from '../../reading/hostile-phrases.ts'
import { alone } from './figures.ts'
import { requests, withTexts } from './texts.ts'

let passed = 0

type Pass = (this: string | RegExp, ...given: readonly unknown[]) => unknown
const real = {
  exec: RegExp.prototype.exec,
  indexOf: String.prototype.indexOf,
  lastIndexOf: String.prototype.lastIndexOf,
  split: String.prototype.split,
} as unknown as Readonly<Record<string, Pass>>
const put = (name: string, pass: Pass | undefined) =>
  Reflect.set(name === 'exec' ? RegExp.prototype : String.prototype, name, pass)

/** From where a search begins to where it ends: behind what it found, or at the end of the text. */
const counted: Readonly<
  Record<string, (of: string | RegExp, given: readonly unknown[], from: number, result: unknown) => number>
> = {
  exec: (of, [text], from, found) => {
    const { source, sticky, multiline } = of as RegExp
    if (found) return (found as RegExpExecArray).index + (found as RegExpExecArray)[0].length - from + 1
    return sticky || (source.startsWith('^') && !multiline) ? 1 : String(text).length - from + 1
  },
  indexOf: (of, [, from = 0], _, at) =>
    ((at as number) < 0 ? (of as string).length : (at as number)) - Number(from) + 1,
  lastIndexOf: (of, [, from = (of as string).length], _, at) => Number(from) - (at as number),
  split: of => (of as string).length,
}

beforeEach(() => {
  for (const [name, count] of Object.entries(counted))
    put(name, function (this: string | RegExp, ...given) {
      const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0
      const result = Reflect.apply(real[name] as Pass, this, given)
      passed += count(this, given, from, result)
      return result
    })
})
afterEach(() => {
  for (const [name, pass] of Object.entries(real)) put(name, pass)
})

const keys = form.sections.flatMap(section => (section.type === 'text' ? [section.text] : []))
let nth = 0

/** Signs passed over by all rules, over four texts of this year and of last year. */
const stepsOver = (text: (of: 'this' | 'last', head: string) => string): number => {
  nth += 1
  const filing = (of: 'this' | 'last') =>
    withTexts(
      filingWith(form, requests),
      Object.fromEntries(keys.map((key, at) => [textKey(key), text(of, `${nth}${of}${at}`)])),
    )
  const known = { ...alone, previous: { form, filing: filing('last') } }
  passed = 0
  createReview()(form, filing('this'), known)
  return passed
}

const size = process.env.LONG ? 5_000 : 2_000

test.each(Object.entries(hostilePhrases))('%s: twice the text is at most 2.2 times the work', (_, phrase) => {
  const [once = 0, twice = 0, fourTimes = 0] = [size, 2 * size, 4 * size].map(length =>
    stepsOver((_, head) => hostileText(phrase, length, head)),
  )
  expect(once).toBeGreaterThan(phrase.trim() === '' ? 0 : size)
  expect(twice / once).toBeLessThan(2.2)
  expect(fourTimes / twice).toBeLessThan(2.2)
})
