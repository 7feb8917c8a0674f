// Every saying of the tables comes to its figures after one yes, or to none at all.

import { expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import { cellKey } from '../../src/engine/form.ts'
import { cellOf } from '../../src/engine/index-of.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { entered, gates } from '../forms/material.ts'
import { clerksAtDisclosure } from './clerks-at-disclosure.ts'
import { clerksAtRequests } from './clerks-at-requests.ts'
import { cell, gate, play } from './play.ts'
import { sayings } from './sayings.ts'

const form = disclosure2021
const gateKeys: readonly string[] = gates(form).map(({ key }) => key)

test.each([...sayings, ...clerksAtDisclosure, ...clerksAtRequests])(
  '$at: $said',
  ({ at, given = {}, said, chosen, rest, notTaken, expected }) => {
    const script = play(form, { level: 'city', year: 2026, entries: given })
    script.put(gateKeys.includes(at) ? gate(at) : cell(at))
    script.say(said)
    const asked = script.question()
    const isMeant = typeof expected === 'object' && !notTaken
    if (notTaken) expect(script.effects()[0]).toMatchObject({ type: 'unread' })
    if (chosen !== undefined) script.say(chosen)
    if (isMeant && asked.type === 'proposal' && script.words().includes('confirm')) script.tap('confirm')
    const stand = entered(form).flatMap(({ key }): readonly (readonly [string, string])[] => {
      const value = script.value(key)
      return value === undefined ? [] : [[key, answers[cellOf(form, key).answer].print(value)]]
    })
    const others = entered(form).filter(({ section }) => section === rest)
    const meant = {
      ...Object.fromEntries(others.map(({ key }) => [key, 0])),
      ...given,
      ...(isMeant ? expected : {}),
    }
    expect(Object.fromEntries(stand)).toEqual(
      Object.fromEntries(Object.entries(meant).map(([key, value]) => [cellKey(key), String(value)])),
    )
    // A proposal of figures that nobody said is a misreading too.
    if (!isMeant && asked.type === 'proposal') expect(asked.cells).toEqual([])
    if (expected === 'ask') expect(['proposal', 'which', 'gate', 'cell']).toContain(asked.type)
  },
)
