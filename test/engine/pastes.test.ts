// Pastes in layouts that no form prints: every figure of each is proposed, or the words that are
// not taken are named, and none is another than what stands there.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import { cellOf } from '../../src/engine/index-of.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { entered } from '../forms/material.ts'
import { play } from './play.ts'

/**
 * `notWhole` says why not all of it is taken so far; then that is said, and what is taken is right. An empty `expect` is
 * of figures that are nobody's cells: nothing is stored, and that is said. `tells` are the words named as not taken.
 */
type Expected = {
  readonly expect: Readonly<Record<string, number>>
  readonly notWhole?: string
  readonly tells?: readonly string[]
}

const form = disclosure2021
const folder = new URL('./pastes/', import.meta.url)
const names = readdirSync(folder).flatMap(name => (name.endsWith('.txt') ? [name.slice(0, -4)] : []))

test.each(names)('paste %s', name => {
  const {
    expect: meant,
    notWhole,
    tells,
  } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected
  const script = play(form, { level: 'city', year: 2026 })
  script.put({ type: 'contents', section: null, branch: null })
  script.say(readFileSync(new URL(`${name}.txt`, folder), 'utf8'))
  const question = script.question()
  const isNamed =
    question.type === 'proposal' ? question.untaken.length > 0 : script.types().includes('unread')
  if (tells) expect(question.type === 'proposal' && question.untaken).toEqual(tells)
  if (script.words().includes('confirm')) script.tap('confirm')
  const stand = new Map(
    entered(form).flatMap(({ key }): readonly (readonly [string, number])[] => {
      const value = script.value(key)
      return value === undefined ? [] : [[key, Number(answers[cellOf(form, key).answer].print(value))]]
    }),
  )
  // A blank may be 0; anything else stands in the paste.
  expect([...stand].filter(([key, value]) => value !== 0 && meant[key] !== value)).toEqual([])
  const lacking = Object.entries(meant).filter(([key, value]) => stand.get(key) !== value)
  if (Object.keys(meant).length === 0) expect(isNamed).toBe(true)
  else if (notWhole === undefined) expect(lacking).toEqual([])
  else expect({ isNamed, isLacking: lacking.length > 0 }).toEqual({ isNamed: true, isLacking: true })
})
