// Every saying of the table comes to its figures after one yes, or to none at all.

import { expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import { cellKey } from '../../src/engine/form.ts'
import { cellOf } from '../../src/engine/index-of.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { entered, gates } from '../forms/material.ts'
import { cell, gate, play } from './play.ts'
import { sayings } from './sayings.ts'

const form = disclosure2021
const gateKeys: readonly string[] = gates(form).map(({ key }) => key)

test.each(sayings)('$at: $said', ({ at, said, expected }) => {
  const script = play(form, { level: 'city' })
  script.put(gateKeys.includes(at) ? gate(at) : cell(at))
  script.say(said)
  if (script.question().type === 'proposal' && script.words().includes('confirm') && expected !== 'nothing')
    script.tap('confirm')
  const stand = entered(form).flatMap(({ key }): readonly (readonly [string, string])[] => {
    const value = script.entry(key)?.value
    return value === undefined ? [] : [[key, answers[cellOf(form, key).answer].print(value)]]
  })
  const meant = expected === 'nothing' ? [] : Object.entries(expected)
  expect(Object.fromEntries(stand)).toEqual(
    Object.fromEntries(meant.map(([key, value]) => [cellKey(key), String(value)])),
  )
  // A proposal of figures that nobody said is a misreading too.
  const question = script.question()
  if (expected === 'nothing' && question.type === 'proposal') expect(question.cells).toEqual([])
})
