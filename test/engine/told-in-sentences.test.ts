// A report that is told in sentences, a table at a time: the figures that are not 0, then that there are no others. It
// ends with exactly the true figures, and before the last sentence with no zero that nobody said.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers, isNothing } from '../../src/engine/answers/answers.ts'
import type { Value } from '../../src/engine/filing.ts'
import type { Cell, Form } from '../../src/engine/form.ts'
import { createWords } from '../../src/i18n/words.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { entered, table } from '../forms/material.ts'
import { isZero, type Truth, truthOf } from './generated.ts'
import { gate, type Play, play } from './play.ts'

const numRuns = process.env.LONG ? 1_000 : 25
const words = createWords('zh-CN')
const sections = ['disclosure', 'requests', 'disputes']
/** A message holds some forty clauses. */
const perMessage = 30

const clause = (form: Form, { key, answer }: Cell, value: Value): string => {
  const names = words.of(form).form
  const said = answers[answer].say(value)
  return `${names.column(form, key)}${names.row(form, key)}${/元$/.test(said) ? said : `${said}件`}`
}

/** Tells a table and gives the cells that hold 0 before the last sentence. */
const tell = (script: Play, truth: Truth, section: string): readonly string[] => {
  const { form } = script
  const cells = entered(form).filter(cell => cell.section === section && !isZero(truth.get(cell.key)))
  for (let from = 0; from < cells.length; from += perMessage) {
    const part = cells.slice(from, from + perMessage)
    script.put(gate(`${section}.?`))
    script.say(part.map(cell => clause(form, cell, truth.get(cell.key) ?? null)).join('，'))
    expect(script.question()).toMatchObject({
      type: 'proposal',
      untaken: [],
      unsure: [],
      cells: { length: part.length },
    })
    script.tap('confirm')
  }
  const zeros = [...script.filing().entries].flatMap(([key, { value }]) => {
    const cell = table(form, section).cells.find(each => each.key === key)
    return cell && isNothing(cell.answer, value) ? [cell.key] : []
  })
  script.put(gate(`${section}.?`))
  script.say('其余没有')
  if (script.question().type === 'proposal') script.tap('confirm')
  return zeros
}

describe.each(forms)('in %s', (_, form) => {
  test('the true figures stand, and no zero that nobody said', () => {
    fc.assert(
      fc.property(truthOf(form), truth => {
        const script = play(form, { level: 'city' })
        const zeros = sections.flatMap(section => tell(script, truth, section))
        expect(zeros).toEqual([])
        for (const { key, answer } of entered(form)) {
          const value = script.value(key)
          expect([key, value !== undefined]).toEqual([key, true])
          const isSame = answers[answer].equal(value ?? null, truth.get(key) ?? answers[answer].zero ?? 0)
          expect([key, isSame || (isZero(value) && isZero(truth.get(key)))]).toEqual([key, true])
        }
      }),
      { numRuns },
    )
  })
})
