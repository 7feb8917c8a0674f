// Where a filing stands, of filings at every stage.

import { expect, test } from 'vitest'
import { judgedWith, type Standing, standingOf } from '../../src/district/standing.ts'
import { createReview } from '../../src/engine/review.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { type Play, play } from '../engine/play.ts'

const form = disclosure2021
const known = { unit: { name: '柳荫街道', level: 'street', powers: {} }, previous: null, yearEnd: 0 } as const

const stands = (script: Play): Standing =>
  standingOf(form, script.filing(), known, createReview()(form, script.filing(), known), 'draft')

const gates = form.sections.flatMap(section =>
  section.type === 'table' && section.gate ? [section.gate.key] : [],
)
/** Everything is answered with none; the texts follow. */
const closed = () => {
  const script = play(form, { yearEnd: 0 })
  for (const gate of gates) script.act({ type: 'open', gate, branches: [] })
  return script
}
const written = (script: Play): Play => {
  for (const section of form.sections)
    if (section.type === 'text')
      script.act({ type: 'write', text: section.text, body: '无。', message: null })
  return script
}

test('of a filing that nobody has begun, the first question asked is next and every cell is missing', () => {
  const entered = form.sections.flatMap(section =>
    section.type === 'table' ? section.cells.filter(cell => !cell.sum) : [],
  )
  const required = form.sections.filter(section => section.type === 'text' && section.required)
  expect(stands(play(form))).toMatchObject({
    ...{ missing: entered.length + required.length, errors: 0, explained: 0, zero: false },
    next: 'disclosure.?',
  })
})

test('what is missing is counted by cells, what is open by questions', () => {
  const { open, missing } = stands(closed())
  expect([open, missing]).toEqual([4, 3])
})

test('a report of nothing but zeros is a zero report once nothing is missing', () => {
  expect(stands(closed()).zero).toBe(false)
  const script = written(closed())
  expect(stands(script)).toMatchObject({ open: 0, missing: 0, zero: true, next: null })
  script.act({ type: 'set', values: [['requests.received.natural' as never, 1]], source: 'typed' })
  expect(stands(script).zero).toBe(false)
})

test('what it was judged with tells the form, its revision, other rules, and a year that is not over', () => {
  const [first, ...rest] = form.rules
  const names = [
    form,
    { ...form, revision: form.revision + 1 },
    { ...form, rules: rest },
    { ...form, rules: [{ ...first, judge: () => [] }, ...rest] as typeof form.rules },
  ].map(each => judgedWith(each, true))
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^disclosure-2021@\d+\/[0-9a-f]{8}$/)
  expect(judgedWith(form, false)).not.toBe(judgedWith(form, true))
  expect(judgedWith(form, true)).toBe(judgedWith({ ...form }, true))
})
