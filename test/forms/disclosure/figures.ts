// Filings that break nothing until a figure is changed, and the findings of a review by rule. It judges nothing.

import { answers } from '../../../src/engine/answers/answers.ts'
import type { Value } from '../../../src/engine/filing.ts'
import type { AnswerType, Form } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import type { RuleId } from '../../../src/engine/keys.ts'
import type { Known } from '../../../src/engine/known.ts'
import { review } from '../../../src/engine/review.ts'
import type { Finding } from '../../../src/engine/rules/finding.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'

export const forms = [disclosure2019, disclosure2021].map(form => [form.id, form] as const)

export type Entries = Readonly<Record<string, Value | readonly string[]>>

/** Nothing else is known of the unit. */
export const alone: Known = {
  unit: { name: '柳荫街道', level: null, powers: {} },
  previous: null,
  yearEnd: null,
}

/** Every entered cell at its kind's zero, or with words that none objects to, so that no gate and no cell is open. */
export const zeros = (form: Form): Entries =>
  Object.fromEntries(
    indexOf(form).entered.map(({ key, answer }) => [key, answers[answer].zero ?? plain[answer] ?? 0]),
  )

const plain: Partial<Record<AnswerType, Value>> = {
  line: '门户网站',
  'web-address': 'https://www.example.gov.cn',
  date: '2015-06-01',
}

/** The findings of one rule; without one, all errors: warnings have tests of their own. */
export const findings = (form: Form, entries: Entries, rule?: RuleId): readonly Finding[] =>
  review(form, filingWith(form, entries), alone).findings.filter(found =>
    rule ? found.rule === rule : found.severity === 'error',
  )

/** The first cell of each finding: where it is broken. */
export const places = (form: Form, entries: Entries, rule?: RuleId): readonly string[] =>
  findings(form, entries, rule).map(found => `${found.rule} ${found.cells[0]}`)

/** Zeros, with some figures in their place; `undefined` takes a figure away. */
export const but = (form: Form, changes: Readonly<Record<string, Value | undefined>>): Entries =>
  Object.fromEntries(
    Object.entries({ ...zeros(form), ...changes }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  )
