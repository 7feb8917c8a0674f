// Whoever answers truthfully whatever the step asks ends with exactly the true report, and is asked no more than the
// report holds: each open gate and each cell behind it once, never a computed one.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers } from '../../src/engine/answers/answers.ts'
import { bodyOf } from '../../src/engine/body-of.ts'
import type { Value } from '../../src/engine/filing.ts'
import type { Form } from '../../src/engine/form.ts'
import { cellOf, gateOf, indexOf } from '../../src/engine/index-of.ts'
import { blocks } from '../../src/engine/rules/finding.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { entered } from '../forms/material.ts'
import { asked, isZero, openIn, type Truth, truthOf } from './generated.ts'
import { type Play, play } from './play.ts'

const numRuns = process.env.LONG ? 2_000 : 40

/** In the order of asking. */
const texts = ['overview', 'problems', 'other', 'preamble']

type Asked = { readonly gates: string[]; readonly cells: string[]; readonly texts: string[] }

/** Answer until nothing is open; `taps` uses the offered remainder whenever it is true. */
const fill = (form: Form, truth: Truth, taps: boolean): { readonly script: Play; readonly log: Asked } => {
  const script = play(form, { level: 'city' })
  const log: Asked = { gates: [], cells: [], texts: [] }
  script.tap('begin')
  for (let steps = 0; script.question().type !== 'done'; steps += 1) {
    if (steps > 2_000) throw new Error('it never ends')
    answer(script, truth, taps, log)
  }
  return { script, log }
}

const answer = (script: Play, truth: Truth, taps: boolean, log: Asked): void => {
  const question = script.question()
  switch (question.type) {
    case 'text':
      log.texts.push(question.text)
      script.say(`这一节写的是${question.text}。`)
      // Where the next question's buttons stand on the text's card, one of them ends it; here its end is said.
      if (script.question().type === 'text') script.act({ type: 'written', text: question.text })
      return
    case 'gate': {
      log.gates.push(question.gate)
      const open = openIn(gateOf(script.form, question.gate), truth)
      if (open.length === 0) {
        script.tap(script.words().includes('no') ? 'no' : 'none')
        return
      }
      if (script.words().includes('yes')) script.tap('yes')
      for (const branch of open) script.tapBranch(branch.key)
      script.tap('chosen')
      return
    }
    case 'cell': {
      log.cells.push(question.cell)
      const offered = script
        .ask()
        .choices.find(
          ({ event }) =>
            event.type === 'set' && event.values.every(([key, value]) => same(value, truth.get(key))),
        )
      if (taps && offered) script.act(offered.event)
      else
        script.say(answers[cellOf(script.form, question.cell).answer].say(truth.get(question.cell) ?? null))
      return
    }
    default:
      throw new Error(`a truthful answer led to ${question.type}`)
  }
}

const same = (one: Value, other: Value | undefined) => JSON.stringify(one) === JSON.stringify(other)

describe.each(forms)('in %s', (_, form) => {
  const truths = truthOf(form)
  const figures = entered(form).map(cell => cell.key)

  test('true answers end with exactly the true report and no finding about a figure', () => {
    fc.assert(
      fc.property(truths, fc.boolean(), (truth, taps) => {
        const { script } = fill(form, truth, taps)
        // The texts here are stubs: what is said about words has tests of its own.
        const said = script.ask().findings.filter(({ text }) => text === undefined)
        expect(said.filter(blocks)).toEqual([])
        expect(script.ask().open).toEqual([])
        const wrong = figures.filter(
          key =>
            !same(script.value(key) ?? null, truth.get(key)) &&
            !(isZero(script.value(key)) && isZero(truth.get(key))),
        )
        expect(wrong).toEqual([])
        for (const text of texts)
          expect(bodyOf(script.form, script.filing(), text as never)).toBe(`这一节写的是${text}。`)
        script.tap('document')
        expect(script.types()).toEqual(['document', 'ask'])
      }),
      { numRuns },
    )
  })

  test('exactly the open gates and the cells behind them are asked, each once, and no computed one', () => {
    fc.assert(
      fc.property(truths, truth => {
        const { log } = fill(form, truth, false)
        const must = asked(form, truth)
        expect([...log.gates].sort()).toEqual([...must.gates].sort())
        expect([...log.cells].sort()).toEqual([...must.cells].sort())
        expect(log.texts).toEqual(texts)
        expect(log.cells.filter(key => indexOf(form).cells.get(key)?.sum)).toEqual([])
      }),
      { numRuns },
    )
  })

  // Asked zeros share an opened row with a figure: at most two of three in a row of the first table, and one of the
  // two that say what came in for an applicant.
  test('the number of questions follows the figures that are not 0', () => {
    fc.assert(
      fc.property(truths, fc.boolean(), (truth, taps) => {
        const { log } = fill(form, truth, taps)
        const nonZero = figures.filter(key => !isZero(truth.get(key)))
        const openRows = log.gates.includes('disclosure.?')
          ? new Set(nonZero.filter(key => key.startsWith('disclosure.')).map(key => key.split('.')[1])).size
          : 0
        const applicants = log.gates.filter(key => key.startsWith('requests.?.')).length
        const questions = log.gates.length + log.cells.length + log.texts.length
        expect(questions).toBeLessThanOrEqual(
          log.gates.length + nonZero.length + texts.length + 2 * openRows + applicants,
        )
        expect(log.gates.length).toBeLessThanOrEqual(3 + applicants + 3)
      }),
      { numRuns },
    )
  })

  test('a report of zeros takes one question for each text and one for each table', () => {
    const { log } = fill(form, new Map(figures.map(key => [key, 0])), false)
    expect([log.gates.length, log.cells.length, log.texts.length]).toEqual([3, 0, 4])
  })

  test('taking the offered remainder asks fewer cells, never more', () => {
    fc.assert(
      fc.property(truths, truth => {
        const typed = fill(form, truth, false).log.cells
        const tapped = fill(form, truth, true).log.cells
        expect(typed).toEqual(expect.arrayContaining(tapped))
        expect(tapped.length).toBeLessThanOrEqual(typed.length)
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    )
  })
})
